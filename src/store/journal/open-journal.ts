import type { Journal } from '../../protocol/client/ports.ts';
import { CacheJournal } from './cache-journal.ts';
import { OpfsJournal } from './opfs-journal.ts';

/**
 * The journal of a (device, actor) in the best place this engine has. An engine that gains OPFS handles by an update
 * may still hold entries in Cache Storage: they are brought over first.
 */
export async function openJournal(name: string): Promise<Journal> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return new CacheJournal(name);
  try {
    const journal = await OpfsJournal.open(name);
    await bringOver(name, journal);
    return journal;
  } catch {
    return new CacheJournal(name);
  }
}

async function bringOver(name: string, to: Journal): Promise<void> {
  if (!(await caches.has(`${name}:journal`))) return;
  const old = new CacheJournal(name);
  await to.append(await old.readAll());
  await caches.delete(`${name}:journal`);
}
