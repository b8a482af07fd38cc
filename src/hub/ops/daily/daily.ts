import { id, type CentreId } from '../../../kernel/ids.ts';
import { addDays, civilMoment, unixOf, utcOffsetOf } from '../../../kernel/time.ts';
import type { HubSync } from '../../sync/api.ts';
import { closeDay } from './close-day.ts';
import { extendCalendar } from './extend-calendar.ts';
import { extendMenus } from './extend-menus.ts';

/** What waits for midnight; a test gives one of its own. */
interface DailyClock {
  /** Calls back once after some milliseconds. Returns the disposer. */
  after(ms: number, then: () => void): () => void;
}

interface DailyOptions {
  /** `sample` where nothing is said. */
  readonly centreId?: CentreId;
  /** Told of a day's work that failed; it is tried again a minute later. */
  readonly failed?: (error: unknown) => void;
}

/** Does not wait longer at once, so that a clock set forward is noticed within the hour. */
const LONGEST_WAIT_MS = 3_600_000;
const RETRY_MS = 60_000;

const systemClock: DailyClock = {
  after(ms, then) {
    const timer = setTimeout(then, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/**
 * One day's work: calendar and menus reach ahead, the days before are closed, old tombstones go. Twice is as once.
 */
export async function dailyWork(sync: HubSync, centreId: CentreId): Promise<void> {
  const nowMs = sync.now();
  const today = civilMoment(nowMs, await offsetOf(sync, centreId)).date;
  await extendCalendar(sync, centreId, today);
  await extendMenus(sync, centreId, today, nowMs);
  await closeDay(sync, centreId, today, nowMs);
  await sync.purgeTombstones();
}

/** The centre's minutes east of UTC. */
async function offsetOf(sync: HubSync, centreId: CentreId): Promise<number> {
  const centre = await sync.read(centreId, (tx) => tx.get('centre', 'centre', centreId));
  return utcOffsetOf(centre);
}

/**
 * Does the day's work now and after each of the centre's midnights (a hub that wants the first done before it serves
 * awaits `dailyWork` itself; twice is as once). The disposer ends it and lets a work under way finish.
 */
export function startDaily(
  sync: HubSync,
  clock: DailyClock = systemClock,
  options: DailyOptions = {},
): () => Promise<void> {
  const centreId = options.centreId ?? id<'CentreId'>('sample');
  let doneFor: string | null = null;
  let cancel: () => void = () => {};
  let stopped = false;

  const turn = async (): Promise<void> => {
    let wait = RETRY_MS;
    try {
      const offset = await offsetOf(sync, centreId);
      const { date } = civilMoment(sync.now(), offset);
      if (date !== doneFor) await dailyWork(sync, centreId);
      doneFor = date;
      wait = Math.min(LONGEST_WAIT_MS, Math.max(1000, unixOf(addDays(date, 1), 0, offset) - sync.now()));
    } catch (error) {
      options.failed?.(error);
    }
    if (stopped) return;
    cancel = clock.after(wait, () => {
      underWay = turn();
    });
  };

  let underWay = turn();
  return async () => {
    stopped = true;
    cancel();
    await underWay;
  };
}
