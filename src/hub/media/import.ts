import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { id } from '../../kernel/ids.ts';
import type { RowOf } from '../../kernel/rows.ts';

/** Devices load and check files in pieces of this size. */
const CHUNK_BYTES = 4 * 1024 * 1024;

interface Described {
  readonly title: string;
  readonly mime: RowOf<'media'>['mime'];
  readonly durationMs: number | null;
  readonly addedAtMs: number;
}

/** Copies a file into the media folder under its hash, unless it is there as it should be. Returns the row that describes it. */
export async function importMedia(
  file: string,
  mediaDir: string,
  described: Described,
): Promise<RowOf<'media'>> {
  const bytes = await readFile(file);
  const hash = sha256(bytes);
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    chunks.push(sha256(bytes.subarray(at, at + CHUNK_BYTES)));
  await mkdir(mediaDir, { recursive: true });
  const kept = join(mediaDir, hash);
  // One that the disk has damaged is as none.
  const isThere = await readFile(kept).then(
    (held) => sha256(held) === hash,
    () => false,
  );
  if (!isThere) {
    // By another name first: a half copied file must not go by its hash.
    const partial = `${kept}.${process.pid}.part`;
    await copyFile(file, partial);
    await rename(partial, kept);
  }
  return { id: id(hash), sizeBytes: bytes.length, chunks, ...described };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
