import { readFile } from 'node:fs/promises';
import { rosterEntry } from '../../../features/members/model/roster.ts';
import { id, type CentreId } from '../../../kernel/ids.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import type { HubSync } from '../../sync/api.ts';
import { programmeFrom, type FilmData } from './programme.ts';
import { readSample } from './read-sample.ts';

type MediaItem = RowOf<'media'>;

interface SampleDeps {
  readonly nowMs: number;
  /** The Baduanjin film and its poster, as they lie in the media store. */
  readonly media: { readonly video: MediaItem; readonly poster: MediaItem | null };
  /** `sample` where nothing is said: the id in kiosk-config/centre.json. */
  readonly centreId?: CentreId;
}

const FILM = new URL('../../../../public/media/baduanjin.json', import.meta.url);

/**
 * Fills an empty database with the sample centre, all in one transaction; one with a timetable is left as it is.
 * Menus and the calendar are the daily work's. Answers whether it did anything.
 */
export async function seedSample(sync: HubSync, deps: SampleDeps): Promise<boolean> {
  const centreId = deps.centreId ?? id<'CentreId'>('sample');
  const { centre, seeded } = await sync.read(centreId, async (tx) => ({
    centre: await tx.get('centre', 'centre', centreId),
    seeded: await hasTimetable(tx),
  }));
  if (seeded) return false;
  const sample = await readSample(civilMoment(deps.nowMs, utcOffsetOf(centre)).date);
  const film: FilmData = JSON.parse(await readFile(FILM, 'utf8'));
  const { video, poster } = deps.media;
  const programme = programmeFrom(film, video.id, poster?.id ?? null);

  return sync.write(centreId, async (tx) => {
    if (await hasTimetable(tx)) return false;
    for (const item of [video, ...(poster === null ? [] : [poster])])
      await tx.put('centre', 'media', item.id, item);
    await tx.put('city', 'programme', programme.id, programme);
    for (const { scope, kind, row } of sample) await tx.put(scope, kind, row.id, row);
    // What kiosks may know of the members follows from them, as it does whenever staff save one.
    const members = await tx.list('people', 'member');
    for (const member of members) await tx.put('kiosk', 'roster', member.id, rosterEntry(member, members));
    return true;
  });
}

const hasTimetable = async (tx: Pick<RowTx, 'list'>): Promise<boolean> =>
  (await tx.list('centre', 'course')).length > 0;
