import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a folder in which any of these words stands, as UTF-8 or as UTF-16, the two ways browsers write text. A
 * browser may be at work in it: what it took away between the listing and the reading holds nothing any more.
 */
export function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  // By their first two bytes: a profile is then read through once, however many words are looked for.
  const byStart = new Map<number, Buffer[]>();
  const starts = new Uint8Array(0x1_0000);
  for (const needle of needles) {
    const start = needle.readUInt16BE(0);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  const holdsAny = (bytes: Buffer): boolean => {
    let start = bytes[0] ?? 0;
    for (let at = 1; at < bytes.length; at += 1) {
      start = ((start << 8) | (bytes[at] ?? 0)) & 0xffff;
      if (starts[start] !== 1) continue;
      const from = at - 1;
      if (byStart.get(start)?.some((needle) => needle.equals(bytes.subarray(from, from + needle.length))))
        return true;
    }
    return false;
  };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holdsAny(contentOf(file)))
    .map((file) => file.slice(folder.length + 1));
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
