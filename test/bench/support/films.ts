import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { id } from '../../../src/kernel/ids.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { importMedia } from '../../../src/hub/media/import.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import type { SeededHub } from './seeded-hub.ts';

const folder = fileURLToPath(new URL('../../fixtures/media/', import.meta.url));

/** What is pushed to show the playlist `bringFilms` has made. */
export const FILMS = { show: 'playlist', playlistId: 'films' } as const;

/**
 * Gives the centre a playlist of two films of two seconds each, and has a screen play it. The hub is started anew.
 * @param oneDecoder whether the screen may hold one video at a time only
 */
export async function bringFilms(
  { hub, centreId }: SeededHub,
  screenId: string,
  oneDecoder: boolean,
): Promise<void> {
  await hub.kill();
  const files = await Promise.all(
    ['red.mp4', 'green.mp4'].map((name) =>
      importMedia(join(folder, name), join(hub.dataDir, 'media'), {
        title: name,
        mime: 'video/mp4',
        durationMs: 2000,
        addedAtMs: Date.now(),
      }),
    ),
  );
  const database = await openDatabase({ dataDir: hub.dataDir });
  const sync = await createHubSync({ database });
  await sync.write(centreId, async (tx) => {
    for (const file of files) await tx.put('centre', 'media', file.id, file);
    await tx.put('centre', 'playlist', FILMS.playlistId, {
      id: id<'PlaylistId'>(FILMS.playlistId),
      title: 'films',
      items: files.map(({ id: media }) => ({ media })),
      version: 1,
      by: 'bench',
      changedAtMs: Date.now(),
    });
    const config = await tx.get('staff', 'deviceConfig', screenId);
    if (config === undefined) throw new Error(`${screenId} has no configuration`);
    await tx.put('staff', 'deviceConfig', screenId, { ...config, oneDecoder });
    await tx.put(`device:${screenId}`, 'deviceConfig', screenId, { ...config, oneDecoder });
  });
  await sync.close();
  await database.close();
  await hub.restart();
}
