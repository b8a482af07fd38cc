import { LATE_AT_MINUTE } from '../../../features/menus/model/late.ts';
import { id, type CentreId } from '../../../kernel/ids.ts';
import { civilMoment, unixOf, utcOffsetOf } from '../../../kernel/time.ts';
import type { Vault } from '../../people/vault.ts';
import type { HubSync } from '../../sync/api.ts';
import { systemTimers, type HubTimers } from '../timers.ts';
import { extendCalendar } from './extend-calendar.ts';
import { extendMenus } from './extend-menus.ts';
import { putAwayDay, type PutAway } from './put-away.ts';
import { remindMenus } from './remind-menus.ts';

interface DailyOptions {
  /** `sample` where nothing is said. */
  readonly centreId?: CentreId;
  /** What only the hub knows, to be cleared of what is over; left alone where nothing is said. */
  readonly vault?: Vault;
  /** Told of a day's work that failed; it is tried again a minute later. */
  readonly failed?: (error: unknown) => void;
}

/**
 * Does not wait longer at once, so that a clock set forward is noticed within the hour; and what many days have left is
 * put away a day an hour: a wrong clock that was believed has cost little by the time somebody sees it.
 */
const LONGEST_WAIT_MS = 3_600_000;
const RETRY_MS = 60_000;
/** Between two turns of letting go, so that what people do comes first. */
const MORE_MS = 1000;

/**
 * One day's work: calendar and menus reach ahead, and what is old is put away, a day's share at once. Twice is as once.
 * Returns whether there is more to put away.
 */
export async function dailyWork(
  sync: HubSync,
  centreId: CentreId,
  vault: Vault | null = null,
): Promise<PutAway> {
  const nowMs = sync.now();
  const offset = await offsetOf(sync, centreId);
  const today = civilMoment(nowMs, offset).date;
  await extendCalendar(sync, centreId, today);
  await extendMenus(sync, centreId, today, sync.time.sure ? nowMs : 0);
  return putAwayDay(sync, vault, { centreId, today, utcOffsetMinutes: offset });
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
  timers: HubTimers = systemTimers,
  options: DailyOptions = {},
): () => Promise<void> {
  const centreId = options.centreId ?? id<'CentreId'>('sample');
  let doneFor: string | null = null;
  /** Whether days wait to be put away; on a time that was not sure nothing has been yet. */
  let waiting = true;
  let cancel: () => void = () => {};
  let stopped = false;

  const turn = async (): Promise<void> => {
    let wait = RETRY_MS;
    try {
      const offset = await offsetOf(sync, centreId);
      const moment = civilMoment(sync.now(), offset);
      const { date } = moment;
      const { mayDestroy, sure } = sync.time;
      let putAway: PutAway = 'done';
      if (date !== doneFor || (waiting && mayDestroy)) {
        putAway = await dailyWork(sync, centreId, options.vault);
        waiting = putAway !== 'done' || !mayDestroy;
      }
      doneFor = date;
      if (sure) await remindMenus(sync, centreId, moment);
      const nextMinute = moment.minute < LATE_AT_MINUTE ? LATE_AT_MINUTE : 24 * 60;
      const until = Math.max(1000, unixOf(date, nextMinute, offset) - sync.now());
      wait = putAway === 'more' ? MORE_MS : Math.min(LONGEST_WAIT_MS, until);
    } catch (error) {
      options.failed?.(error);
    }
    if (!stopped) cancel = timers.after(wait, next);
  };
  let underWay = Promise.resolve();
  const next = (): void => {
    cancel();
    underWay = underWay.then(() => (stopped ? undefined : turn()));
  };

  // A time that has become sure, or another, is another day's work.
  const silence = sync.time.listen(next);
  next();
  return async () => {
    stopped = true;
    silence();
    cancel();
    await underWay;
  };
}
