import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHash } from '../../media/media-files.ts';

/** The media files that are no longer what their names say: each is named by the SHA-256 of what was in it. */
export async function damagedMedia(mediaDir: string): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const name of await readdir(mediaDir).catch((): string[] => [])) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    try {
      if ((await fileHash(join(mediaDir, name))) !== name) damaged.push(name);
    } catch {
      // One that cannot be read is of no more use.
      damaged.push(name);
    }
  }
  return damaged;
}
