import { rowKinds } from '../../src/features/registry.ts';
import type { BucketName } from '../../src/kernel/buckets.ts';
import type { Kind } from '../../src/kernel/rows.ts';
import { id, type CentreId, type Mid } from '../../src/kernel/ids.ts';
import { SqlHubDatabase } from '../../src/hub/db/hub-database.ts';
import { imageOf, openDatabase } from '../../src/hub/db/open.ts';
import type { HubSync } from '../../src/hub/sync/api.ts';
import { createHubSync } from '../../src/hub/sync/hub-sync.ts';
import type { Asker, OtherActor } from '../../src/protocol/hub/asker.ts';
import { mintEpoch } from '../../src/protocol/hub/history.ts';
import type { HouseRules } from '../../src/protocol/hub/house-rules.ts';
import type { ArchivedRow, HubSnapshot, HubTx, MutationRecord } from '../../src/protocol/hub/ports.ts';
import type {
  Cursor,
  Poke,
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  WireRow,
} from '../../src/protocol/wire/wire.ts';
import type { Reply } from '../../src/protocol/client/ports.ts';
import type { HubTime } from '../../src/hub/sync/hub-time.ts';
import { HubMachine } from './hub-machine.ts';
import { today, type Build } from './builds.ts';
import type { Chance } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export const CENTRE: CentreId = id('sim');
const ARCHIVED = [
  [`people:${CENTRE}`, 'attendance'],
  [`centre:${CENTRE}`, 'attendanceCount'],
] as const;
/** How many backups are kept. */
const BACKUPS_KEPT = 3;

type TakePush = (request: PushRequest) => Promise<PushAnswer | OtherActor>;

/** What a mechanism's switch may do to a hub. */
export interface HubTamper {
  readonly tx?: (tx: HubTx) => HubTx;
  readonly snapshot?: (snapshot: HubSnapshot) => HubSnapshot;
  /** Changes what the hub thinks of its time. */
  readonly time?: (time: HubTime) => void;
  readonly house?: (build: Build) => HouseRules;
  readonly kinds?: (build: Build) => Build['kinds'];
  /** Stands before the hub's taking in of pushes. */
  readonly push?: (request: PushRequest, push: TakePush) => ReturnType<TakePush>;
  /** A crash takes back the commits of the last moments. */
  readonly losesCommits?: boolean;
}

/** A copy of the data folder and how far every client had come in it. */
interface Copy {
  readonly image: Buffer;
  readonly lastSeqs: ReadonlyMap<string, number>;
}

/** The product's hub database with a harness between it and what uses it. */
class HarnessDatabase extends SqlHubDatabase {
  /** True while the line to it is cut, or its disk is full. */
  outOfReach = false;
  readonly #tamper: HubTamper;

  constructor(inner: SqlHubDatabase, build: Build, tamper: HubTamper) {
    super(inner.engine, { defer: queueMicrotask, kinds: tamper.kinds?.(build) ?? build.kinds });
    this.#tamper = tamper;
  }

  override write<T>(centre: string, work: (tx: HubTx) => Promise<T>): Promise<T> {
    if (this.outOfReach) return Promise.reject(new Error('the database is out of reach'));
    const { tx } = this.#tamper;
    return super.write(centre, (inner) => work(tx === undefined ? inner : tx(inner)));
  }

  override read<T>(work: (snapshot: HubSnapshot) => Promise<T>): Promise<T> {
    const { snapshot } = this.#tamper;
    return super.read((inner) => work(snapshot === undefined ? inner : snapshot(inner)));
  }
}

/** The product's own hub over its own SQL, in memory, with its power cord in the harness's hand. */
export class SimHub {
  /** Counts the histories the hub has had: a restore begins another. */
  era = 0;
  /** Counts the processes. */
  process = 0;
  up = false;
  readonly machine: HubMachine;
  /** The build that its next process is of. */
  build: Build = today;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #tamper: HubTamper;
  readonly #poke: (poke: Poke) => void;
  #database: HarnessDatabase | null = null;
  #sync: HubSync | null = null;
  #image: Buffer;
  #recent: Buffer[] = [];
  #backups: Copy[] = [];
  #copies: Copy[] = [];
  /** The newest seq of each client that was ever called safe. */
  readonly #promised = new Map<string, number>();

  constructor(
    time: VirtualTime,
    chance: Chance,
    seed: Buffer,
    tamper: HubTamper,
    poke: (poke: Poke) => void,
  ) {
    this.#time = time;
    this.machine = new HubMachine(time);
    this.#chance = chance;
    this.#image = seed;
    this.#tamper = tamper;
    this.#poke = poke;
  }

  async start(): Promise<void> {
    if (this.up) return;
    this.process += 1;
    this.#database = new HarnessDatabase(
      await openDatabase({ memory: true, image: this.#image }),
      this.build,
      this.#tamper,
    );
    this.#sync = await createHubSync({
      database: this.#database,
      clock: this.machine.clock(),
      random: { name: () => this.#chance.hex(8), uuid7: (nowMs) => this.#chance.uuid7(nowMs) },
      house: this.#tamper.house?.(this.build) ?? this.build.house,
    });
    this.#tamper.time?.(this.#sync.time);
    await this.#sync.time.askSystem();
    this.#sync.onPoke(this.#poke);
    this.up = true;
  }

  /** The power goes. What was committed is there at the next start, unless the disk lied about having synced. */
  async crash(): Promise<void> {
    if (!this.up) return;
    const image = this.#imageNow();
    const lost = this.#tamper.losesCommits ? this.#recent[0] : undefined;
    this.#recent = [];
    await this.#shut();
    this.#image = lost ?? image;
  }

