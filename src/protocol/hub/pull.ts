import type { BucketName } from '../../kernel/buckets.ts';
import { PAGE_LIMIT, type Cursor, type PullPage, type PullRequest, type WireRow } from '../wire/wire.ts';
import { isOwnChain, otherActor, speaksFor, type Asker, type OtherActor } from './asker.ts';
import { grantHash } from './grants.ts';
import type { BucketState, HubSnapshot, SnapshotCache } from './ports.ts';
import { headOf, newChain } from './push.ts';

/** A cursor that cannot be of this history: the hub has been put back from a copy without anybody telling it. */
export interface Strange {
  readonly strange: true;
  /** The epoch that has to end. */
  readonly epoch: string;
}

/** So many changes since a snapshot are sent beside it; after more it is made anew. */
const MOST_SINCE = 200;

/** The sign of a cursor, whatever its grants: what only the hub can have made. */
export type SignCursor = (bucket: BucketName, cursor: Omit<Cursor, 'grantHash' | 'tag'>) => string;

/** What a pull is answered with, besides a state of the database. */
interface PullRules {
  /** The hub's own run. */
  readonly run: string;
  /** Names the versions of its rows' shapes: a cursor of another starts afresh. */
  readonly schema: number;
  readonly nowMs: number;
  readonly sign: SignCursor;
  readonly cache?: SnapshotCache;
}

/** One page of a bucket, out of one state of the database. */
export async function pull(
  snapshot: HubSnapshot,
  who: Asker,
  request: PullRequest,
  { run, schema, nowMs, sign, cache }: PullRules,
): Promise<PullPage | Strange | OtherActor> {
  if (!speaksFor(who, request)) return otherActor;
  const { bucket, cursor: asked } = request;
  const epoch = (await snapshot.meta('epoch')) ?? '';
  const known = await snapshot.client(request.clientId);
  if (!isOwnChain(who, known)) return otherActor;
  const client = known ?? newChain(request.clientId, who.owner);
  const head = headOf(client, epoch, who.grants, nowMs);
  const cursorAt = (version: number, begun?: number): Cursor => {
    const place = { epoch, run, version, schema, ...(begun === undefined ? {} : { begun }) };
    return { ...place, grantHash: grantHash(who.grants), tag: sign(bucket, place) };
  };
  if (!who.grants.includes(bucket)) {
    // The grants in this answer tell the client to let the bucket go.
    return { ...head, bucket, from: null, reset: true, rows: [], cursor: cursorAt(0), more: false };
  }

  const state = await snapshot.bucket(bucket);
  const standing =
    asked === null || asked.epoch !== epoch
      ? 'other'
      : await standingOf(snapshot, bucket, state, asked, { run, nowMs });
  // Without the hub's own sign it is no witness: who made it up, or has it of an earlier build, begins afresh alone.
  if (standing === 'strange' && asked !== null && asked.tag === sign(bucket, asked))
    return { strange: true, epoch };
  const from = asked !== null && standing === 'ours' && continues(asked, schema, state) ? asked : null;
  if (from === null && request.snapshots === true && cache?.isFor(bucket) === true) {
    const { name, rows } = await wholeState(snapshot, cache, bucket, run, state);
    const cursor = cursorAt(state.version);
    return { ...head, bucket, from, reset: true, rows, cursor, more: false, snapshot: name };
  }
  const limit = Math.max(1, Math.min(request.limit, PAGE_LIMIT));
  const found = await snapshot.rowsAfter(bucket, from?.version ?? 0, limit + 1, from !== null);
  const more = found.length > limit;
  const rows = more ? found.slice(0, limit) : found;
  // A snapshot goes on from where it began, though its first versions lie below the floor.
  const begun = from === null ? state.version : from.begun;
  const cursor = more ? cursorAt(lastVersion(rows), begun) : cursorAt(state.version);
  return { ...head, bucket, from, reset: from === null, rows, cursor, more };
}

/**
 * A snapshot, and the changes since it up to this state of the database, tombstones too. Both together are the bucket
 * as the answer's `last` knows it, however old the snapshot is: so one serves thousands while check-ins come in.
 */
async function wholeState(
  database: HubSnapshot,
  cache: SnapshotCache,
  bucket: BucketName,
  run: string,
  { version, floor }: BucketState,
): Promise<{ name: string; rows: readonly WireRow[] }> {
  const kept = cache.newest(bucket, run);
  // Another's may be of a newer state than this one; what left since one below the floor has no tombstone any more.
  if (kept !== undefined && kept.version >= floor && kept.version <= version) {
    const rows = await database.rowsAfter(bucket, kept.version, MOST_SINCE + 1, true);
    if (rows.length <= MOST_SINCE) return { name: kept.name, rows };
  }
  const { name } = await cache.make(bucket, run, version, () =>
    database.rowsAfter(bucket, 0, Number.MAX_SAFE_INTEGER, false),
  );
  return { name, rows: [] };
}

const lastVersion = (rows: readonly WireRow[]): number => rows[rows.length - 1]?.version ?? 0;

/** Whether changes since the cursor can be told; tombstones at or below the floor are gone. */
const continues = (cursor: Cursor, schema: number, state: BucketState): boolean =>
  cursor.schema === schema && (cursor.begun ?? cursor.version) >= state.floor;

/** So long a run is remembered, in days past its start; a device away for longer begins afresh. */
export const RUN_KEPT_DAYS = 400;

/**
 * Whether the run that gave the cursor was one of ours, and had come that far when it ended. One of which nothing is
 * known is strange, unless its own name says that it has been forgotten for its age.
 */
async function standingOf(
  snapshot: HubSnapshot,
  bucket: string,
  state: BucketState,
  cursor: Cursor,
  own: { readonly run: string; readonly nowMs: number },
): Promise<'ours' | 'strange' | 'forgotten'> {
  const known = Math.max(cursor.version, cursor.begun ?? 0);
  if (known > state.version) return 'strange';
  if (cursor.run === own.run) return 'ours';
  const run = await snapshot.run(cursor.run);
  if (run === undefined) return isForgotten(cursor.run, own.nowMs) ? 'forgotten' : 'strange';
  return run.ended === null || known <= (run.ended[bucket] ?? 0) ? 'ours' : 'strange';
}

/** Runs are named by UUIDv7, whose first twelve digits are the time of their start. */
function isForgotten(run: string, nowMs: number): boolean {
  const [, high = '', low = ''] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(run) ?? [];
  return high !== '' && parseInt(high + low, 16) < nowMs - RUN_KEPT_DAYS * 86_400_000;
}
