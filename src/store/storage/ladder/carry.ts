import { takeOver } from '../../../protocol/client/bring-over.ts';
import type { ClientStorage, StoreTx } from '../../../protocol/client/ports.ts';
import {
  listKept,
  listUnsent,
  readClock,
  writeClock,
  type ClockRecord,
  type Entry,
} from '../../../protocol/client/records.ts';
import { deviceClock, deviceRandom } from '../../device-ports.ts';

/** A damaged store may answer nothing: nobody waits for it longer. */
const PATIENCE_MS = 4000;

/** What must not be lost with a store. */
export interface Carried {
  /** What waits, and what the hub has but may lose again, the oldest first. */
  readonly entries: readonly Entry[];
  readonly clock: ClockRecord | null;
}

/** Reads of a damaged store what can be read, each kind by itself: one file may be whole where another is not. */
export async function carriedFrom(old: ClientStorage): Promise<Carried> {
  const [unsent, kept, clock] = await Promise.all([
    readable(old, listUnsent, []),
    readable(old, listKept, []),
    readable<ClockRecord | null>(old, readClock, null),
  ]);
  const byMid = new Map([...kept.flat(), ...unsent].map((entry) => [entry.mut.mid, entry]));
  return { entries: [...byMid.values()].sort((a, b) => (a.mut.mid < b.mut.mid ? -1 : 1)), clock };
}

/** Chains it to the end of another store under the mids it has: what is there already is not doubled. */
export const carryInto = (store: ClientStorage, { entries, clock }: Carried): Promise<void> =>
  store.write(async (tx) => {
    if (clock !== null && clock.highWaterMs > (await readClock(tx)).highWaterMs) writeClock(tx, clock);
    if (entries.length > 0) await takeOver(tx, entries, deviceRandom, deviceClock.wall());
  });

async function readable<T>(
  store: ClientStorage,
  work: (tx: StoreTx) => Promise<T>,
  otherwise: T,
): Promise<T> {
  const tooLate = new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), PATIENCE_MS));
  return Promise.race([store.read(work).catch(() => otherwise), tooLate]);
}
