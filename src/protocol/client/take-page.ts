import type { Cursor, PullPage, WireRow } from '../wire/wire.ts';
import { dropStaging, letGoOfSafe, stillAsked, takeHead, type Asked, type LeaderDeps } from './answers.ts';
import { ChangeList, NO_CHANGES, type Changes } from './changes.ts';
import { holds, isLive, rebuildOverlay } from './overlay.ts';
import type { Pending } from './pending.ts';
import type { StoreTx } from './ports.ts';
import {
  bucketOfKind,
  listStaged,
  readBucket,
  readClient,
  writeBucket,
  type BucketRecord,
  type ClientRecord,
} from './records.ts';

export type PageTaken =
  /** Dropped, or the world changed: the bucket must be asked for again from what is now on disk. */
  | {
      readonly type: 'again';
      readonly client: ClientRecord | null;
      readonly changes: Changes;
      readonly forget: readonly string[];
    }
  | { readonly type: 'staged' }
  | {
      readonly type: 'whole';
      readonly client: ClientRecord;
      readonly changes: Changes;
      readonly forget: readonly string[];
    };

/** Where the next page of a bucket starts. */
export const positionOf = (record: BucketRecord): Cursor | null => record.staging?.cursor ?? record.cursor;

const sameCursor = (a: Cursor | null, b: Cursor | null): boolean =>
  a === b || (a !== null && b !== null && samePlace(a, b) && a.grantHash === b.grantHash);

/** The same place in the same history, whoever's it is. */
const samePlace = (a: Cursor, b: Cursor): boolean =>
  a.epoch === b.epoch && a.run === b.run && a.version === b.version && a.schema === b.schema;

const dropped = { type: 'again', client: null, changes: NO_CHANGES, forget: [] } as const;

/** Takes in one page of a pull, in one transaction with its cursor. */
export async function takePage(
  tx: StoreTx,
  deps: LeaderDeps,
  asked: Asked & { readonly cursor: Cursor | null },
  page: PullPage,
): Promise<PageTaken> {
  const before = await readClient(tx);
  if (before === undefined || !stillAsked(before, asked, page)) return dropped;
  if (!(await deps.pending.catchUp(tx, before))) return dropped;
  const { client, again, changes } = await takeHead(tx, deps, before, page);
  if (again) return { type: 'again', client, changes, forget: [] };
  const record = await readBucket(tx, page.bucket);
  if (!sameCursor(positionOf(record), asked.cursor)) return dropped;
  // Until what was chained anew is acknowledged, the hub's rows may hold it without our knowing.
  if (client.pullAfter > 0 || !holds(client)(page.bucket)) return dropped;

  const applied =
    page.reset || asked.cursor === null ? startGeneration(tx, record, page) : await goOn(tx, record, page);
  writeBucket(tx, applied?.record ?? { ...record, cursor: null, staging: null });
  if (applied === null) return dropped;
  if (page.more) return { type: 'staged' };
  if (page.last < record.last) deps.pending.settled = 0;
  const overlaid = changesOverlay(deps.pending, record, page, applied.changes)
    ? await rebuildOverlay(tx, deps.setting, client, deps.pending)
    : NO_CHANGES;
  const forget = await letGoOfSafe(tx, deps.pending, page.safe);
  const changed = new ChangeList();
  for (const some of [changes, applied.changes, overlaid]) changed.add(some);
  return { type: 'whole', client, changes: changed.changes, forget };
}

/** A page without news leaves the overlay as it is, unless it settles something that lies over its bucket. */
function changesOverlay(pending: Pending, before: BucketRecord, page: PullPage, changes: Changes): boolean {
  if (changes.size > 0 || page.last < before.last) return true;
  for (const { entry } of pending.above(Math.max(pending.settled, before.last))) {
    if (entry.mut.seq > page.last) return false;
    if (entry.touched === null || entry.touched.some((name) => bucketOfKind(name) === page.bucket))
      return true;
  }
  return false;
}

interface Applied {
  readonly record: BucketRecord;
  readonly changes: Changes;
}

