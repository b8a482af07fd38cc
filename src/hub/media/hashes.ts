import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Devices load and check files in pieces of this size. */
const CHUNK_BYTES = 4 * 1024 * 1024;

interface Hashes {
  readonly hash: string;
  /** Of each piece, in order. */
  readonly chunks: readonly string[];
  readonly sizeBytes: number;
}

/** The SHA-256 of a file and of its pieces, in one reading; a film of gigabytes takes no more memory than a photo. */
export async function hashesOf(path: string): Promise<Hashes> {
  const whole = createHash('sha256');
  let piece = createHash('sha256');
  let inPiece = 0;
  let sizeBytes = 0;
  const chunks: string[] = [];
  for await (const read of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    let rest: Buffer = read;
    whole.update(rest);
    sizeBytes += rest.length;
    while (rest.length > 0) {
      const part = rest.subarray(0, CHUNK_BYTES - inPiece);
      piece.update(part);
      inPiece += part.length;
      rest = rest.subarray(part.length);
      if (inPiece < CHUNK_BYTES) continue;
      chunks.push(piece.digest('hex'));
      piece = createHash('sha256');
      inPiece = 0;
    }
  }
  if (inPiece > 0) chunks.push(piece.digest('hex'));
  return { hash: whole.digest('hex'), chunks, sizeBytes };
}
