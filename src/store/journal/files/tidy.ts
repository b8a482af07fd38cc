import {
  concat,
  contentsOf,
  entryFrames,
  fileHead,
  forgettingFrames,
  remembered,
  unionOfForgotten,
  type Contents,
} from './contents.ts';
import type { JournalFile, JournalFolder } from './folder.ts';

/*
 * Tidying makes one file of what a page has and of what pages that are gone have left, without what is forgotten:
 *  1. every file of the folder is taken, or only read where a living page has it;
 *  2. what is still needed is written to an empty file, and flushed;
 *  3. only then the files it came from are emptied, and flushed.
 * A crash before 3 leaves the old files whole and perhaps a part of the same once more; a crash in 3 leaves the new one
 * whole. Files are used again rather than removed: Chromium miscounts the space of those removed after a browser's
 * end, by gigabytes. An empty one always lies ready, made a turn before: a browser does not flush the names of files,
 * and one just made may be gone after a power cut, with what was written to it.
 */

/** A file this page has, and what is in it. */
export interface HeldFile {
  readonly file: JournalFile;
  readonly bytes: Uint8Array;
  readonly contents: Contents;
}

export interface Tidied {
  /** The one file that this page has now. */
  readonly own: HeldFile;
  /** True when no file of the folder, whoever has it, holds an entry that is forgotten. */
  readonly clean: boolean;
  /** What kept it from being done; null when it is. Nothing is lost then, and nothing gained. */
  readonly trouble: unknown;
}

/** Call it alone in the folder. `own` is null for a page that has no file yet. */
export async function tidy(folder: JournalFolder, own: HeldFile | null): Promise<Tidied> {
  const { left, living, allRead } = await lookAround(folder, own);
  const held = own === null ? left : [own, ...left];
  let kept = own;
  try {
    const { file, trouble } = await gather(folder, held, whatStays(held, living, allRead));
    kept = file;
    const emptied = trouble === null && (await emptyAll(held, kept));
    if (!held.some((one) => one.file !== kept?.file && (emptied || one.bytes.length === 0)))
      await makeSpare(folder);
    const clean = emptied && allRead && !holdForgotten([kept.contents, ...living]);
    return { own: kept, clean, trouble };
  } finally {
    for (const { file } of held) if (file !== kept?.file) file.close();
  }
}

/** Reads a file that this page has. What it holds is on the disk before anything is built on it. */
async function hold(file: JournalFile): Promise<HeldFile> {
  await file.flush();
  const bytes = await file.read();
  return { file, bytes, contents: contentsOf(bytes) };
}

/** Takes a file that nobody had. Throws where there is no room for one. */
export async function holdNew(folder: JournalFolder): Promise<HeldFile> {
  const file = await folder.take(folder.newName());
  if (file === null) throw new Error('the journal got no file');
  return hold(file);
}

interface Around {
  /** Files of pages that are gone, taken. */
  readonly left: readonly HeldFile[];
  /** What is in files that cannot be taken. */
  readonly living: readonly Contents[];
  readonly allRead: boolean;
}

async function lookAround(folder: JournalFolder, own: HeldFile | null): Promise<Around> {
  const left: HeldFile[] = [];
  const living: Contents[] = [];
  let allRead = true;
  for (const name of await folder.list()) {
    if (name === own?.file.name) continue;
    const held = await takeLeft(folder, name);
    if (held !== null) {
      left.push(held);
      continue;
    }
    const bytes = await folder.read(name);
    if (bytes === null) allRead = false;
    else living.push(contentsOf(bytes));
  }
  return { left, living, allRead };
}

/** Null while a page has the file, and when it is one to keep away from. */
async function takeLeft(folder: JournalFolder, name: string): Promise<HeldFile | null> {
  const file = await folder.take(name);
  if (file === null) return null;
  const held = await hold(file).catch(() => null);
  if (held !== null && !held.contents.newer) return held;
  file.close();
  return null;
}

/**
 * What the one file is to hold. Of what is forgotten only the mids stay, and only as long as a file has the entry and
 * does not itself say that it is forgotten: such a file brings it back when it is the one that outlives the others.
 */
function whatStays(
  held: readonly HeldFile[],
  living: readonly Contents[],
  allRead: boolean,
): Uint8Array<ArrayBuffer> {
  const mine = held.map(({ contents }) => contents);
  const folder = [...mine, ...living];
  const entries = [...remembered(mine, folder)].map(([mid, text]) => ({ mid, text }));
  const bringsBack = (mid: string): boolean =>
    folder.some((file) => file.entries.has(mid) && !file.forgotten.has(mid));
  const forgotten = [...unionOfForgotten(mine)].filter((mid) => !allRead || bringsBack(mid));
  if (entries.length + forgotten.length === 0) return new Uint8Array(0);
  return concat([fileHead(), entryFrames(entries), forgettingFrames(forgotten)]);
}

/** Finds or makes the file that holds just these bytes, of those held or a new one. */
async function gather(
  folder: JournalFolder,
  held: readonly HeldFile[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly file: HeldFile; readonly trouble: unknown }> {
  const asItIs = held.find((one) => sameBytes(one.bytes, bytes));
  if (asItIs !== undefined) return { file: asItIs, trouble: null };
  const [first] = held;
  try {
    if (first === undefined) return { file: await holdNew(folder), trouble: null };
    if (bytes.length === 0) return { file: await empty(first), trouble: null };
    const spare = held.find((one) => one.bytes.length === 0);
    if (spare !== undefined) return { file: await fill(spare.file, bytes), trouble: null };
    return { file: first, trouble: noSpare };
  } catch (trouble) {
    if (first === undefined) throw trouble;
    // It stays as it was, or as far as it came.
    return { file: await hold(first.file), trouble };
  }
}

/** The first time there is none yet; the next turn finds it. */
const noSpare = new Error('no empty file lies ready');

async function makeSpare(folder: JournalFolder): Promise<void> {
  const file = await folder.take(folder.newName()).catch(() => null);
  file?.close();
}

async function fill(file: JournalFile, bytes: Uint8Array<ArrayBuffer>): Promise<HeldFile> {
  try {
    await file.write(bytes, 0);
    await file.flush();
  } catch (error) {
    await file.truncate(0).catch(() => undefined);
    throw error;
  }
  return { file, bytes, contents: contentsOf(bytes) };
}

async function empty({ file }: HeldFile): Promise<HeldFile> {
  await file.truncate(0);
  return hold(file);
}

/** Empties all but one. One that fails is one more that says the same: it is left for the next time. */
async function emptyAll(held: readonly HeldFile[], kept: HeldFile): Promise<boolean> {
  let all = true;
  for (const one of held) {
    if (one.file === kept.file || one.bytes.length === 0) continue;
    const emptied = await empty(one).catch(() => null);
    all = all && emptied !== null;
  }
  return all;
}

function holdForgotten(files: readonly Contents[]): boolean {
  const forgotten = unionOfForgotten(files);
  return files.some(({ entries }) => [...forgotten].some((mid) => entries.has(mid)));
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
