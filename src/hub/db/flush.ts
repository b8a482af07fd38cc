import type { Moved } from '../../protocol/hub/ports.ts';
import type { WireRow } from '../../protocol/wire/wire.ts';
import { rowKey, type Underlying, type WrittenRow } from './underlying.ts';
import type { Committed } from './committed.ts';
import type { PendingWrites } from './pending-writes.ts';
import type { RowForms } from './row-forms.ts';
import { resultText } from './result-text.ts';
import { Overtaken, type Param, type Runner } from './runner.ts';
import type { Statements } from './statements.ts';

type List = (values: readonly string[]) => string | readonly string[];

/**
 * Writes a batch's changes, once a row, and gives rows their versions under the locked counters of their buckets.
 * Returns what moved, bucket by bucket.
 */
export async function flush(
  runner: Runner,
  sql: Statements,
  list: List,
  committed: Committed,
  batch: PendingWrites,
  nowMs: number,
): Promise<Moved[]> {
  const { metaWritten, clientsWritten, mutationsWritten, chainsWritten } = batch;
  const { forms } = batch;
  const moved = await writeRows(runner, sql, list, forms, [...batch.rowsWritten.values()], nowMs);
  if (batch.moved.size > 0) {
    const rows = [...batch.moved.values()];
    await runner.many(
      sql.saveArchived,
      rows.map((one) => [one.bucket, one.kind, one.day, one.id, one.about, one.v, one.text]),
    );
  }
  // What was found in the archive and is written has come back.
  for (const { bucket, kind, id } of batch.rowsWritten.values()) {
    const key = rowKey(bucket, kind, id);
    if (committed.foundArchived.has(key) && !batch.moved.has(key))
      await runner.all(sql.unarchive, [bucket, kind, id]);
  }
  if (mutationsWritten.size > 0) {
    const records = [...mutationsWritten.values()];
    await runner.many(
      sql.saveMutation,
      records.map((one) => [one.mid, one.name, resultText(one.result), one.receivedAtMs]),
    );
  }
  if (chainsWritten.size > 0) {
    const links = [...chainsWritten].flatMap(([clientId, chain]) =>
      [...chain].map(([seq, mid]) => [clientId, seq, mid]),
    );
    await runner.many(sql.saveChain, links);
  }
  if (clientsWritten.size > 0) {
    const clients = [...clientsWritten.values()];
    await runner.many(
      sql.saveClient,
      clients.map((one) => [one.clientId, one.owner, one.last, one.lastMid, one.safe]),
    );
  }
  if (metaWritten.size > 0) await runner.many(sql.saveMeta, [...metaWritten]);
  return moved;
}

/**
 * The city's bucket is every centre's, so a row of it that this batch has read and writes may have been written by
 * another centre's transaction since. Under the bucket's lock that shows, and the batch runs again.
 */
export async function refuseOvertaken(
  runner: Runner,
  sql: Statements,
  list: List,
  committed: Underlying,
  batch: PendingWrites,
): Promise<void> {
  const shared = [...batch.rowsWritten.values()].filter(({ bucket }) => bucket === 'city');
  if (shared.length === 0) return;
  await lockCounters(runner, sql, list, ['city']);
  for (const { bucket, kind, id } of shared) {
    const [now] = await runner.all(sql.row, [bucket, kind, id]);
    if ((now?.data ?? null) !== (await committed.text(bucket, kind, id)))
      throw new Overtaken(`${kind}/${id}`);
  }
}

async function writeRows(
  runner: Runner,
  sql: Statements,
  list: List,
  forms: RowForms,
  written: readonly WrittenRow[],
  nowMs: number,
): Promise<Moved[]> {
  if (written.length === 0) return [];
  const names = [...new Set(written.map(({ bucket }) => bucket))].sort();
  const counters = await lockCounters(runner, sql, list, names);
  const moved = new Map<string, Moving>();
  const params: Param[][] = [];
  for (const row of written) {
    const { bucket, kind, id, text } = row;
    let one = moved.get(bucket);
    if (one === undefined) {
      const counter = counters.get(bucket) ?? { version: 0, floor: 0 };
      moved.set(bucket, (one = { ...counter, from: counter.version, rows: [] }));
    }
    one.version += 1;
    one.rows.push(row);
    params.push([bucket, kind, id, one.version, text, text === null ? nowMs : null]);
  }
  await runner.many(sql.saveRow, params);
  await runner.many(
    sql.saveBucket,
    [...moved].map(([bucket, { version, floor }]) => [bucket, version, floor]),
  );
  return [...moved].map(([bucket, { from, version, rows }]) => ({
    bucket,
    from,
    version,
    count: rows.length,
    rows: () => rows.map((row, place) => wireRow(forms, row, from + place + 1)),
  }));
}

interface Moving {
  readonly from: number;
  readonly floor: number;
  readonly rows: WrittenRow[];
  version: number;
}

const wireRow = (forms: RowForms, { kind, id, text }: WrittenRow, version: number): WireRow => ({
  kind,
  id,
  version,
  ...forms.wire(kind, text),
});

/** Locks the counters of buckets in the order of their names, made first where there are none. */
async function lockCounters(runner: Runner, sql: Statements, list: List, names: readonly string[]) {
  let found = await runner.all(sql.lockBuckets, [list(names)]);
  if (found.length < names.length) {
    await runner.many(
      sql.addBucket,
      names.map((name) => [name, 0, 0]),
    );
    found = await runner.all(sql.lockBuckets, [list(names)]);
  }
  return new Map(found.map(({ name, version, floor }) => [name, { version, floor }]));
}
