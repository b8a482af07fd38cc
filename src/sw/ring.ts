import { isObject } from './build-list.ts';

/** What the hub has somebody rung with; `quiet`: it takes the place of what rang, and makes no sound. */
interface Ring {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly quiet: boolean;
}

/** Null for what the hub does not say. */
export function readRing(said: unknown): Ring | null {
  if (!isObject(said)) return null;
  const { tag, title, body, quiet } = said;
  if (typeof tag !== 'string' || typeof title !== 'string' || title === '') return null;
  return { tag, title, body: typeof body === 'string' ? body : '', quiet: quiet === true };
}

/** Puts it up on the locked glass, in place of what was said of the same before, and tells the open pages. */
export async function ring(
  worker: ServiceWorkerGlobalScope,
  { tag, title, body, quiet }: Ring,
): Promise<void> {
  const how = {
    body,
    tag,
    renotify: !quiet,
    silent: quiet,
    requireInteraction: !quiet,
    icon: '/icons/leling-192.png',
  };
  await worker.registration.showNotification(title, how);
  for (const page of await worker.clients.matchAll({ type: 'window' }))
    page.postMessage({ type: 'RANG', tag });
}

/** Whoever taps it gets the console: the one that is open, or else a new one. */
export async function toConsole(worker: ServiceWorkerGlobalScope): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window' });
  const open = pages.find(({ url }) => new URL(url).pathname.startsWith('/staff'));
  await (open === undefined ? worker.clients.openWindow('/staff') : open.focus());
}
