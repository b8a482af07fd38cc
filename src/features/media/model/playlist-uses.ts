import type { CivilDate } from '../../../kernel/time.ts';
import type { Push } from '../../schedules/model/push.ts';
import { groupOf, itemsOf, type Schedule } from '../../schedules/model/schedule.ts';

/** The rows that may put a playlist on a glass, and when that is asked; null where nobody knows. */
interface PlaylistUsers {
  readonly schedules: readonly Schedule[];
  readonly pushes: readonly Push[];
  readonly today: CivilDate | null;
  readonly nowMs: number | null;
}

/** Where a playlist is shown or will be: on a screen, or on those of a group, by its schedule or because it is pushed. */
export interface PlaylistUse {
  readonly in: 'schedule' | 'push';
  readonly of: { readonly screenId: string } | { readonly group: string };
}

/** Where a playlist is in use; nowhere is an empty list. Days that are over and pushes that have ended use nothing. */
export function playlistUses(
  playlistId: string,
  { schedules, pushes, today, nowMs }: PlaylistUsers,
): readonly PlaylistUse[] {
  const scheduled = schedules.filter((one) =>
    itemsOf(one, ({ dates }) => dates === undefined || today === null || dates.to >= today).some(
      (item) => item.playlistId === playlistId,
    ),
  );
  const pushed = pushes.filter(
    ({ item, untilMs }) => item.playlistId === playlistId && (nowMs === null || nowMs < untilMs),
  );
  return [
    ...scheduled.map(({ id }): PlaylistUse => {
      const group = groupOf(id);
      return { in: 'schedule', of: group === null ? { screenId: id } : { group } };
    }),
    ...pushed.map(({ id }): PlaylistUse => ({ in: 'push', of: { screenId: id } })),
  ];
}
