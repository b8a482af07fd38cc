import type { SqlHubDatabase } from '../../db/hub-database.ts';
import { backUp, type Made } from './back-up.ts';
import { keptBackups } from './kept.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** At this hour of the centre's night. */
const NIGHT_HOUR = 3;
/** A hub that was off at night makes up for it once it has settled. */
const SETTLE_MS = 10 * 60_000;
const TRY_AGAIN_MS = HOUR_MS;

interface NightlyOptions {
  readonly database: SqlHubDatabase;
  readonly dir: string;
  /** The hub's time, Unix ms. */
  readonly now: () => number;
  readonly utcOffsetMinutes: number;
  readonly made?: (made: Made) => void;
  /** Told of a backup that failed; it is tried again an hour later. */
  readonly failed: (error: unknown) => void;
}

/** Backs the hub up every night. Returns what ends it, once a backup under way is whole. */
export async function startNightly(options: NightlyOptions): Promise<() => Promise<void>> {
  const { database, dir, now } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let ended = false;

  const wait = (ms: number): void => {
    if (ended) return;
    timer = setTimeout(() => {
      underWay = turn();
    }, ms);
    timer.unref();
  };
  const turn = async (): Promise<void> => {
    try {
      options.made?.(await backUp(database, dir, now()));
      wait(untilNight(now(), options.utcOffsetMinutes));
    } catch (error) {
      options.failed(error);
      wait(TRY_AGAIN_MS);
    }
  };

  const newest = (await keptBackups(dir)).at(-1);
  // One of a day to come was made by a clock that had run ahead, and says nothing of the last night.
  const isDue = newest === undefined || Math.abs(now() - newest.madeAtMs) > DAY_MS;
  const night = untilNight(now(), options.utcOffsetMinutes);
  wait(isDue ? Math.min(SETTLE_MS, night) : night);
  return async () => {
    ended = true;
    clearTimeout(timer);
    await underWay;
  };
}

/** Milliseconds to the next night's hour. */
export function untilNight(nowMs: number, utcOffsetMinutes: number): number {
  const intoDay = (((nowMs + utcOffsetMinutes * 60_000) % DAY_MS) + DAY_MS) % DAY_MS;
  const left = NIGHT_HOUR * HOUR_MS - intoDay;
  return left > 0 ? left : left + DAY_MS;
}
