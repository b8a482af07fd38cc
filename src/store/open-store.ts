import { actorKeyOf, type Actor } from '../kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import type { DeviceNouns } from '../protocol/client/apply.ts';
import { type Client, type Notice, openClient } from '../protocol/client/open-client.ts';
import { wipedSince } from './canary.ts';
import { deviceClock, deviceRandom, deviceTimers } from './device-ports.ts';
import { JournalOnDemand } from './journal/journal-on-demand.ts';
import { wasWritten } from './journal/places.ts';
import { leadWhenElected } from './lead.ts';
import { LiveHints } from './live/live-hints.ts';
import { SharedHints, takeLivePlace } from './live/live-places.ts';
import { openStorage } from './storage/open-storage.ts';
import { FetchTransport } from './transport.ts';

/** Whose store to open. */
interface StoreOwner {
  readonly actor: Actor;
  /** Names the actor in the names of databases, journals, locks and channels. */
  readonly actorKey: string;
  /** Minutes east of UTC. */
  readonly utcOffsetMinutes: number;
}

/** Brings the nouns a face shows and changes; loaded beside the opening of the database. */
export type LoadNouns = () => Promise<DeviceNouns>;

export interface OpenedStore {
  readonly store: LocalStore;
  /** Joins in with the hub: takes the lead among the pages of this owner, or waits for it. Call once. */
  join(): void;
}

/** What whoever opens a store is told of it. */
interface StoreTold {
  /** An attempt to open it failed; the next one follows. */
  readonly doesNotOpen: (error: unknown) => void;
  /** A newer build in another tab has changed it. */
  readonly outgrown?: (() => void) | undefined;
}

/**
 * Opens the local store of a device and its actor: readable at once from what the device holds. Everything is named
 * by both, so that a kiosk, two screens and a console live side by side in one profile. Waits for the database as long
 * as it takes.
 */
export async function openStore(
  { actor, actorKey, utcOffsetMinutes }: StoreOwner,
  loadNouns: LoadNouns,
  { doesNotOpen, outgrown }: StoreTold,
): Promise<OpenedStore> {
  const name = `leling:${actor.deviceId}:${actorKey}`;
  const storage = openStorage(name, { failed: doesNotOpen, outgrown });
  const [nouns] = await Promise.all([loadNouns(), storage.opened()]);
  const client = await openClient({
    storage,
    journal: new JournalOnDemand(
      async () => (await import('./journal/open-journal.ts')).openJournal(name),
      () => wasWritten(name),
    ),
    transport: new FetchTransport(actor.deviceId),
    clock: deviceClock,
    timers: deviceTimers,
    random: deviceRandom,
    actor,
    nouns,
    utcOffsetMinutes,
    failed: (error) => console.error(error),
  });
  storage.onReopened(() => client.storeReopened());
  shareWithOtherTabs(name, client);
  return {
    store: client,
    join: () => {
      leadWhenElected(`${name}:leader`, () => lead(actor, client));
      keepCanary(name, client);
    },
  };
}

/** Notes the store once it has been loaded; says so when it was there before and is empty now. */
function keepCanary(name: string, client: Client): void {
  let loaded = client.status().loaded;
  void wipedSince(name, !loaded).then((wiped) => {
    if (wiped) console.warn(`the store ${name} was wiped; what was not safe comes back from its journal`);
  });
  client.watchStatus((status) => {
    if (!loaded && status.loaded) void wipedSince(name, false);
    loaded = status.loaded;
  });
}

function shareWithOtherTabs(name: string, client: Client): void {
  const channel = new BroadcastChannel(name);
  client.onChanged((notice) => channel.postMessage(notice));
  channel.onmessage = ({ data }: MessageEvent<Notice>) => client.noticeChanged(data);
  // A tab that opens beside the one that leads hears of its hub from that one alone.
  const question: Notice = { kinds: [], asks: true };
  channel.postMessage(question);
}

/** A page without a place for a stream asks this often; what other pages' streams hear it is told at once. */
const ASK_EVERY_MS = 5000;

/** One connection a device, and not one for every face of a profile: the page that leads listens, or asks meanwhile. */
function lead(actor: Actor, client: Client): void {
  const words = new URLSearchParams({ device: actor.deviceId, actor: actorKeyOf(actor) });
  let hints: LiveHints | undefined;
  const shared = new SharedHints((hint) => {
    if (hints === undefined) client.onPoke(hint);
  });
  const listen = (): void => {
    hints = new LiveHints(`/sync/live?${words.toString()}`, deviceRandom, {
      up: () => client.setLive(true),
      down: () => client.setLive(false),
      poke: (poke) => {
        client.onPoke(poke);
        shared.tell(poke);
      },
      grants: () => client.syncNow(),
    });
  };
  const ask = (): void => {
    if (hints !== undefined) return;
    client.syncNow();
    setTimeout(ask, ASK_EVERY_MS * (0.75 + deviceRandom.next() / 2));
  };
  const started = (): void => {
    takeLivePlace(listen);
    setTimeout(ask, ASK_EVERY_MS);
    addEventListener('online', () => client.syncNow());
  };
  client.start().then(started, (error: unknown) => console.error(error));
}
