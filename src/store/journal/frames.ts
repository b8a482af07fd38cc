/*
 * A journal file is a row of frames: length (4 bytes, little-endian), CRC-32 of the body (4 bytes), body (UTF-8).
 * A power cut can leave the last frame torn: what does not check ends the reading, and what came before is whole.
 */
const headBytes = 8;

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

/** Texts as frames, ready to be appended. */
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

/** The whole frames at the start of a file, and how many bytes they take. */
export function decodeFrames(bytes: Uint8Array): {
  readonly texts: readonly string[];
  readonly goodBytes: number;
} {
  const decoder = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  let at = 0;
  while (at + headBytes <= bytes.length) {
    const end = at + headBytes + view.getUint32(at, true);
    if (end > bytes.length) break;
    const body = bytes.subarray(at + headBytes, end);
    if (crc32(body) !== view.getUint32(at + 4, true)) break;
    texts.push(decoder.decode(body));
    at = end;
  }
  return { texts, goodBytes: at };
}
