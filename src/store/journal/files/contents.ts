import { decodeFrames, encodeFrames } from './frames.ts';

/*
 * What the frames of a file say. A frame states one fact that stays true: an entry is here, or mids are forgotten. Facts
 * have no order and may be read twice, from one file or from two, so that a copy left half made by a crash counts
 * nothing twice, and the page that forgets need not be the one that holds the entry.
 */

/** One mutation as the journal keeps it: its text is not looked into. */
export interface JournalEntry {
  readonly mid: string;
  readonly text: string;
}

export interface Contents {
  /** Texts by mid, those that are forgotten too. */
  readonly entries: ReadonlyMap<string, string>;
  readonly forgotten: ReadonlySet<string>;
  /** Written by a newer build, which may say things that this one does not understand: it is read, never emptied. */
  readonly newer: boolean;
}

/** Files of version 1 have entries alone and do not say their version. */
const version = 2;
/** So many mids a frame, that one flipped bit brings no more of them back. */
const midsPerFrame = 200;

/** What the first frame of a file says. */
export const fileHead = (): Uint8Array<ArrayBuffer> => encodeFrames([JSON.stringify({ journal: version })]);

/** Frames of entries, in the shape that builds of version 1 can read. */
export const entryFrames = (entries: readonly JournalEntry[]): Uint8Array<ArrayBuffer> =>
  encodeFrames(entries.map(({ mid, text }) => JSON.stringify({ mid, text })));

export function forgettingFrames(mids: readonly string[]): Uint8Array<ArrayBuffer> {
  const texts: string[] = [];
  for (let at = 0; at < mids.length; at += midsPerFrame)
    texts.push(JSON.stringify({ forget: mids.slice(at, at + midsPerFrame) }));
  return encodeFrames(texts);
}

export function contentsOf(bytes: Uint8Array): Contents {
  const entries = new Map<string, string>();
  const forgotten = new Set<string>();
  let newer = false;
  for (const text of decodeFrames(bytes)) {
    const said = parsed(text);
    if (typeof said.mid === 'string' && typeof said.text === 'string') entries.set(said.mid, said.text);
    if (Array.isArray(said.forget))
      for (const mid of said.forget) if (typeof mid === 'string') forgotten.add(mid);
    if (typeof said.journal === 'number' && said.journal > version) newer = true;
  }
  return { entries, forgotten, newer };
}

type Said = {
  readonly mid?: unknown;
  readonly text?: unknown;
  readonly forget?: unknown;
  readonly journal?: unknown;
};

/** The checksum has vouched that it is as it was written; another build may have written what is no JSON. */
function parsed(text: string): Said {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

export function unionOfForgotten(files: readonly Contents[]): ReadonlySet<string> {
  const mids = new Set<string>();
  for (const { forgotten } of files) for (const mid of forgotten) mids.add(mid);
  return mids;
}

/** The entries of some files that none of the files of the folder forgets. */
export function remembered(
  files: readonly Contents[],
  folder: readonly Contents[],
): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const file of files) for (const [mid, text] of file.entries) entries.set(mid, text);
  for (const mid of unionOfForgotten(folder)) entries.delete(mid);
  return entries;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
