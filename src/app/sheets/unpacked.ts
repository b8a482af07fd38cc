import type { ZipEntry } from './zip-entries.ts';

/**
 * A workbook's parts, whole and unpacked, as a zip that packs nothing: what is then read cannot hang on a torn byte, nor
 * unpack without end. Its pictures are left out. Null where a part is not what its directory says.
 */
export async function unpacked(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Uint8Array | null> {
  const parts: Part[] = [];
  for (const entry of entries) {
    if (
      !/\.(xml|rels|bin)$/i.test(entry.name) ||
      /^xl\/(media|drawings|printerSettings|activeX)\//i.test(entry.name)
    )
      continue;
    const content = await contentOf(bytes.subarray(entry.from, entry.from + entry.packedBytes), entry);
    if (content === null || content.length !== entry.bytes || crcOf(content) !== entry.crc) return null;
    parts.push({ name: new TextEncoder().encode(entry.name), content, crc: entry.crc });
  }
  return zipOf(parts);
}

async function contentOf(packed: Uint8Array, { how, bytes }: ZipEntry): Promise<Uint8Array | null> {
  if (how === 'stored') return packed;
  if (how !== 'deflated') return null;
  const content = new Uint8Array(bytes);
  let at = 0;
  try {
    const bare = bareInflater();
    const { readable, writable } = bare ?? new DecompressionStream('deflate');
    // The sum that a zlib stream ends with is not there: an end without it is an error, which takes along what is unread.
    const handed = new Blob(bare === null ? [ZLIB_HEAD, new Uint8Array(packed)] : [new Uint8Array(packed)])
      .stream()
      .pipeTo(writable, { preventClose: bare === null });
    // Whoever reads hears of what is wrong with it.
    const over = handed.then(bare === null ? nothingMore : forEver, forEver);
    const reader = readable.getReader();
    while (bare !== null || at < bytes) {
      const next = await Promise.race([reader.read(), over]);
      if (next === undefined || next.done) break;
      const { value } = next;
      if (at + value.length > bytes) {
        await reader.cancel();
        return null;
      }
      content.set(value, at);
      at += value.length;
    }
  } catch {
    return null;
  }
  return at === bytes ? content : null;
}

/** All that is there has been unpacked by then; a part that says it is longer is torn. */
const UNPACKED_BY_MS = 1000;
const nothingMore = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), UNPACKED_BY_MS));
const forEver = (): Promise<never> => new Promise(() => undefined);

/** What a zlib stream has before what a zip has of it. */
const ZLIB_HEAD = new Uint8Array([0x78, 0x9c]);

/** Unpacks what is packed as in a zip; null where the engine, before Chromium 103, knows only whole zlib streams. */
function bareInflater(): DecompressionStream | null {
  try {
    return new DecompressionStream('deflate-raw');
  } catch {
    return null;
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

interface Part {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly crc: number;
}

/** The parts as one zip, each stored as it is. */
function zipOf(parts: readonly Part[]): Uint8Array {
  const heads = parts.reduce((sum, { name, content }) => sum + 30 + name.length + content.length, 0);
  const directory = parts.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const zip = new Uint8Array(heads + directory + 22);
  const view = new DataView(zip.buffer);
  let head = 0;
  let entry = heads;
  for (const { name, content, crc } of parts) {
    const describe = (at: number, mark: number, offset: number): void => {
      view.setUint32(at, mark, true);
      view.setUint32(at + offset + 10, crc, true);
      view.setUint32(at + offset + 14, content.length, true);
      view.setUint32(at + offset + 18, content.length, true);
      view.setUint16(at + offset + 22, name.length, true);
    };
    describe(head, 0x04034b50, 4);
    describe(entry, 0x02014b50, 6);
    view.setUint32(entry + 42, head, true);
    zip.set(name, entry + 46);
    zip.set(name, head + 30);
    zip.set(content, head + 30 + name.length);
    head += 30 + name.length + content.length;
    entry += 46 + name.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, parts.length, true);
  view.setUint16(entry + 10, parts.length, true);
  view.setUint32(entry + 12, directory, true);
  view.setUint32(entry + 16, heads, true);
  return zip;
}
