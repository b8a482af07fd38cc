import { bucketName, type BucketName, type Scope } from '../../kernel/buckets.ts';
import { id, type CentreId, type Mid } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { mutations } from '../../features/registry.ts';
import type { ArgsOf, MutationName } from '../../kernel/mutation.ts';
import type { Asker, OtherActor } from '../../protocol/hub/asker.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import { civilMoment, utcOffsetOf, type CivilDate } from '../../kernel/time.ts';
import { carryOut } from '../../protocol/hub/carry-out.ts';
import { mintEpoch } from '../../protocol/hub/history.ts';
import type { HouseRules } from '../../protocol/hub/house-rules.ts';
import { pull, type SignCursor, type Strange } from '../../protocol/hub/pull.ts';
import { push } from '../../protocol/hub/push.ts';
import type { ArchiveRange, Moved } from '../../protocol/hub/ports.ts';
import { takeReports } from '../../protocol/hub/reports.ts';
import { HubRows, HubRowTx } from '../../protocol/hub/row-tx.ts';
import type {
  Poke,
  PullPage,
  PullRequest,
  AnswerHead,
  PushAnswer,
  PushBody,
  WireResult,
} from '../../protocol/wire/wire.ts';
import type { SqlHubDatabase } from '../db/hub-database.ts';
import { historyOf } from '../retention/history.ts';
import { retire, type RetireOptions } from '../retention/retire.ts';
import type { HubSync, SnapshotBody } from './api.ts';
import { houseRules } from './house-rules.ts';
import { PatientPush } from './push-patiently.ts';
import { systemRandom, type HubRandom } from './hub-random.ts';
import { cursorSigner } from './cursor-tags.ts';
import { DeviceShares } from './device-shares.ts';
import { readMark } from './clock-mark.ts';
import { carryOutAllHeld } from './held-changes.ts';
import { hubActor } from './hub-actor.ts';
import { HubTime, type HubClock } from './hub-time.ts';
import { pokeOf } from './pokes.ts';
import { SealedItems, type NotedSecrets } from './sealed-items.ts';
import { Snapshots } from './snapshots.ts';
import { systemClock } from './system-clock.ts';
import { Telling } from './telling.ts';

interface HubSyncDeps {
  /** Stays the caller's: closing the sync leaves it open, as a crash of the hub would. */
  readonly database: SqlHubDatabase;
  readonly clock?: HubClock;
  readonly random?: HubRandom;
  /** What changes and reports mean; the nouns' own unless said otherwise. */
  readonly house?: HouseRules;
  /** Where the secret that devices seal by is kept besides. */
  readonly noted?: NotedSecrets;
}

/** Tombstones live this long; older cursors get a snapshot. */
const TOMBSTONE_MS = 60 * 86_400_000;

/** Starts the hub's truth over an open database: begins a run, and is ready to be asked. */
export async function createHubSync(deps: HubSyncDeps): Promise<HubSync> {
  const { database, clock = systemClock(), random = systemRandom, house = houseRules(), noted } = deps;
  const time = new HubTime(clock, await database.read(readMark));
  // A name that carries its time: one that is forgotten by its age is told from one that never was.
  const run = random.uuid7(time.now());
  const begun = await database.beginRun(run, { epoch: random.name(), key: random.name() }, time.now());
  await noted?.note(begun.cursorKey);
  database.useClock(time);
  const sync = new SqlHubSync({
    database,
    house,
    random,
    time,
    run,
    formerKeys: noted?.former ?? [],
    ...begun,
    shares: new DeviceShares(() => clock.monotonic()),
  });
  await sync.carryOutHeld();
  return sync;
}

interface Parts {
  readonly database: SqlHubDatabase;
  readonly house: HouseRules;
  readonly random: HubRandom;
  readonly time: HubTime;
  readonly run: string;
  readonly epoch: string;
  readonly cursorKey: string;
  readonly formerKeys: readonly string[];
  readonly shares: DeviceShares;
}

