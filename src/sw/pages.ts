/// <reference lib="WebWorker" />
import type { OpenPage, Pages } from './warden.ts';

declare const self: ServiceWorkerGlobalScope;

const openPage = (client: WindowClient): OpenPage => {
  const { pathname, search } = new URL(client.url);
  return { id: client.id, address: pathname + search, hidden: client.visibilityState === 'hidden' };
};

const windows = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: 'window', includeUncontrolled: true });

const windowOf = async (id: string): Promise<WindowClient | undefined> =>
  (await windows()).find((client) => client.id === id);

/** The pages of this origin. */
export const openPages: Pages = {
  async all() {
    return (await windows()).map(openPage);
  },
  async get(id) {
    const client = await windowOf(id);
    return client === undefined ? null : openPage(client);
  },
  async askToStartAnew(id) {
    (await windowOf(id))?.postMessage({ type: 'START-ANEW' });
  },
  async tellWaiting() {
    for (const client of await windows()) client.postMessage({ type: 'WAITING' });
  },
  async startAnew(id) {
    const client = await windowOf(id);
    // Refused for a page that is just going: what comes after it is answered rightly.
    await client?.navigate(client.url).catch(() => null);
  },
};
