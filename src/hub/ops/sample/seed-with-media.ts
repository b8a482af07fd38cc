import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CentreId } from '../../../kernel/ids.ts';
import { importMedia } from '../../media/import.ts';
import type { HubSync } from '../../sync/api.ts';
import { renewSample, seedSample } from './seed.ts';

interface Places {
  /** Where the media of the sample lie. */
  readonly samples: string;
  /** Where the centre's lie. */
  readonly mediaDir: string;
  readonly centreId: CentreId;
}

/** How long the music that comes with the programmes is, before it begins anew. */
const MUSIC_MS = 70_000;

/** Seeds a new centre with the sample, its film and music among it; an older one gets what the sample has since. */
export async function seedWithMedia(sync: HubSync, { samples, mediaDir, centreId }: Places): Promise<void> {
  const from = (name: string): string => join(samples, name);
  const nowMs = sync.now();
  const film: { durationMs?: number } = JSON.parse(await readFile(from('baduanjin.json'), 'utf8'));
  const brought = (
    file: string,
    title: string,
    mime: 'video/mp4' | 'image/jpeg' | 'audio/mp4',
    durationMs: number | null,
  ): ReturnType<typeof importMedia> =>
    importMedia(from(file), mediaDir, { title, mime, durationMs, addedAtMs: nowMs });
  const media = {
    video: await brought('baduanjin.mp4', '八段锦（站式）跟练', 'video/mp4', film.durationMs ?? null),
    poster: await brought('baduanjin.jpg', '八段锦（站式）封面', 'image/jpeg', null),
    music: await brought('exercise-music.m4a', '跟练音乐', 'audio/mp4', MUSIC_MS),
  };
  if (!(await seedSample(sync, { nowMs, media, centreId })))
    await renewSample(sync, { nowMs, media, centreId });
}
