import { restDays } from '../../calendar/model/calendar.ts';
import { inService } from '../../devices/model/retired.ts';
import type { Playlist } from '../../media/model/media.ts';
import type { Policy } from '../../policies/model/policy.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { scheduleFor } from '../model/schedule.ts';
import type { ScreenFacts } from '../model/showing.ts';

/** A screen as its schedule sees it. */
export interface Screen {
  readonly id: string;
  readonly name: string;
  readonly canteenId: string | null;
  readonly group?: string | undefined;
  /** Since when the hub speaks with what hangs there; null while it does not: one that is signed off gets nothing. */
  readonly pairedAtMs: number | null;
}

/** What can be chosen among in an item. */
export interface Choices {
  readonly playlists: readonly Playlist[];
  readonly policies: readonly Policy[];
}

/** All that the screens' schedules rest on, as a console holds it. */
export interface Known extends Choices {
  readonly centre: RowOf<'centre'>;
  readonly screens: readonly Screen[];
  readonly schedules: readonly RowOf<'schedule'>[];
  readonly pushes: readonly RowOf<'push'>[];
  readonly glasses: readonly RowOf<'glass'>[];
  readonly healths: readonly RowOf<'deviceHealth'>[];
  readonly runs: readonly RowOf<'run'>[];
  readonly programmes: readonly RowOf<'programme'>[];
  readonly notices: readonly RowOf<'notice'>[];
  readonly days: readonly RowOf<'calendarDay'>[];
  readonly media: readonly RowOf<'media'>[];
  /** What the devices have said of the room they have. */
  readonly held: readonly RowOf<'deviceMedia'>[];
}

/** Null where there is no screen to plan for. */
export async function readSchedules(view: View): Promise<Known | null> {
  const [centre] = await view.list('centre', 'centre');
  const devices = inService(await view.list('staff', 'device')).filter(({ kind }) => kind === 'screen');
  if (centre === undefined || devices.length === 0) return null;
  const configs = await view.list('staff', 'deviceConfig');
  return {
    centre,
    screens: devices.map(({ id, name, pairedAtMs }) => {
      const config = configs.find((one) => one.id === id);
      return { id, name, canteenId: config?.canteenId ?? null, group: config?.group, pairedAtMs };
    }),
    schedules: await view.list('centre', 'schedule'),
    pushes: await view.list('centre', 'push'),
    glasses: await view.list('staff', 'glass'),
    healths: await view.list('staff', 'deviceHealth'),
    runs: await view.list('centre', 'run'),
    programmes: await view.list('city', 'programme'),
    notices: await view.list('centre', 'notice'),
    days: await view.list('city', 'calendarDay'),
    media: await view.list('centre', 'media'),
    held: await view.list('staff', 'deviceMedia'),
    playlists: await view.list('centre', 'playlist'),
    policies: await view.list('city', 'policy'),
  };
}

/** What decides what a screen ought to show now. */
export function factsOf(known: Known, screen: Screen, time: TimeReading): ScreenFacts {
  const run = known.runs.find(({ id }) => id === screen.id);
  return {
    centre: known.centre,
    schedule: scheduleFor(known.schedules, screen),
    push: known.pushes.find(({ id }) => id === screen.id),
    canteenId: screen.canteenId,
    run,
    programme: known.programmes.find(({ id }) => id === run?.programmeId),
    notices: known.notices,
    time,
    isRest: restDays(known.days),
  };
}
