import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { id, type CentreId, type MediaHash } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { publish } from '../ops/backup/synced-files.ts';
import type { HubSync } from '../sync/api.ts';
import { hashesOf } from './hashes.ts';
import { inspect, type NotTaken } from './inspect.ts';
import type { UploadWords } from './uploads.ts';

interface KeepDeps {
  readonly sync: HubSync;
  readonly centreId: CentreId;
  readonly mediaDir: string;
  /** Who brought it. */
  readonly by: string;
}

/**
 * Takes a file that has come whole into the library, once it has been looked at: under its hash, durably, and then its
 * row. One that is there already is put back where it was taken out, under the name it has.
 */
export async function keepMedia(
  file: string,
  { title, posterOf }: UploadWords,
  { sync, centreId, mediaDir, by }: KeepDeps,
): Promise<MediaHash | NotTaken> {
  const found = await inspect(file);
  if (typeof found === 'string') return found;
  const { hash, chunks, sizeBytes } = await hashesOf(file);
  await mkdir(mediaDir, { recursive: true });
  await chmod(file, 0o600);
  await publish(file, join(mediaDir, hash));
  const mediaId = id<'MediaHash'>(hash);
  await sync.write(centreId, async (tx) => {
    const before = await tx.get('centre', 'media', mediaId);
    const fresh = { title, addedAtMs: sync.now(), by };
    const { removedAtMs: _, posterOf: stoodFor, ...known }: Partial<RowOf<'media'>> = before ?? {};
    const row = { ...fresh, ...known, id: mediaId, sizeBytes, chunks: [...chunks], ...found };
    // What stands in the library by itself is not hidden because it stands for something else too.
    const isOwn = before !== undefined && stoodFor === undefined;
    const stands = await standsFor(tx, row, posterOf);
    await tx.put('centre', 'media', mediaId, isOwn ? row : stands);
  });
  return mediaId;
}

/** A picture that comes for another file is noted at both. */
async function standsFor(tx: RowTx, row: RowOf<'media'>, posterOf: string | null): Promise<RowOf<'media'>> {
  const whole = posterOf === null ? undefined : await tx.get('centre', 'media', posterOf);
  if (whole === undefined || whole.id === row.id || !row.mime.startsWith('image/')) return row;
  await tx.put('centre', 'media', whole.id, { ...whole, poster: row.id });
  return { ...row, posterOf: whole.id };
}
