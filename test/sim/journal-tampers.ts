import { crc32 } from 'node:zlib';
import type { FilesTamper } from './journal-disk.ts';

/** Where the frames of a file begin and end, up to the first that is damaged. */
function* wholeFrames(bytes: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const [start, end] = [at + 8, at + 8 + view.getUint32(at, true)];
    if (end > bytes.length || crc32(bytes.subarray(start, end)) !== view.getUint32(at + 4, true)) return;
    yield { start, end };
    at = end;
  }
}

/** The first damage hides all that is behind it. */
export const readsToTheFirstDamage: FilesTamper = {
  read: (bytes) => {
    let good = 0;
    for (const { end } of wholeFrames(bytes)) good = end;
    return bytes.slice(0, good);
  },
};

/** That something is forgotten never reaches the disk. */
export const writesNoForgetting: FilesTamper = {
  write: (bytes) => {
    const written = bytes.slice();
    for (const { start, end } of wholeFrames(bytes))
      if (new TextDecoder().decode(bytes.subarray(start, end)).startsWith('{"forget"'))
        written.fill(0, start, end);
    return written;
  },
};
