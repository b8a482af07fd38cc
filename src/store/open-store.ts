import type { Actor } from '../kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import type { DeviceNouns } from '../protocol/client/apply.ts';
import { type Client, type Notice, openClient } from '../protocol/client/open-client.ts';
import { deviceClock, deviceRandom, deviceTimers } from './device-ports.ts';
import { JournalOnDemand } from './journal/journal-on-demand.ts';
import { wasWritten } from './journal/places.ts';
import { runsFromMemory } from './in-memory.ts';
import { leadWhenElected } from './lead.ts';
import type { SealingStorage } from './sealed/sealing-storage.ts';
import { openStorage } from './storage/open-storage.ts';
import type { ReopeningStorage } from './storage/reopening-storage.ts';
import { FetchTransport } from './transport.ts';
import { untilLoaded } from './until-loaded.ts';

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

/** For a page that changes nothing and whose rows need no rules on the device: a television, the self-check. */
export const noNouns: LoadNouns = async () => ({ mutations: {}, rowKinds: {} });

export interface OpenedStore {
  readonly store: LocalStore;
  /**
   * Joins in with the hub: takes the lead among the pages of this owner, or waits for it. What the first content does
   * not wait for is loaded once it is `painted`. Call once.
   */
  join(painted?: Promise<void>): void;
}

/** Keeps what is personal in a store sealed; a face that holds nothing personal has none. */
export type Seal = (storage: ReopeningStorage, name: string) => SealingStorage;

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
  seal?: Seal,
): Promise<OpenedStore> {
  const name = `leling:${actor.deviceId}:${actorKey}`;
  const storage = openStorage(name, { failed: doesNotOpen, outgrown });
  const [nouns, making] = await Promise.all([
    loadNouns(),
    loadNouns === noNouns ? undefined : import('../protocol/client/making.ts'),
    storage.opened(),
  ]);
  const journal = new JournalOnDemand(
    async () => (await import('./journal/open-journal.ts')).openJournal(name),
    () => wasWritten(name),
  );
  // The key of what is sealed lies on the disk.
  const sealed = runsFromMemory() ? undefined : seal?.(storage, name);
  const store = sealed ?? storage;
  let shown = (): void => undefined;
  const onTheGlass = new Promise<void>((resolve) => (shown = resolve));
  const client = await openClient({
    storage: store,
    journal,
    transport: new FetchTransport(actor.deviceId),
    clock: deviceClock,
    timers: deviceTimers,
    random: deviceRandom,
    actor,
    nouns,
    Making: making?.Making,
    utcOffsetMinutes,
    healed: (kind) => void import('./healed.ts').then(({ noteHealed }) => noteHealed(kind)),
    // What a face does not show at first is sealed, and its first pages and their cipher wait until it is shown.
    readyFor: sealed && ((bucket) => (sealed.isSealed(bucket) ? onTheGlass : undefined)),
    failed: (error) => console.error(error),
  });
  store.onReopened(() => client.storeReopened());
  shareWithOtherTabs(name, client);
  const wasEmpty = !client.status().loaded;
  return {
    store: client,
    join: (painted = Promise.resolve()) => {
      void painted.then(shown);
      const leads = (): void => void lead(actor, client, painted);
      // Where nothing can be kept each page is alone with its memory.
      if (runsFromMemory()) leads();
      else leadWhenElected(`${name}:leader`, leads);
      void painted
        .then(() =>
          untilLoaded(
            () => import('./watch-store.ts'),
            () => undefined,
            ASK_EVERY_MS,
          ),
        )
        .then(({ watchStore }) =>
          watchStore({
            name,
            wasEmpty,
            storage,
            journal,
            store: client,
            opened: store,
            changes: making !== undefined,
          }),
        );
    },
  };
}

function shareWithOtherTabs(name: string, client: Client): void {
  const channel = new BroadcastChannel(name);
  client.onChanged((notice) => channel.postMessage(notice));
  channel.onmessage = ({ data }: MessageEvent<Notice>) => client.noticeChanged(data);
  // A tab that opens beside the one that leads hears of its hub from that one alone.
  const question: Notice = { kinds: [], asks: true };
  channel.postMessage(question);
}

/** Where listening cannot be loaded, the page asks this often, and tries again. */
const ASK_EVERY_MS = 5000;

async function lead(actor: Actor, client: Client, painted: Promise<void>): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    return console.error(error);
  }
  addEventListener('online', () => client.syncNow());
  await painted;
  const { listen } = await untilLoaded(
    () => import('./live/listen.ts'),
    () => client.syncNow(),
    ASK_EVERY_MS,
  );
  listen(actor, client);
}
