import type { FileHandle } from 'node:fs/promises';

/** Looked through at once. */
const STEP_BYTES = 256 * 1024;
/** No file is made of more parts; one that seems to be is made to be looked at for ever. */
const MOST_PARTS = 100_000;

/**
 * Whether a photo, film or recording goes to its own end. What was cut off on its way here opens all the same: half a photo stands on
 * a dark glass, a film freezes in its middle. What stands after the end, as some telephones leave it, is no matter.
 */
export async function goesToEnd(file: FileHandle, mime: string): Promise<boolean> {
  const { size } = await file.stat();
  const read = async (at: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  switch (mime) {
    case 'image/jpeg':
      return endOfJpeg(read);
    case 'image/png':
      return endOfPng(read, size);
    case 'image/webp':
    case 'audio/wav':
      return (await read(4, 4)).readUInt32LE() + 8 <= size;
    case 'video/mp4':
    case 'audio/mp4':
      return endOfMovie(read, size);
    default:
      return true;
  }
}

type Read = (at: number, length: number) => Promise<Buffer>;

/** Past the segments before the picture, which may hold a small picture with an end of its own, to the picture's end. */
async function endOfJpeg(read: Read): Promise<boolean> {
  const [START_OF_SCAN, END_OF_IMAGE] = [0xda, Buffer.from([0xff, 0xd9])];
  let at = 2;
  for (let part = 0, marker = 0; marker !== START_OF_SCAN; part += 1) {
    const head = await read(at, 4);
    if (head.length < 4 || head[0] !== 0xff || part === MOST_PARTS) return false;
    marker = head[1] ?? 0;
    // Any number of such bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  for (;;) {
    const bytes = await read(at, STEP_BYTES);
    if (bytes.includes(END_OF_IMAGE)) return true;
    if (bytes.length < STEP_BYTES) return false;
    at += bytes.length - 1;
  }
}

async function endOfPng(read: Read, size: number): Promise<boolean> {
  for (let at = 8; at < size;) {
    const head = await read(at, 8);
    if (head.length < 8) return false;
    at += 12 + head.readUInt32BE();
    if (head.toString('latin1', 4) === 'IEND') return at <= size;
  }
  return false;
}

/** The boxes that a film is made of; a last one whose length is 0 goes as far as the file. */
async function endOfMovie(read: Read, size: number): Promise<boolean> {
  for (let at = 0; at < size;) {
    const head = await read(at, 16);
    if (head.length < 8) return true;
    const short = head.readUInt32BE();
    if (short === 0) return true;
    if (short === 1 && head.length < 16) return false;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) return true;
    if (at + length > size) return !/^(mdat|moov|moof)$/.test(head.toString('latin1', 4, 8));
    at += length;
  }
  return true;
}