/** The first page of a fresh generation: written beside the one in use, which views go on reading until the end. */
function startGeneration(tx: StoreTx, record: BucketRecord, page: PullPage): Applied {
  if (record.staging !== null) dropStaging(tx, record.bucket, record.staging.gen);
  const gen = Math.max(record.gen, record.staging?.gen ?? 0) + 1;
  // Where the record of it was lost, rows of long ago may lie there, or under any other number.
  tx.deletePrefix('base', record.loaded ? [record.bucket, gen] : [record.bucket]);
  tx.deletePrefix('staged', [record.bucket]);
  return fillGeneration(tx, record, gen, page);
}

function fillGeneration(tx: StoreTx, record: BucketRecord, gen: number, page: PullPage): Applied {
  putRows(tx, record, gen, page.rows);
  if (page.more) return { record: { ...record, staging: { gen, cursor: page.cursor } }, changes: NO_CHANGES };
  // One meta write switches the view to it.
  tx.deletePrefix('base', [record.bucket, record.gen]);
  return { record: whole({ ...record, gen }, page), changes: new Map([[`${record.bucket}/*`, null]]) };
}

/** Null where pages that wait are damaged: then it is pulled from its beginning. */
async function goOn(tx: StoreTx, record: BucketRecord, page: PullPage): Promise<Applied | null> {
  const { staging, bucket } = record;
  if (staging !== null && staging.gen !== null) return fillGeneration(tx, record, staging.gen, page);
  if (page.more) {
    for (const row of page.rows) tx.put('staged', [bucket, row.kind, row.id], row);
    return { record: { ...record, staging: { gen: null, cursor: page.cursor } }, changes: NO_CHANGES };
  }
  const staged = staging === null ? [] : await listStaged(tx, [bucket]);
  if (staging !== null) tx.deletePrefix('staged', [bucket]);
  if (staged === null) return null;
  putRows(tx, record, record.gen, staged);
  putRows(tx, record, record.gen, page.rows);
  return { record: whole(record, page), changes: rowsChanged(bucket, [...staged, ...page.rows]) };
}

function rowsChanged(bucket: string, rows: readonly WireRow[]): Changes {
  const changed = new ChangeList();
  for (const { kind, id } of rows) changed.row(`${bucket}/${kind}`, id);
  return changed.changes;
}

const whole = (record: BucketRecord, page: PullPage): BucketRecord => ({
  ...record,
  cursor: page.cursor,
  last: page.last,
  loaded: true,
  staging: null,
});

function putRows(tx: StoreTx, { bucket }: BucketRecord, gen: number, rows: readonly WireRow[]): void {
  for (const row of rows) {
    if (row.data === null) tx.delete('base', [bucket, gen, row.kind, row.id]);
    else tx.put('base', [bucket, gen, row.kind, row.id], row);
  }
}

/** What a hint carries: the page that a pull from the version before would have brought. */
interface PokedPage {
  readonly bucket: string;
  readonly epoch: string;
  readonly rows: readonly WireRow[];
  readonly from: Cursor | null;
  readonly cursor: Cursor;
}

/**
 * Applies the page in a poke as a pull, where it starts at this client's cursor and none of its own work lies over
 * the bucket. Null when it must be pulled instead. A page is made once for all listeners, so that the grant hash in
 * its cursors is not this client's; the hub has checked the grant at sending.
 */
export async function takePoke(tx: StoreTx, deps: LeaderDeps, poke: PokedPage): Promise<Changes | null> {
  const client = await readClient(tx);
  if (client === undefined || client.epoch !== poke.epoch || client.pullAfter > 0) return null;
  if (!holds(client)(poke.bucket)) return null;
  const record = await readBucket(tx, poke.bucket);
  const { cursor } = record;
  if (record.staging !== null || cursor === null || poke.from === null) return null;
  if (!samePlace(cursor, poke.from) || cursor.grantHash !== client.grantHash) return null;
  if (!(await deps.pending.catchUp(tx, client))) return null;
  const only = new Map([[poke.bucket, record.last]]);
  const mine = { ...client, grants: [poke.bucket] };
  for (const held of deps.pending.above(record.last)) if (isLive(held.entry, mine, only)) return null;

  putRows(tx, record, record.gen, poke.rows);
  writeBucket(tx, { ...record, cursor: { ...poke.cursor, grantHash: cursor.grantHash } });
  const changed = new ChangeList();
  changed.add(rowsChanged(poke.bucket, poke.rows));
  changed.add(await rebuildOverlay(tx, deps.setting, client, deps.pending));
  return changed.changes;
}
