import { bucketName, type BucketName, type Scope } from '../../kernel/buckets.ts';
import { id, type CentreId } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import { mutations } from '../../features/registry.ts';
import type { ArgsOf, MutationName } from '../../kernel/mutation.ts';
import type { Asker, OtherActor } from '../../protocol/hub/asker.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import { civilMoment, utcOffsetOf, type CivilDate } from '../../kernel/time.ts';
import { carryOut } from '../../protocol/hub/carry-out.ts';
import type { HouseRules } from '../../protocol/hub/house-rules.ts';
import { pull, type Strange } from '../../protocol/hub/pull.ts';
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
import type { ChangeOfOthers, HubSync, SnapshotBody } from './api.ts';
import { houseRules } from './house-rules.ts';
import { PatientPush } from './push-patiently.ts';
import { systemRandom, type HubRandom } from './hub-random.ts';
import { DeviceShares } from './device-shares.ts';
import { readMark } from './clock-mark.ts';
import { carryOutAllHeld } from './held-changes.ts';
import { hubActor } from './hub-actor.ts';
import { HubRun } from './hub-run.ts';
import { HubTime, type HubClock } from './hub-time.ts';
import { pokeOf } from './pokes.ts';
import type { NotedSecrets } from './sealed-items.ts';
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
  const run = await HubRun.begin({ database, random, time, noted });
  database.useClock(time);
  const shares = new DeviceShares(() => clock.monotonic());
  const sync = new SqlHubSync({ database, house, random, time, run, shares });
  await sync.carryOutHeld();
  return sync;
}

interface Parts {
  readonly database: SqlHubDatabase;
  readonly house: HouseRules;
  readonly random: HubRandom;
  readonly time: HubTime;
  readonly run: HubRun;
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
        opened: (item) => this.#run.sealed.opened(item),
      }),
    );
  });
  readonly #run: HubRun;
  readonly #telling: Telling;

  constructor({ database, house, random, time, run, shares }: Parts) {
    this.#database = database;
    this.#house = house;
    this.#random = random;
    this.time = time;
    this.#run = run;
    this.#shares = shares;
    this.#telling = new Telling(database, (moved) => this.#pokeOf(moved));
    this.#stop = database.listen({
      moved: (moved) => this.#telling.moved(moved),
      epoch: (fresh) =>
        this.#telling.after(() => {
          this.#run.isOf(fresh);
          return this.#everythingMoved();
        }),
      interrupted: () =>
        this.#telling.after(async () => {
          await this.#run.beginAgain();
          await this.#everythingMoved();
        }),
    });
  }

  get epoch(): string {
    return this.#run.epoch;
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
    await this.#run.mend(page.epoch);
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
        run: this.#run.id,
        schema: this.#database.forms.schema,
        nowMs: this.time.now(),
        sign: this.#run.sign,
        cache: this.#snapshots,
      }),
    );
  }

  snapshot(bucket: BucketName, name: string): SnapshotBody | undefined {
    return this.#snapshots.body(bucket, name);
  }

  perform<N extends MutationName>(centreId: CentreId, name: N, args: ArgsOf<N>): Promise<WireResult> {
    return this.performOnce(centreId, { name, args, deviceId: id('hub') });
  }

  performOnce<N extends MutationName>(centreId: CentreId, change: ChangeOfOthers<N>): Promise<WireResult> {
    const nowMs = this.time.now();
    const { mid = id<'Mid'>(this.#random.uuid7(nowMs)), name, args, deviceId } = change;
    const { v } = mutations[name];
    const madeAt = { quality: 'confirmed', nowMs } as const;
    const wanted = { mid, name, v, args, madeAt, age: 0, wrong: null };
    const at = { nowMs, isSure: this.time.sure };
    return this.#database.write(centreId, async (tx) => {
      const stored = new Map(await tx.mutations([mid])).get(mid);
      if (stored !== undefined) return stored.result;
      return (await carryOut(tx, this.#house, hubActor(centreId, deviceId), wanted, at)).result;
    });
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
    return carryOutAllHeld(this.#database, this.#house, this.time, this.#run.sealed);
  }

  sealingKey(deviceId: string): string {
    return this.#run.sealed.keyOf(deviceId);
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
    await this.#database.endRun(this.#run.id);
  }

  async #everythingMoved(): Promise<void> {
    const { epoch } = this.#run;
    for (const [bucket, version] of await this.#database.bucketVersions())
      this.#telling.tell({ bucket, epoch, version });
  }

  #pokeOf(moved: Moved): Poke {
    const { epoch, id: run, sign } = this.#run;
    return pokeOf(moved, epoch, run, this.#database.forms.schema, sign);
  }
}
