import type { BucketName } from '../../kernel/buckets.ts';
import type { Actor } from '../../kernel/mutation.ts';
import type { MutationName } from '../../kernel/mutation.ts';
import type { Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { PAGE_LIMIT, PUSH_LIMIT, type Poke } from '../wire/wire.ts';
import type { Ended, LocalStore, Made, SyncStatus, Unsent } from './api.ts';
import type { DeviceNouns, Setting } from './apply.ts';
import { heardChanges, tellChanges, type Changes, type ToldChanges } from './changes.ts';
import { DeviceClock } from './clock.ts';
import { Engine } from './engine.ts';
import type { EngineDeps, LoadEndOfDay } from './engine-deps.ts';
import type { LoadExchange } from './exchange.ts';
import { HubProtocol } from './hub-protocol.ts';
import type { Making } from './making.ts';
import type { HealedHere, LoadMending } from './mend.ts';
import { Pending } from './pending.ts';
import type { Clock, ClientStorage, Journal, Randomness, Timers, Transport } from './ports.ts';
import { changedOf, listUnsent, readBuckets, readClient, readClock, readEnded } from './records.ts';
import type { LoadReports, Reports } from './reports.ts';
import { Watches } from './watches.ts';

interface ClientDeps {
  readonly storage: ClientStorage;
  readonly journal: Journal;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Randomness;
  readonly actor: Actor;
  /** The nouns of this face. */
  readonly nouns: DeviceNouns;
  /** For a page that makes changes. */
  readonly Making?: typeof Making | undefined;
  /** The centre's offset, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  /** The most mutations in a push and rows in a page; the wire's own limits unless said otherwise. */
  readonly limits?: { readonly push: number; readonly page: number };
  /** What a bucket's first pages wait for: the face is shown before what it does not show at first. */
  readonly readyFor?: EngineDeps['readyFor'];
  /** Where the end of a day does not come in a part of its own. */
  readonly endOfDay?: LoadEndOfDay;
  /** Where the exchange with the hub does not come in a part of its own. */
  readonly exchange?: LoadExchange;
  /** Where what sends reports does not come in a part of its own. */
  readonly reporting?: LoadReports;
  /** Where mending does not come in a part of its own. */
  readonly mending?: LoadMending;
  /** Told of what was damaged on the disk and has been put right. */
  readonly healed?: (kind: HealedHere) => void;
  /** The store or the journal failed. The client goes on and tries again. */
  readonly failed: (error: unknown) => void;
}

/** What one tab tells the others of the same client. Plain data, for a BroadcastChannel. */
export interface Notice extends ToldChanges {
  /** How the leader stands with the hub. */
  readonly link?: SyncStatus['link'];
  /** What a tab that does not push wants reported, and how long ago that was. */
  readonly report?: Report;
  readonly agoMs?: number;
  /** A tab has just opened and wants to hear how the leader stands with the hub. */
  readonly asks?: true;
  /** Somebody wants the hub asked now. */
  readonly syncs?: true;
  /** The journal has what the store has lost. */
  readonly merges?: true;
  /** Something in this bucket on the disk is no row. */
  readonly damaged?: BucketName;
}

/** The local store of one (device, actor) with its sync. Several tabs may open it; one of them leads. */
export interface Client extends LocalStore {
  /** Takes the lead: call when this tab has the lock. Resolves once journal and store agree. */
  start(): Promise<void>;
  /** Gives the lead up. */
  stop(): void;
  /** A live hint came. */
  onPoke(poke: Poke): void;
  /** The stream of live hints opened, or broke. */
  setLive(live: boolean): void;
  /** Told when the hub does not know this device or this session any more. Returns the disposer. */
  onUnauthorised(listener: () => void): () => void;
  /** Told of everything the other tabs must be told. Returns the disposer. */
  onChanged(listener: (notice: Notice) => void): () => void;
  /** Another tab said so. */
  noticeChanged(notice: Notice): void;
  /** The store was closed under this page and is open again, perhaps emptied: all that stands is asked again. */
  storeReopened(): void;
}

/** Opens the client over its ports: readable at once, before and without any hub. */
export async function openClient(deps: ClientDeps): Promise<Client> {
  const clock = await deps.storage.read((tx) => readClock(tx, () => deps.healed?.('clock-repaired')));
  const client = new OpenClient(deps, clock.highWaterMs);
  await client.refresh();
  return client;
}

class OpenClient implements Client {
  readonly actor: Actor;
  readonly #deps: ClientDeps;
  readonly #setting: Setting;
  readonly #clock: DeviceClock;
  readonly #pending = new Pending();
  /** Loaded with the first: none is made before the first paint. */
  #reports: Promise<Reports> | null = null;
  /** What was said while no tab was known to lead, the newest of each, on the monotonic clock: whoever leads sends it. */
  readonly #early = new Map<string, { readonly report: Report; readonly atMono: number }>();
  readonly #watches: Watches;
  readonly #making: Making | undefined;
  readonly #engine: Engine;
  readonly #statusListeners = new Set<(status: SyncStatus) => void>();
  readonly #timeListeners = new Set<() => void>();
  readonly #changeListeners = new Set<(notice: Notice) => void>();
  readonly #unauthorisedListeners = new Set<() => void>();
  #status: SyncStatus = { link: 'starting', outbox: 0, lastSyncMs: null, loaded: false, ended: [] };
  #refreshing = false;
  #refreshAgain = false;

  constructor(deps: ClientDeps, highWaterMs: number) {
    this.#deps = deps;
    this.actor = deps.actor;
    this.#setting = { actor: deps.actor, nouns: deps.nouns, utcOffsetMinutes: deps.utcOffsetMinutes };
    this.#clock = new DeviceClock(deps.clock, highWaterMs, () =>
      this.#timeListeners.forEach((listener) => listener()),
    );
    this.#watches = new Watches(deps.storage, deps.actor, deps.nouns.rowKinds, (bucket) => {
      this.#engine.mend(bucket);
      if (!this.#engine.running) this.#tell({ kinds: [], damaged: bucket });
    });
    const engineDeps: EngineDeps = {
      ...deps,
      limits: deps.limits ?? { push: PUSH_LIMIT, page: PAGE_LIMIT },
      setting: this.#setting,
      pending: this.#pending,
      deviceClock: this.#clock,
      protocol: new HubProtocol(),
      endOfDay: deps.endOfDay ?? (() => import('./end-day.ts')),
      mending: deps.mending ?? (() => import('./mend.ts')),
      healed: deps.healed ?? (() => undefined),
      changed: (changes) => this.#changed(inView(changes)),
      emptied: () => this.storeReopened(),
      linkChanged: (link) => this.#linkChanged(link),
      unauthorised: () => this.#unauthorisedListeners.forEach((listener) => listener()),
    };
    this.#engine = new Engine(engineDeps, deps.exchange ?? (() => import('./exchange.ts')));
    const { Making } = deps;
    this.#making =
      Making &&
      new Making({
        ...deps,
        setting: this.#setting,
        time: () => this.time(),
        made: ({ client, entry, changes }) => {
          this.#pending.add(client.clientId, entry);
          // It leaves for the hub before the views here read it.
          this.#engine.wake();
          this.#changed(inView(changes));
        },
        orphaned: () => this.#mergeAgain(),
      });
  }

  query: LocalStore['query'] = (query) => this.#watches.query(query);
  watch: LocalStore['watch'] = (query, next, failed) => this.#watches.watch(query, next, failed);

  async mutate(name: MutationName, args: unknown): Promise<Made> {
    if (this.#making === undefined) throw new Error('nothing is made here');
    return this.#making.mutate(name, args);
  }

  async recall(question: string): Promise<Json | undefined> {
    const { readAnswer } = await import('./kept-answers.ts');
    return this.#deps.storage.read((tx) => readAnswer(tx, question));
  }

  async remember(
    question: string,
    answer: unknown,
    durability: 'relaxed' | 'strict' = 'relaxed',
  ): Promise<void> {
    const plain: Json = JSON.parse(JSON.stringify(answer));
    const { writeAnswer } = await import('./kept-answers.ts');
    return this.#deps.storage.write((tx) => writeAnswer(tx, question, plain), { durability });
  }

  status(): SyncStatus {
    return this.#status;
  }

  watchStatus(next: (status: SyncStatus) => void): () => void {
    this.#statusListeners.add(next);
    next(this.#status);
    return () => this.#statusListeners.delete(next);
  }

  async unsent(): Promise<readonly Unsent[]> {
    return (await this.#deps.storage.read(listUnsent)).map(({ mut }) => mut);
  }

  get utcOffsetMinutes(): number {
    return this.#setting.utcOffsetMinutes;
  }

  time(): ReturnType<LocalStore['time']> {
    return this.#clock.read();
  }

  watchTime(next: () => void): () => void {
    this.#timeListeners.add(next);
    return () => this.#timeListeners.delete(next);
  }

  report(report: Report): void {
    this.#early.set(`${report.type} ${report.of ?? ''}`, { report, atMono: this.#deps.clock.monotonic() });
    if (this.#engine.running || this.#status.link !== 'starting') this.#sayEarly();
  }

  /** Somebody leads. */
  #sayEarly(): void {
    const now = this.#deps.clock.monotonic();
    for (const { report, atMono } of this.#early.values()) {
      if (this.#engine.running) this.#add(report, atMono);
      else this.#tell({ kinds: [], report, agoMs: now - atMono });
    }
    this.#early.clear();
  }

  #add(report: Report, atMono: number): void {
    const { reporting = () => import('./reports.ts'), failed } = this.#deps;
    this.#reports ??= reporting().then(({ Reports }) => new Reports(this.#deps));
    this.#reports
      .then((reports) => reports.add(report, atMono))
      .catch((error: unknown) => {
        // The next one tries again.
        this.#reports = null;
        failed(error);
      });
  }

  syncNow(): void {
    if (this.#engine.running) this.#engine.syncNow();
    else this.#tell({ kinds: [], syncs: true });
  }

  start(): Promise<void> {
    const agreed = this.#engine.start();
    this.#sayEarly();
    return agreed;
  }

  stop(): void {
    this.#engine.stop();
  }

  onPoke(poke: Poke): void {
    this.#engine.poke(poke).catch(this.#deps.failed);
  }

  setLive(live: boolean): void {
    this.#engine.setLive(live);
  }

  onUnauthorised(listener: () => void): () => void {
    this.#unauthorisedListeners.add(listener);
    return () => this.#unauthorisedListeners.delete(listener);
  }

  onChanged(listener: (notice: Notice) => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  noticeChanged(notice: Notice): void {
    if (notice.report !== undefined && this.#engine.running)
      this.#add(notice.report, this.#deps.clock.monotonic() - (notice.agoMs ?? 0));
    if (notice.link !== undefined && !this.#engine.running) {
      this.#become({ ...this.#status, link: notice.link });
      this.#sayEarly();
    }
    if (notice.merges === true && this.#engine.running) return this.#mergeAgain();
    if (notice.syncs === true) {
      if (this.#engine.running) this.#engine.syncNow();
      return;
    }
    if (notice.damaged !== undefined) return this.#engine.mend(notice.damaged);
    if (notice.asks === true) {
      if (this.#engine.running) this.#tell({ kinds: [], link: this.#status.link });
      return;
    }
    this.#watches.changed(heardChanges(notice));
    this.#look();
    this.#engine.wake();
  }

  storeReopened(): void {
    this.#pending.invalidate();
    this.#watches.all();
    this.#look();
    if (this.#engine.running) this.#mergeAgain();
  }

  /** What a store has lost comes back from its journal, as at a start. */
  #mergeAgain(): void {
    if (!this.#engine.running) return this.#tell({ kinds: [], merges: true });
    this.#engine.stop();
    this.#engine.start().catch(this.#deps.failed);
  }

  #changed(changes: Changes): void {
    this.#watches.changed(changes);
    this.#look();
    this.#tell(tellChanges(changes));
  }

  #linkChanged(link: SyncStatus['link']): void {
    if (link === this.#status.link) return;
    this.#become({ ...this.#status, link });
    this.#tell({ kinds: [], link });
  }

  #tell(notice: Notice): void {
    this.#changeListeners.forEach((listener) => listener(notice));
  }

  #look(): void {
    if (this.#making !== undefined) this.#making.look().catch(this.#deps.failed);
    this.refresh().catch(this.#deps.failed);
  }

  /** Reads the status from the disk, where every tab writes its part of it. */
  async refresh(): Promise<void> {
    this.#refreshAgain = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#refreshAgain) {
        this.#refreshAgain = false;
        const seen = await this.#deps.storage.read(readStatus);
        this.#become({ link: this.#status.link, ...seen });
      }
    } finally {
      this.#refreshing = false;
    }
  }

  #become(status: SyncStatus): void {
    this.#status = status;
    this.#statusListeners.forEach((listener) => listener(status));
  }
}

async function readStatus(tx: Parameters<typeof readClient>[0]): Promise<Omit<SyncStatus, 'link'>> {
  const client = await readClient(tx);
  const loaded = new Set(
    (await readBuckets(tx)).filter((record) => record.loaded).map((record) => record.bucket),
  );
  const ended: readonly Ended[] = await readEnded(tx);
  return {
    outbox: client?.outbox ?? 0,
    lastSyncMs: (await readClock(tx)).lastSyncMs,
    loaded: (client?.grants ?? []).length > 0 && (client?.grants ?? []).every((bucket) => loaded.has(bucket)),
    ended,
  };
}

/** The same as views name it. */
const inView = (changes: Changes): Changes =>
  new Map([...changes].map(([kind, ids]) => [changedOf(kind), ids]));
