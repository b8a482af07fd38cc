import type { LocalStore, SyncStatus } from '../../protocol/client/api.ts';
import type { Timers } from '../../protocol/client/ports.ts';
import { deviceTimers } from '../device-ports.ts';
import { answerOf } from './indexed-db-storage.ts';
import { openDatabase } from './open-database.ts';
import { placeOf } from './place.ts';

/** They sort behind the stores' own names, for whoever lists them. */
const SCRATCH = ['swept-a', 'swept-b'] as const;
const PATIENCE_MS = 10_000;
/** The first has the engine write out what it has in mind, the second packs that with what was there. */
const TURNS = 2;

/**
 * Makes the engine pack its files: what a database deletes stays readable in them for weeks, since Chromium packs them
 * by and by. Where a database is deleted it packs at once, down to where that one lay, all that lies beside it. So an
 * empty one is made and the one of the time before deleted, which has sunk to the bottom. No row of any other is touched.
 */
export async function sweep(name: string): Promise<void> {
  const { factory } = await placeOf(name);
  const shape = { stores: ['a'], steps: [(made: IDBDatabase) => void made.createObjectStore('a')] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const there = (await factory.databases()).map((one) => one.name);
    const [fresh, old] = there.includes(SCRATCH[0]) ? [SCRATCH[1], SCRATCH[0]] : SCRATCH;
    (await openDatabase(factory, fresh, shape, PATIENCE_MS)).close();
    await answerOf(factory.deleteDatabase(old));
  }
}

/** What is let go of together is swept together. */
const SETTLE_MS = 10_000;
/** What is acknowledged while people stand in a queue is seen to together. */
const ACKNOWLEDGED_MS = 5 * 60_000;
/** What ends with its day is let go of without a word. */
const EVERY_MS = 6 * 3_600_000;

interface Swept {
  readonly store: Pick<LocalStore, 'status' | 'watchStatus'>;
  /** Takes what is to be called whenever the journal has forgotten something. */
  readonly whenForgotten: (listener: () => void) => void;
  /** Seals what the hub has, where the hub is there to seal it for. True where some of it cannot be sealed yet. */
  readonly seal: () => Promise<boolean>;
  readonly sweep: () => Promise<void>;
  readonly timers?: Timers;
}

/**
 * Sees to it that what the hub has can be read by the hub alone, and that what is safe, and what has ended with its day,
 * is not to be found on the disk any more: after each start, every few hours, when something was forgotten, and soon after
 * the hub has taken something, or is back. While anything is unsent nothing is touched.
 */
export function keepSwept({ store, whenForgotten, seal, sweep, timers = deviceTimers }: Swept): void {
  let waits = false;
  const wait = (ms: number): void => {
    if (waits) return;
    waits = true;
    timers.after(ms, () => {
      waits = false;
      if (store.status().outbox > 0) return wait(ms);
      seal()
        .then((isLeft) => isLeft && wait(SETTLE_MS))
        .catch((error: unknown) => console.error(error))
        .then(sweep)
        .catch((error: unknown) => console.error(error));
    });
  };
  const again = (): void => {
    wait(SETTLE_MS);
    timers.after(EVERY_MS, again);
  };
  whenForgotten(() => wait(SETTLE_MS));
  let before = store.status();
  store.watchStatus((now) => {
    if (now.outbox < before.outbox || (isThere(now) && !isThere(before))) wait(ACKNOWLEDGED_MS);
    before = now;
  });
  again();
}

const isThere = ({ link }: SyncStatus): boolean => link === 'live' || link === 'polling';

/** The pages of a browser do it one at a time, and none that comes while another is at it. */
export const sweepAlone = (name: string): Promise<void> =>
  navigator.locks.request('leling:sweeping', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await sweep(name);
  });
