import type { CentreId } from '../../kernel/ids.ts';
import type { HubSync } from '../sync/api.ts';
import { systemTimers, type HubTimers } from './timers.ts';

/** How often the system is asked: oftener while the time is not sure, as a network may just have come. */
const ASKED_WHILE_UNSURE_MS = 15_000;
const ASKED_MS = 60_000;

interface ClockWatchOptions {
  readonly centreId: CentreId;
  readonly timers?: HubTimers;
  /** Told of a turn that failed; the next comes all the same. */
  readonly failed: (error: unknown) => void;
}

/**
 * Asks the system for its word on the time, writes the time down for the next start, and tells staff while it is in
 * doubt. Resolves after the first turn; the disposer ends it.
 */
export async function startClockWatch(
  sync: HubSync,
  { centreId, timers = systemTimers, failed }: ClockWatchOptions,
): Promise<() => Promise<void>> {
  let stopped = false;
  let cancel: () => void = () => {};
  const turn = async (): Promise<void> => {
    await sync.time.askSystem();
    await sync.noteTime();
    await tellStaff(sync, centreId);
  };
  /** One after the other, however they are called for. */
  let underWay: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => {
    cancel();
    underWay = underWay.then(async () => {
      if (stopped) return;
      await turn().catch(failed);
      if (stopped) return;
      cancel = timers.after(sync.time.sure ? ASKED_MS : ASKED_WHILE_UNSURE_MS, () => void next());
    });
    return underWay;
  };
  const silence = sync.time.listen(() => void next());
  await next();
  return async () => {
    stopped = true;
    cancel();
    silence();
    await underWay;
    await sync.noteTime().catch(failed);
  };
}

/** Keeps the row by which staff see that the time is in doubt, since when and why: as soon as the boards say so. */
async function tellStaff(sync: HubSync, centreId: CentreId): Promise<void> {
  const { standing } = sync.time;
  const minute = Math.floor(sync.now() / 60_000) * 60_000;
  const doubt = standing.sure ? null : { why: standing.why, sinceMs: standing.sinceMs, hubMs: minute };
  await sync.write(centreId, async (tx) => {
    const known = await tx.get('staff', 'hubClock', 'hub');
    if (known === undefined && doubt === null) return;
    await tx.put('staff', 'hubClock', 'hub', { id: 'hub', putAwayTo: known?.putAwayTo ?? null, doubt });
  });
}
