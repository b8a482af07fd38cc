import PouchDB from 'pouchdb';
import { benchRow, sumOf, type BenchRow, type Lap } from '../rows.ts';

/** PouchDB 9 in the browser, replicating with express-pouchdb. */

interface PouchDoc extends BenchRow {
  readonly _id: string;
}

async function fresh(name: string) {
  await new PouchDB(name).destroy();
  return new PouchDB<PouchDoc>(name);
}

async function held(db: PouchDB.Database<PouchDoc>): Promise<{ count: number; hash: number }> {
  const { rows } = await db.allDocs({ include_docs: true });
  return sumOf(rows.flatMap((row) => ('doc' in row && row.doc ? [row.doc] : [])));
}

export async function firstPull(origin: string, batch: number): Promise<Lap> {
  const db = await fresh('bench-pouch-pull');
  const started = performance.now();
  await db.replicate.from(`${origin}/pouch/rows`, { batch_size: batch, batches_limit: 4 });
  const ms = performance.now() - started;
  const sum = await held(db);
  await db.destroy();
  return { ms, ...sum };
}

export async function drain(origin: string, remote: string, total: number, batch: number): Promise<Lap> {
  const db = await fresh('bench-pouch-push');
  await db.bulkDocs(Array.from({ length: total }, (_, n) => ({ _id: benchRow(n).id, ...benchRow(n) })));
  const started = performance.now();
  await db.replicate.to(`${origin}/pouch/${remote}`, { batch_size: batch, batches_limit: 4 });
  const ms = performance.now() - started;
  await db.destroy();
  const answer = await fetch(`${origin}/pouch/${remote}/_all_docs?include_docs=true`);
  const { rows }: { rows: { doc: PouchDoc }[] } = await answer.json();
  return { ms, ...sumOf(rows.map((row) => row.doc)) };
}
