import type { LocalStore } from '../protocol/client/api.ts';
import { healedLately, noteHealed } from './healed.ts';
import { folderName } from './journal/places.ts';
import { readText, writeText } from './local-texts.ts';
import { dropText } from './more-texts.ts';
import { hasPrivateFiles } from './private-files.ts';

/** What has been on this device and is not any more. */
interface Wiped {
  readonly rows: boolean;
  /** The second record of what is unsent, which lies in the same private files as the note of the store. */
  readonly journal: boolean;
}

const FOLDER = 'leling_canary';
/** The same note in Local Storage, which is another part of the disk: the files may have gone together. */
const keyOf = (name: string): string => `leling:noted:${name}`;

/** What is gone of a store that a note here knows. A store that no note knows is a first run. */
export async function wipedSince(name: string, isEmpty: boolean): Promise<Wiped> {
  const inFiles = await isInFiles(name);
  const here = readText(keyOf(name));
  // Files that cannot be read are not gone: nothing is known of what lies there, and nothing is told.
  if (inFiles === null && here !== 'alone') return { rows: false, journal: false };
  return {
    rows: isEmpty && (inFiles === true || here !== null),
    journal: here === 'with-journal' && inFiles === false,
  };
}

/** Notes a store that has been loaded. */
export async function noteStore(name: string): Promise<void> {
  const isNoted = await isThere(async () => (await folder()).getFileHandle(fileOf(name), { create: true }));
  const hasJournal = await isThere(async () => (await files()).getDirectoryHandle(folderName(name)));
  // What was known stands while it cannot be looked for.
  if ((isNoted === null || hasJournal === null) && readText(keyOf(name)) !== null) return;
  writeText(keyOf(name), isNoted && hasJournal ? 'with-journal' : 'alone');
}

/** Forgets a store whose rows are let go of on purpose. */
export async function forgetStore(name: string): Promise<void> {
  dropText(keyOf(name));
  if ((await isInFiles(name)) !== false) await (await folder()).removeEntry(fileOf(name));
}

const files = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();
const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await files()).getDirectoryHandle(FOLDER, { create: true });
const fileOf = (name: string): string => name.replace(/[^\w-]/g, '_');

const isInFiles = (name: string): Promise<boolean | null> =>
  isThere(async () => (await folder()).getFileHandle(fileOf(name)));

/** Whether a file or a folder is there; null where that cannot be read. */
async function isThere(look: () => Promise<unknown>): Promise<boolean | null> {
  if (!hasPrivateFiles()) return false;
  try {
    await look();
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError' ? false : null;
  }
}

const TOLD_MS = 5 * 60_000;

/**
 * Notes a store once it has been loaded; where it was there before and has lost something, says what came back and what
 * cannot be known.
 * @param wasEmpty as it was found when it was opened
 * @param ready once the journal is where it will be
 * @param rewritten asked where the journal was lost: resolves once it holds again what the store has
 */
export function keepCanary(
  name: string,
  {
    wasEmpty,
    store,
    ready,
    rewritten,
  }: {
    readonly wasEmpty: boolean;
    readonly store: LocalStore;
    readonly ready: Promise<unknown>;
    readonly rewritten: () => Promise<void>;
  },
): void {
  const found = wipedSince(name, wasEmpty);
  // One that was renewed is empty for a reason, which has been told.
  const isTold = healedLately().some(
    (one) => one.kind === 'store-renewed' && Date.now() - one.atMs < TOLD_MS,
  );
  let isNoted = false;
  store.watchStatus(({ loaded }) => {
    if (isNoted || !loaded) return;
    isNoted = true;
    Promise.all([found, ready])
      .then(async ([wiped]) => {
        if (wiped.journal) await rewritten();

        tell(wiped, isTold);
        return noteStore(name);
      })
      .catch((error: unknown) => console.error(error));
  });
}

function tell({ rows, journal }: Wiped, isTold: boolean): void {
  if (rows && journal) noteHealed('all-emptied');
  else if (rows && !isTold) noteHealed('store-emptied');
  else if (journal) noteHealed('journal-emptied');
}
