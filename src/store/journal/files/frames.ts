/*
 * A journal file is a row of frames: length (4 bytes, little-endian), CRC-32 of the body (4 bytes), body (a JSON object
 * in UTF-8). A power cut can tear or garble what had not reached the disk, and a bit may flip anywhere: what is not a
 * frame is left out, and the next place where one begins is looked for.
 */
const headBytes = 8;
/** The shortest body, `{}`. Zeroes, which a lost write leaves behind, are no frame. */
const leastBody = 2;
const [openingBrace, closingBrace] = [0x7b, 0x7d];

const table = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table[byte] = value >>> 0;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** JSON objects as frames, ready to be written. */
export function encodeFrames(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bodies = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + headBytes + body.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const body of bodies) {
    view.setUint32(at, body.length, true);
    view.setUint32(at + 4, crc32(body), true);
    bytes.set(body, at + headBytes);
    at += headBytes + body.length;
  }
  return bytes;
}

/** The bodies of all whole frames, also of those behind a damaged one. */
export function decodeFrames(bytes: Uint8Array): readonly string[] {
  const decoder = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  let at = 0;
  while (at + headBytes + leastBody <= bytes.length) {
    const end = endOfFrame(bytes, view, at);
    if (end !== null) texts.push(decoder.decode(bytes.subarray(at + headBytes, end)));
    at = end ?? at + 1;
  }
  return texts;
}

/** Null where no whole frame begins. The braces are looked at first: hardly any other place is summed up in vain. */
function endOfFrame(bytes: Uint8Array, view: DataView, at: number): number | null {
  const start = at + headBytes;
  const end = start + view.getUint32(at, true);
  if (end > bytes.length || end - start < leastBody) return null;
  if (bytes[start] !== openingBrace || bytes[end - 1] !== closingBrace) return null;
  return crc32(bytes.subarray(start, end)) === view.getUint32(at + 4, true) ? end : null;
}
