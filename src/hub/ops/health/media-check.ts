import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The media files that are no longer what their names say: each is named by the SHA-256 of what was in it. */
export async function damagedMedia(mediaDir: string): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const name of await readdir(mediaDir).catch((): string[] => [])) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(join(mediaDir, name)), hash);
      if (hash.digest('hex') !== name) damaged.push(name);
    } catch {
      // One that cannot be read is of no more use.
      damaged.push(name);
    }
  }
  return damaged;
}
