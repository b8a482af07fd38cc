import { bytesOf, leftOn, type Room } from '../../media/model/room.ts';
import { itemsOf, scheduleFor } from '../model/schedule.ts';
import type { Known } from './read-schedules.ts';

/** What a playlist would add to each of some screens, and how much more has room there; of those that have said so. */
export function roomFor(
  { screens, playlists, schedules, pushes, media, held }: Known,
  isMeant: (screenId: string) => boolean,
  playlistId: string | undefined,
): readonly Room[] {
  const mediaIn = (wanted: string | undefined): readonly string[] =>
    playlists.find(({ id }) => id === wanted)?.items.map((one) => one.media) ?? [];
  const chosen = mediaIn(playlistId);
  if (chosen.length === 0) return [];
  return screens.flatMap((screen) => {
    const said = held.find(({ id }) => id === screen.id);
    if (!isMeant(screen.id) || screen.pairedAtMs === null || said === undefined) return [];
    const schedule = scheduleFor(schedules, screen);
    const push = pushes.find(({ id }) => id === screen.id);
    const planned = [
      ...(schedule === undefined ? [] : itemsOf(schedule, () => true)),
      ...(push === undefined ? [] : [push.item]),
    ];
    const there = new Set(planned.flatMap((item) => mediaIn(item.playlistId)));
    return [{ name: screen.name, leftBytes: leftOn(said), addsBytes: bytesOf(chosen, media, there) }];
  });
}
