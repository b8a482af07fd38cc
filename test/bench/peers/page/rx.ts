import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { benchRow, sumOf, type BenchRow, type Lap } from '../rows.ts';

/** RxDB 17 on its free IndexedDB storage (Dexie), replicating over HTTP with a server that syncs its log. */

const schema: RxJsonSchema<BenchRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 32 }, n: { type: 'integer' }, text: { type: 'string' } },
  required: ['id', 'n', 'text'],
};

let made = 0;

async function fresh(): Promise<{ rows: RxCollection<BenchRow>; remove: () => Promise<unknown> }> {
  made += 1;
  const db = await createRxDatabase({
    name: `bench-rx-${Date.now()}-${made}`,
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  const { rows } = await db.addCollections<{ rows: RxCollection<BenchRow> }>({ rows: { schema } });
  return { rows, remove: () => db.remove() };
}

export async function firstPull(origin: string, batch: number): Promise<Lap> {
  const { rows, remove } = await fresh();
  const started = performance.now();
  const replication = replicateRxCollection<BenchRow, { after: number }>({
    collection: rows,
    replicationIdentifier: 'bench-pull',
    live: false,
    pull: {
      batchSize: batch,
      async handler(checkpoint, batchSize) {
        const after = checkpoint?.after ?? 0;
        const answer = await fetch(`${origin}/plain/pull?after=${after}&limit=${batchSize}`);
        const page: { rows: BenchRow[] } = await answer.json();
        return {
          documents: page.rows.map((row) => ({ ...row, _deleted: false })),
          checkpoint: { after: after + page.rows.length },
        };
      },
    },
  });
  await replication.awaitInitialReplication();
  const ms = performance.now() - started;
  const found = await rows.find().exec();
  const sum = sumOf(found.map((doc) => doc.toJSON()));
  await remove();
  return { ms, ...sum };
}

export async function drain(origin: string, total: number, batch: number): Promise<Lap> {
  const { rows, remove } = await fresh();
  await fetch(`${origin}/plain/empty`, { method: 'POST' });
  await rows.bulkInsert(Array.from({ length: total }, (_, n) => benchRow(n)));
  const started = performance.now();
  const replication = replicateRxCollection<BenchRow, null>({
    collection: rows,
    replicationIdentifier: 'bench-push',
    live: false,
    push: {
      batchSize: batch,
      async handler(changed) {
        const body = JSON.stringify(changed.map((one) => one.newDocumentState));
        await fetch(`${origin}/plain/push`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return [];
      },
    },
  });
  await replication.awaitInitialReplication();
  const ms = performance.now() - started;
  await remove();
  const answer = await fetch(`${origin}/plain/sum`);
  const sum: { count: number; hash: number } = await answer.json();
  return { ms, ...sum };
}
