import { actorKeyOf } from '../kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { giveUp, takeOver, unsentIn } from '../protocol/client/bring-over.ts';
import type { Notice } from '../protocol/client/open-client.ts';
import type { Journal } from '../protocol/client/ports.ts';
import { dropForgotten } from '../protocol/client/records.ts';
import { deviceClock, deviceRandom } from './device-ports.ts';
import { openJournal } from './journal/open-journal.ts';
import { OpfsJournal } from './journal/opfs-journal.ts';
import { wasWritten } from './journal/places.ts';
import { openStorage } from './storage/open-storage.ts';
import { inBucket } from './storage/bucket.ts';
import { textKeys } from './more-texts.ts';

/**
 * Brings a person's unsent work over from the other consoles this browser is or has been, so that all of it goes out
 * from where they are signed in. A store that an open page leads is waited for, till that page is closed. `emptied` is told of each console that has nothing of theirs any more.
 */
export async function bringOver(
  store: LocalStore,
  noted: readonly string[],
  emptied: (deviceId: string) => void,
): Promise<void> {
  const here = store.actor.deviceId;
  const devices = new Set([...noted, ...(await devicesOf(actorKeyOf(store.actor)))]);
  devices.delete(here);
  bringFrom(store, [...devices], emptied);
}

/** The same from these devices: a glass that is another device now goes on with what it left unsent as the one before. */
export function bringFrom(
  store: LocalStore,
  devices: readonly string[],
  emptied: (deviceId: string) => void,
): void {
  for (const deviceId of devices) {
    navigator.locks
      .request(`${nameOf(store, deviceId)}:leader`, () => bring(nameOf(store, deviceId), store))
      .then(() => emptied(deviceId))
      .catch((error: unknown) => console.error(error));
  }
}

const nameOf = ({ actor }: LocalStore, deviceId: string): string => `leling:${deviceId}:${actorKeyOf(actor)}`;

/** The devices under which this browser has a store of a person. */
async function devicesOf(actorKey: string): Promise<readonly string[]> {
  const outside = (await indexedDB.databases()).map(({ name = '' }) => name);
  const inside = textKeys()
    .filter((key) => key.startsWith(inBucket))
    .map((key) => key.slice(inBucket.length));
  return [...outside, ...inside].flatMap((name) => {
    const rest = `:${actorKey}`;
    return name.startsWith('leling:') && name.endsWith(rest)
      ? [name.slice('leling:'.length, -rest.length)]
      : [];
  });
}

/** Kept here on both media first, let go of there afterwards: a crash between the two only does it once more. */
async function bring(from: string, store: LocalStore): Promise<void> {
  const own = nameOf(store, store.actor.deviceId);
  const there = openStorage(from, { diskOnly: true });
  const here = openStorage(own, { diskOnly: true });
  try {
    const journaled = (await wasWritten(from)) ? await inJournal(from, (journal) => journal.readAll()) : [];
    const entries = await there.read((tx) => unsentIn(tx, journaled));
    if (entries.length === 0) return;
    const taken = await here.write((tx) => takeOver(tx, entries, deviceRandom, deviceClock.wall()));
    await inJournal(own, (journal) => journal.append(taken));
    const mids = entries.map(({ mut }) => mut.mid);
    await there.write((tx) => giveUp(tx, mids));
    tellPages(own);
    store.syncNow();
    await inJournal(from, (journal) => journal.forget(mids));
    await there.write((tx) => dropForgotten(tx, mids));
  } finally {
    there.close();
    here.close();
  }
}

async function inJournal<T>(name: string, work: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await openJournal(name);
  try {
    return await work(journal);
  } finally {
    if (journal instanceof OpfsJournal) journal.close();
  }
}

/** All pages of a store, this one as well, read anew how much waits in it. */
function tellPages(name: string): void {
  const channel = new BroadcastChannel(name);
  const notice: Notice = { kinds: [] };
  channel.postMessage(notice);
  channel.close();
}
