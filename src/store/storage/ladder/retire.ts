import type { LocalStore } from '../../../protocol/client/api.ts';
import { takeOver } from '../../../protocol/client/bring-over.ts';
import type { ClientStorage, Journal } from '../../../protocol/client/ports.ts';
import { listKept, listUnsent } from '../../../protocol/client/records.ts';
import { deviceClock, deviceRandom } from '../../device-ports.ts';
import { IndexedDbStorage } from '../indexed-db-storage.ts';
import { openDatabase } from '../open-database.ts';
import { storeShape } from '../store-shape.ts';
import { bucketName, inBucket } from '../bucket.ts';
import { notedGeneration, placeOf } from '../place.ts';
import { forgetRetired, noteTried, retiredGenerations, type Retired } from './generations.ts';
import { textKeys } from '../../more-texts.ts';

const PATIENCE_MS = 10_000;
/**
 * What cannot be read today may be readable tomorrow, after somebody has looked at the disk; not for ever. Days on which it
 * was tried are counted, not the time between two readings of a clock: one that jumps by years makes it one day older.
 */
const TRIED_DAYS = 7;

interface Successor {
  readonly name: string;
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly store: LocalStore;
}

/**
 * Sees to the generations a store has left, once the new one has all that the hub tells: what they still hold unsent is
 * brought over, and then they are deleted. Once at each start. Those of another store are that one's own.
 */
export async function retireOld(successor: Successor): Promise<void> {
  const { name, store } = successor;
  await navigator.locks.request(`${name}:retiring`, async () => {
    for (const old of retiredGenerations()) {
      if (old.name !== name || old.generation >= notedGeneration(name)) continue;
      if (!(await empty(old, successor)) && !isGivenUp(old, store)) continue;
      forgetRetired(old);
      await dropBucket(old.generation);
    }
  });
}

/** Only days that the hub has confirmed count. */
function isGivenUp(old: Retired, store: LocalStore): boolean {
  const { quality, nowMs } = store.time();
  if (quality !== 'confirmed') return false;
  return noteTried(old, new Date(nowMs).toISOString().slice(0, 10)) >= TRIED_DAYS;
}

/** True once all that can be had of it is in the successor and the old database is gone. */
async function empty(
  { name, generation }: Retired,
  { storage, journal, store }: Successor,
): Promise<boolean> {
  try {
    const place = await placeOf(name, generation);
    const there = (await place.factory.databases()).some((one) => one.name === place.name);
    if (!there) return true;
    const old = new IndexedDbStorage(await openDatabase(place.factory, place.name, storeShape, PATIENCE_MS));
    const entries = await old.read(async (tx) => [...(await listKept(tx)).flat(), ...(await listUnsent(tx))]);
    if (entries.length > 0) {
      const taken = await storage.write((tx) => takeOver(tx, entries, deviceRandom, deviceClock.wall()));
      await journal.append(taken);
      store.syncNow();
    }
    old.giveUp();
    place.factory.deleteDatabase(place.name);
    return true;
  } catch {
    return false;
  }
}

/** A bucket that no store is in any more, nor left lately. */
async function dropBucket(generation: number): Promise<void> {
  const names = textKeys().filter((key) => key.startsWith(inBucket));
  const isUsed =
    names.some((key) => notedGeneration(key.slice(inBucket.length)) === generation) ||
    retiredGenerations().some((one) => one.generation === generation);
  if (!isUsed) await navigator.storageBuckets?.delete(bucketName(generation));
}
