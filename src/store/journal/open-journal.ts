import type { Journal } from '../../protocol/client/ports.ts';
import type { CacheJournal } from './cache-journal.ts';
import { cacheName, hasFolder } from './places.ts';
import { OpfsJournal, type WorkerChoice } from './opfs-journal.ts';
import { hasPrivateFiles } from '../private-files.ts';

/**
 * The journal of a (device, actor) in the best place this engine has. What Cache Storage holds from a time when OPFS
 * could not be had (an older engine, a worker that did not come up) is brought over first.
 */
export async function openJournal(name: string, choice?: WorkerChoice): Promise<Journal> {
  if (!hasPrivateFiles()) return cacheJournal(name, false);
  try {
    const journal = await OpfsJournal.open(name, choice);
    await bringOver(name, journal);
    return journal;
  } catch {
    return cacheJournal(name, await hasFolder(name));
  }
}

/** Few engines need it: it is loaded by those. */
async function cacheJournal(name: string, remembersForgotten: boolean): Promise<CacheJournal> {
  const { CacheJournal: Made } = await import('./cache-journal.ts');
  return new Made(name, { remembersForgotten });
}

/** Copied, then deleted: a crash between the two only copies it once more. */
async function bringOver(name: string, to: Journal): Promise<void> {
  // Where nothing may be asked there, it stays there, and keeps nobody from the files.
  if (!(await caches.has(cacheName(name)).catch(() => false))) return;
  const old = await cacheJournal(name, false);
  await to.append(await old.readAll());
  await to.forget(await old.forgotten());
  await caches.delete(cacheName(name));
}
