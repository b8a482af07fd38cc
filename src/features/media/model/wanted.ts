import type { Scope } from '../../../kernel/buckets.ts';
import type { MediaHash } from '../../../kernel/ids.ts';
import type { Kind, RowOf } from '../../../kernel/rows.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { isVideo } from './media.ts';
import { itemsOf, scheduleFor } from '../../schedules/model/schedule.ts';

/** What is scheduled within so many days is on the device before its day comes. */
const DAYS_AHEAD = 7;

interface Rows {
  list<K extends Kind>(scope: Scope, kind: K): Promise<readonly RowOf<K>[]>;
}

interface Wanted {
  /** What the device is to hold, in the order in which it is to come. */
  readonly files: readonly RowOf<'media'>[];
  /** Every file the centre has: what is in none is let go of. */
  readonly known: ReadonlySet<string>;
}

type Hash = MediaHash | null | undefined;

/**
 * The media a device is to hold: of what is on it now or will be within seven days, by the schedule as the device has
 * it; what staff push first, then what is scheduled, then what may be started by hand. On an unknown day all that is
 * scheduled.
 */
export async function wantedMedia(
  view: Rows,
  device: RowOf<'deviceConfig'>,
  today: CivilDate | null,
): Promise<Wanted> {
  const all = await view.list('centre', 'media');
  const byId = new Map<string, RowOf<'media'>>(all.map((media) => [media.id, media]));
  const known = new Set(byId.keys());
  if (device.kind === 'console') return { files: [], known };
  const hashes: Hash[] = [];
  if (device.kind === 'screen') hashes.push(...(await ofScreen(view, device, today)));
  // What staff have spoken is heard without the hub too.
  else for (const { audio } of await view.list('city', 'policy')) hashes.push(audio);
  for (const { date, items } of await view.list('centre', 'menu'))
    if (isSoon(date, date, today)) hashes.push(...items.map(({ photo }) => photo));
  const files: RowOf<'media'>[] = [];
  const wanted = new Set<string>();
  for (const hash of hashes) {
    const media = hash == null ? undefined : byId.get(hash);
    // The picture that stands for a video comes before it.
    const poster = media !== undefined && isVideo(media) ? media.poster : undefined;
    for (const one of [poster === undefined ? undefined : byId.get(poster), media]) {
      if (one === undefined || wanted.has(one.id) || one.removedAtMs !== undefined) continue;
      wanted.add(one.id);
      files.push(one);
    }
  }
  return { files, known };
}

async function ofScreen(
  view: Rows,
  device: RowOf<'deviceConfig'>,
  today: CivilDate | null,
): Promise<readonly Hash[]> {
  const push = (await view.list('centre', 'push')).find(({ id }) => id === device.id);
  const schedule = scheduleFor(await view.list('centre', 'schedule'), device);
  const playlists = await view.list('centre', 'playlist');
  const items = [
    ...(push === undefined ? [] : [push.item]),
    ...(schedule === undefined
      ? []
      : itemsOf(schedule, ({ dates }) => dates === undefined || isSoon(dates.from, dates.to, today))),
  ];
  const shown = items.flatMap(({ playlistId }) => {
    const playlist = playlists.find(({ id }) => id === playlistId);
    return playlist === undefined ? [] : playlist.items.map(({ media }) => media);
  });
  // A leader may begin any of them at any time, on any screen.
  const programmes = await view.list('city', 'programme');
  return [...shown, ...programmes.flatMap(({ poster, video, music }): Hash[] => [poster, video, music])];
}

/** Whether some of these days is today, yesterday (a late evening) or within the days ahead. */
const isSoon = (from: CivilDate, to: CivilDate, today: CivilDate | null): boolean =>
  today === null || (from <= addDays(today, DAYS_AHEAD) && to >= addDays(today, -1));
