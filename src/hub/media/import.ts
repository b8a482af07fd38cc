import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { id } from '../../kernel/ids.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { hashesOf } from './hashes.ts';
import { fileHash } from './media-files.ts';

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
  const { hash, chunks, sizeBytes } = await hashesOf(file);
  await mkdir(mediaDir, { recursive: true });
  const kept = join(mediaDir, hash);
  // One that the disk has damaged is as none.
  const isThere = await fileHash(kept).then(
    (held) => held === hash,
    () => false,
  );
  if (!isThere) {
    // By another name first: a half copied file must not go by its hash.
    const partial = `${kept}.${process.pid}.part`;
    await copyFile(file, partial);
    await rename(partial, kept);
  }
  return { id: id(hash), sizeBytes, chunks: [...chunks], ...described };
}