class SqlHubSync implements HubSync {
  readonly #database: SqlHubDatabase;
  readonly #house: HouseRules;
  readonly #random: HubRandom;
  readonly time: HubTime;
  readonly #stop: () => void;
  readonly #snapshots = new Snapshots();
  readonly #shares: DeviceShares;
  readonly #pushes = new PatientPush((who, request, poisoned) => {
    const nowMs = this.time.now();
    const timeIsSure = this.time.sure;
    return this.#database.write(who.actor.centreId, (tx) =>
      push(tx, who, request, {
        house: this.#house,
        nowMs,
        timeIsSure,
        poisoned,
        burdens: this.#shares.burdensOf(who.actor.deviceId),
        opened: (item) => this.#sealed.opened(item),
      }),
    );
  });
  #run: string;
  #epoch: string;
  #sign: SignCursor;
  #sealed: SealedItems;
  /** What earlier databases of this house had for a secret. */
  readonly #formerKeys: readonly string[];
  /** True once a cursor has ended an epoch in this run. */
  #mended = false;
  readonly #telling: Telling;

  constructor({ database, house, random, time, run, epoch, cursorKey, formerKeys, shares }: Parts) {
    this.#database = database;
    this.#house = house;
    this.#random = random;
    this.time = time;
    this.#run = run;
    this.#epoch = epoch;
    this.#sign = cursorSigner(cursorKey);
    this.#formerKeys = formerKeys;
    this.#sealed = new SealedItems([cursorKey, ...formerKeys]);
    this.#shares = shares;
    this.#telling = new Telling(database, (moved) => this.#pokeOf(moved));
    this.#stop = database.listen({
      moved: (moved) => this.#telling.moved(moved),
      epoch: (fresh) => this.#telling.after(() => this.#everythingMoved(fresh)),
      interrupted: () => this.#telling.after(() => this.#beginAgain()),
    });
  }

  get epoch(): string {
    return this.#epoch;
  }

  async push(who: Asker, request: PushBody): Promise<PushAnswer | OtherActor> {
    const answer = await this.#pushes.push(who, request);
    if ('full' in answer) throw this.#shares.tooManyBurdens(who.actor.deviceId);
    return 'otherActor' in answer ? answer : this.#asSure(answer);
  }

  async report(who: Asker, reports: readonly unknown[]): Promise<number> {
    this.#shares.takeReports(who.actor.deviceId, reports.length);
    const at = { nowMs: this.time.now(), isSure: this.time.sure };
    return this.#database.write(who.actor.centreId, (tx) =>
      takeReports(tx, this.#house, who.actor, reports, at),
    );
  }

  async pull(who: Asker, request: PullRequest): Promise<PullPage | OtherActor> {
    const page = await this.#page(who, request);
    if ('otherActor' in page) return page;
    if (!('strange' in page)) return this.#asSure(page);
    // The epoch that a run has begun has no history a cursor of it could betray: such a one cannot be true.
    if (!this.#mended) await this.#endEpoch(page.epoch);
    const afresh = await this.#page(who, { ...request, cursor: null });
    if ('otherActor' in afresh) return afresh;
    if ('strange' in afresh) throw new Error('a first pull has no cursor that could be strange');
    return this.#asSure(afresh);
  }

  /** An answer, with a word on the hub's time where that is not to be relied on. */
  #asSure<A extends AnswerHead>(answer: A): A {
    return this.time.sure ? { ...answer, timeSure: true } : { ...answer, timeUnsure: true };
  }

  #page(who: Asker, request: PullRequest): Promise<PullPage | Strange | OtherActor> {
    return this.#database.read((snapshot) =>
      pull(snapshot, who, request, {
        run: this.#run,
        schema: this.#database.forms.schema,
        nowMs: this.time.now(),
        sign: this.#sign,
        cache: this.#snapshots,
      }),
    );
  }

  snapshot(bucket: BucketName, name: string): SnapshotBody | undefined {
    return this.#snapshots.body(bucket, name);
  }

  async perform<N extends MutationName>(centreId: CentreId, name: N, args: ArgsOf<N>): Promise<WireResult> {
    const nowMs = this.time.now();
    const mid: Mid = id(this.#random.uuid7(nowMs));
    const { v } = mutations[name];
    const wanted = {
      mid,
      name,
      v,
      args,
      madeAt: { quality: 'confirmed', nowMs },
      age: 0,
      wrong: null,
    } as const;
    const { result } = await this.#database.write(centreId, (tx) =>
      carryOut(tx, this.#house, hubActor(centreId), wanted, { nowMs, isSure: this.time.sure }),
    );
    return result;
  }

  write<T>(centreId: CentreId, work: (tx: RowTx) => Promise<T>): Promise<T> {
    return this.#database.write(centreId, (tx) => work(new HubRowTx(tx, hubActor(centreId))));
  }

  read<T>(centreId: CentreId, work: (tx: Pick<RowTx, 'get' | 'list'>) => Promise<T>): Promise<T> {
    return this.#database.read((snapshot) => work(new HubRows(snapshot, hubActor(centreId))));
  }

  onPoke(listener: (poke: Poke) => void): () => void {
    return this.#telling.listen(listener);
  }

  now(): number {
    return this.time.now();
  }

  /** Carries out what an older build did not know, where this one does. */
  carryOutHeld(): Promise<void> {
    return carryOutAllHeld(this.#database, this.#house, this.time, this.#sealed);
  }

  sealingKey(deviceId: string): string {
    return this.#sealed.keyOf(deviceId);
  }

  async noteTime(): Promise<void> {
    const mark = this.time.mark();
    if (mark !== null) await this.#database.write('', async (tx) => tx.setMeta('clock', mark));
  }

  retire(centreId: CentreId, options: RetireOptions): Promise<boolean> {
    return retire(this.#database, centreId, options);
  }

  history<K extends Kind>(
    centreId: CentreId,
    scope: Scope,
    kind: K,
    range: ArchiveRange,
  ): Promise<readonly RowOf<K>[]> {
    return this.#database.read(async (snapshot) => {
      const offset = utcOffsetOf(await snapshot.row(`centre:${centreId}`, 'centre', centreId));
      const dayAt = (unixMs: number): CivilDate => civilMoment(unixMs, offset).date;
      return historyOf(snapshot, bucketName(scope, centreId, 'hub'), kind, range, dayAt);
    });
  }

  async purgeTombstones(asOfMs = this.time.now()): Promise<void> {
    await this.#database.purgeTombstones(asOfMs - TOMBSTONE_MS);
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#telling.end();
    await this.#database.endRun(this.#run);
  }

  /** The data has been put back from a copy: a new epoch, of which everyone is told. */
  async #endEpoch(strange: string): Promise<void> {
    const fresh = this.#random.name();
    this.#epoch = await this.#database.write('', (tx) => mintEpoch(tx, strange, fresh));
    this.#mended = true;
  }

  /** The database was out of reach, perhaps restored or failed over meanwhile: a run of its own from here on. */
  async #beginAgain(): Promise<void> {
    const run = this.#random.uuid7(this.time.now());
    const fresh = { epoch: this.#random.name(), key: this.#random.name() };
    const { epoch, cursorKey } = await this.#database.beginRun(run, fresh, this.time.now());
    this.#run = run;
    this.#sign = cursorSigner(cursorKey);
    this.#sealed = new SealedItems([cursorKey, ...this.#formerKeys]);
    this.#mended = false;
    await this.#everythingMoved(epoch);
  }

  async #everythingMoved(epoch: string): Promise<void> {
    this.#epoch = epoch;
    for (const [bucket, version] of await this.#database.bucketVersions())
      this.#telling.tell({ bucket, epoch, version });
  }

  #pokeOf(moved: Moved): Poke {
    return pokeOf(moved, this.#epoch, this.#run, this.#database.forms.schema, this.#sign);
  }
}
