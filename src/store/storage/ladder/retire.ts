import type { LocalStore } from '../../../protocol/client/api.ts';
import { takeOver } from '../../../protocol/client/bring-over.ts';
import type { ClientStorage, Journal } from '../../../protocol/client/ports.ts';
import { listKept, listUnsent, type Entry } from '../../../protocol/client/records.ts';
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
const AGAIN_MS = 6 * 3_600_000;

interface Successor {
  readonly name: string;
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly store: LocalStore;
}

/** The same at a start and, since a page may run for months, every few hours. */
export function keepRetiring(successor: Successor): void {
  const retire = (): void => void retireOld(successor).catch((error: unknown) => console.error(error));
  retire();
  setInterval(retire, AGAIN_MS);
}

/**
 * Sees to the generations that stores have left. Of its own, once the new one has all that the hub tells, what they still hold
 * unsent is brought over, and then they are deleted. Those of another store are deleted where they hold nothing unsent: who
 * they were of may never come back; what is unsent is left to that person.
 */
export async function retireOld(successor: Successor): Promise<void> {
  for (const { name, generation } of retiredGenerations())
    await navigator.locks.request(`${name}:retiring`, async () => {
      const old = retiredGenerations().find((one) => one.name === name && one.generation === generation);
      if (old !== undefined && generation < notedGeneration(name)) await retire(old, successor);
    });
}

async function retire(old: Retired, successor: Successor): Promise<void> {
  const end = await empty(old, successor).catch(() => 'unreadable' as const);
  if (end === 'held' || (end === 'unreadable' && !isGivenUp(old, successor.store))) return;
  forgetRetired(old);
  await dropBucket(old.generation);
}

/** Only days that the hub has confirmed count. */
function isGivenUp(old: Retired, store: LocalStore): boolean {
  const { quality, nowMs } = store.time();
  if (quality !== 'confirmed') return false;
  return noteTried(old, new Date(nowMs).toISOString().slice(0, 10)) >= TRIED_DAYS;
}

/** `gone`: all that can be had of it is in the successor, and it is deleted. `held`: it has work that is nowhere else yet. */
async function empty({ name, generation }: Retired, successor: Successor): Promise<'gone' | 'held'> {
  const place = await placeOf(name, generation);
  const there = (await place.factory.databases()).some((one) => one.name === place.name);
  if (!there) return 'gone';
  const old = new IndexedDbStorage(await openDatabase(place.factory, place.name, storeShape, PATIENCE_MS));
  try {
    const entries = await old.read(async (tx) => [...(await listKept(tx)).flat(), ...(await listUnsent(tx))]);
    if (entries.length > 0 && !(name === successor.name && (await takeIn(entries, successor)))) return 'held';
  } finally {
    old.giveUp();
  }
  place.factory.deleteDatabase(place.name);
  return 'gone';
}

/** False where there is no room for it today: what can be read is given up on no day. */
async function takeIn(entries: readonly Entry[], { storage, journal, store }: Successor): Promise<boolean> {
  try {
    const taken = await storage.write((tx) => takeOver(tx, entries, deviceRandom, deviceClock.wall()));
    await journal.append(taken);
    store.syncNow();
    return true;
  } catch (error) {
    console.error(error);
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
