import type { BucketName, Scope } from '../../kernel/buckets.ts';
import type { CentreId, DeviceId, Mid } from '../../kernel/ids.ts';
import type { RowTx } from '../../kernel/mutation.ts';
import type { HubTime } from './hub-time.ts';
import type { ArgsOf, MutationName } from '../../kernel/mutation.ts';
import type { Asker, OtherActor } from '../../protocol/hub/asker.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { ArchiveRange } from '../../protocol/hub/ports.ts';
import type {
  Poke,
  PullPage,
  PullRequest,
  PushAnswer,
  PushBody,
  WireResult,
} from '../../protocol/wire/wire.ts';
import type { RetireOptions } from '../retention/retire.ts';

/** What somebody wants done who has no device. */
export interface ChangeOfOthers<N extends MutationName> {
  /** Its own; absent where it is asked for once anyway. */
  readonly mid?: Mid;
  readonly name: N;
  readonly args: ArgsOf<N>;
  readonly deviceId: DeviceId;
}

/** The hub's truth: sync over SQL, for the routes, the daily work and the set-up. */
export interface HubSync {
  readonly epoch: string;
  readonly time: HubTime;
  /** Every mutation is looked at by itself: a bad one ends stored, the rest go on. */
  push(who: Asker, request: PushBody): Promise<PushAnswer | OtherActor>;
  /** Writes down what a device says of itself. How many of the reports were taken; the others are dropped. */
  report(who: Asker, reports: readonly unknown[]): Promise<number>;
  pull(who: Asker, request: PullRequest): Promise<PullPage | OtherActor>;
  /** The snapshot of a bucket by the name a pull gave; undefined once it is let go of. */
  snapshot(bucket: BucketName, name: string): SnapshotBody | undefined;
  /** The hub's own change in a centre, through the same mutation, audited. */
  perform<N extends MutationName>(centreId: CentreId, name: N, args: ArgsOf<N>): Promise<WireResult>;
  /**
   * A change the hub makes for somebody who has no device, signed with `deviceId`: once, however often it is asked for. A mid
   * that is known has its stored result, whatever it was of.
   */
  performOnce<N extends MutationName>(centreId: CentreId, change: ChangeOfOthers<N>): Promise<WireResult>;
  /** The hub's own writing of rows (reports, seeds, daily work), in one transaction that bumps what it touches. */
  write<T>(centreId: CentreId, work: (tx: RowTx) => Promise<T>): Promise<T>;
  read<T>(centreId: CentreId, work: (tx: Pick<RowTx, 'get' | 'list'>) => Promise<T>): Promise<T>;
  /**
   * Tells of every bucket that moved, after the commit, with the page when it is small. The page is made once for
   * all listeners, so the `grantHash` of its cursors is empty: who applies it puts in its own. Returns the disposer.
   */
  onPoke(listener: (poke: Poke) => void): () => void;
  /** The hub's time, Unix ms: `time.now()`. */
  now(): number;
  /**
   * Lets go of what is over by what every kind and table declares, in small steps. Only for who has asked
   * `time.mayDestroy`. Returns whether there may be more of the same day.
   */
  retire(centreId: CentreId, options: RetireOptions): Promise<boolean>;
  /**
   * Rows of some days, those still in their bucket and those in the archive, by day and id, the newest first. Of what
   * is about somebody, only that.
   */
  history<K extends Kind>(
    centreId: CentreId,
    scope: Scope,
    kind: K,
    range: ArchiveRange,
  ): Promise<readonly RowOf<K>[]>;
  /** The key, in base64, by which a device seals what this hub has of it. It lies on no device. */
  sealingKey(deviceId: string): string;
  /** Forgets tombstones older than 60 days; a cursor from before them gets a snapshot. */
  purgeTombstones(asOfMs?: number): Promise<void>;
  /** Writes the time down though nothing else is written, for the next start. */
  noteTime(): Promise<void>;
  /** Stops telling; the database stays open, its owner closes it. */
  close(): Promise<void>;
}

/** A snapshot as it is sent: JSON of a `Snapshot`, compressed once. */
export type SnapshotBody = Promise<{ readonly gzip: Buffer }>;
