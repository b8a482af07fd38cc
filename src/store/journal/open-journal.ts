import type { Journal } from '../../protocol/client/ports.ts';
import { CacheJournal } from './cache-journal.ts';
import { folderName } from './opfs-folder.ts';
import { OpfsJournal, type WorkerChoice } from './opfs-journal.ts';

/** How often, and how far apart, other open pages are given time to let go of what is forgotten. */
const CLEAR_TRIES = 20;
const CLEAR_EVERY_MS = 100;

const hasOpfs = (): boolean => 'storage' in navigator && 'getDirectory' in navigator.storage;

/**
 * The journal of a (device, actor) in the best place this engine has. What Cache Storage holds from a time when OPFS
 * could not be had (an older engine, a worker that did not come up) is brought over first.
 */
export async function openJournal(name: string, choice?: WorkerChoice): Promise<Journal> {
  if (!hasOpfs()) return new CacheJournal(name);
  try {
    const journal = await OpfsJournal.open(name, choice);
    await bringOver(name, journal);
    return journal;
  } catch {
    return new CacheJournal(name, { remembersForgotten: await hasFolder(name) });
  }
}

/**
 * Sees to it that no argument of what the journal has forgotten stays readable, in the files of whichever page. False
 * when another open page has not let go in time: it will within ten minutes, or when it is next opened.
 */
export async function clearForgotten(name: string, mids: readonly string[]): Promise<boolean> {
  const journal = await openJournal(name);
  await journal.forget(mids);
  if (!(journal instanceof OpfsJournal)) return true;
  try {
    for (let tries = 0; tries < CLEAR_TRIES; tries += 1) {
      if (await journal.tidy()) return true;
      await new Promise((resolve) => setTimeout(resolve, CLEAR_EVERY_MS));
    }
    return false;
  } finally {
    journal.close();
  }
}

/** Copied, then deleted: a crash between the two only copies it once more. */
async function bringOver(name: string, to: Journal): Promise<void> {
  if (!(await CacheJournal.exists(name))) return;
  const old = new CacheJournal(name);
  await to.append(await old.readAll());
  await to.forget(await old.forgotten());
  await CacheJournal.remove(name);
}

/** Whether a journal in OPFS has ever been written here. */
async function hasFolder(name: string): Promise<boolean> {
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName(name));
    return true;
  } catch {
    return false;
  }
}