  async backup(): Promise<void> {
    this.#backups.push(await this.#copy());
    while (this.#backups.length > BACKUPS_KEPT) this.#backups.shift();
    // Safe is what every kept backup holds: after a restore the oldest is not the one that holds least.
    const safe = new Map<string, number>();
    for (const [client, last] of this.#backups[0]?.lastSeqs ?? []) {
      const held = Math.min(...this.#backups.map((backup) => backup.lastSeqs.get(client) ?? 0));
      safe.set(client, Math.min(last, held));
      this.#promised.set(client, Math.max(this.#promised.get(client) ?? 0, held));
    }
    await this.#open().setSafe(safe);
  }

  /** Somebody copies the data folder, as one does before an experiment. */
  async copyFolder(): Promise<void> {
    this.#copies.push(await this.#copy());
  }

  /** `npm run restore`: a kept backup becomes the truth, under a new epoch. */
  async restore(): Promise<boolean> {
    if (this.#backups.length === 0) return false;
    const backup = this.#chance.pick(this.#backups);
    await this.#shut();
    this.#image = backup.image;
    this.era += 1;
    await this.start();
    await this.#open().write('', async (tx) =>
      mintEpoch(tx, (await tx.meta('epoch')) ?? '', this.#chance.hex(8)),
    );
    return true;
  }

  /** The folder is put back from a copy, and nobody tells the hub. Not from before what it has called safe. */
  async putFolderBack(): Promise<boolean> {
    const usable = this.#copies.filter(({ lastSeqs }) =>
      [...this.#promised].every(([client, safe]) => (lastSeqs.get(client) ?? 0) >= safe),
    );
    if (usable.length === 0) return false;
    await this.#shut();
    this.#image = this.#chance.pick(usable).image;
    this.era += 1;
    await this.start();
    return true;
  }

  purgeTombstones(): Promise<void> {
    return this.#open().purgeTombstones(this.#time.now + 1);
  }

  get sync(): HubSync {
    if (this.#sync === null) throw new Error('the hub is down');
    return this.#sync;
  }

  async push(who: Asker, request: PushRequest): Promise<PushAnswer | OtherActor> {
    if (this.#tamper.losesCommits) {
      this.#recent.push(this.#imageNow());
      if (this.#recent.length > 4) this.#recent.shift();
    }
    const { push } = this.#tamper;
    const take: TakePush = (taken) => this.sync.push(who, taken);
    return push === undefined ? take(request) : push(request, take);
  }

  /** Its database goes out of reach, or is back. False where the hub is down. */
  turnDatabase(): boolean {
    if (this.#database === null) return false;
    this.#database.outOfReach = !this.#database.outOfReach;
    return true;
  }

  /** Up, and its database with it. */
  get takesWrites(): boolean {
    return this.up && this.#database?.outOfReach === false;
  }

  pull(who: Asker, request: PullRequest): Promise<PullPage | OtherActor> {
    return this.sync.pull(who, request);
  }

  /** A month goes by for the book of record: some of it moves to the archive, and what counts it with it. */
  putInArchive(some: () => boolean): Promise<void> {
    return this.#open().write(CENTRE, async (tx) => {
      for (const [bucket, kind] of ARCHIVED) {
        for (const { id: row, date } of await tx.rows(bucket, kind))
          if (some()) await tx.archive(bucket, kind, row, { day: date, about: null, v: rowKinds[kind].v });
      }
    });
  }

  /** What the archive has of a kind. */
  archived(bucket: BucketName, kind: Kind): Promise<readonly ArchivedRow[]> {
    const ever = { first: '0000-01-01', last: '9999-12-31' };
    return this.#plain().read((snapshot) => snapshot.archived(bucket, kind, ever, 1_000_000));
  }

  /** All live rows of a bucket. */
  rows(bucket: BucketName): Promise<readonly WireRow[]> {
    return this.#plain().read((snapshot) => snapshot.rowsAfter(bucket, 0, 1_000_000, false));
  }

  version(bucket: BucketName): Promise<number> {
    return this.#plain().read(async (snapshot) => (await snapshot.bucket(bucket)).version);
  }

  /** Whether a cursor is of this history: after the folder was put back, another's version may be the same number. */
  gave(bucket: BucketName, { run, version }: Cursor): Promise<boolean> {
    return this.#plain().read(async (snapshot) => {
      const known = await snapshot.run(run);
      return known !== undefined && (known.ended === null || version <= (known.ended[bucket] ?? 0));
    });
  }

  records(mids: readonly Mid[]): Promise<ReadonlyMap<Mid, MutationRecord>> {
    return this.#plain().write('', (tx) => tx.mutations(mids));
  }

  async end(): Promise<void> {
    if (this.up) await this.#shut();
  }

  /** The database without the harness's tampering. */
  #plain(): SqlHubDatabase {
    return new SqlHubDatabase(this.#open().engine, { defer: queueMicrotask, kinds: this.build.kinds });
  }

  async #copy(): Promise<Copy> {
    return { image: this.#imageNow(), lastSeqs: await this.#open().lastSeqs() };
  }

  #imageNow(): Buffer {
    return this.up ? imageOf(this.#open()) : this.#image;
  }

  async #shut(): Promise<void> {
    if (!this.up) return;
    this.up = false;
    await this.sync.close();
    await this.#open().close();
    this.#database = null;
    this.#sync = null;
  }

  #open(): HarnessDatabase {
    if (this.#database === null) throw new Error('the hub is down');
    return this.#database;
  }
}

/** What goes over the wire: a request for another actor is answered 401. */
export const replyOf = <T extends object>(given: T | OtherActor): Reply<T> =>
  'otherActor' in given ? { ok: false, error: { type: 'unauthorised' } } : { ok: true, value: given };
