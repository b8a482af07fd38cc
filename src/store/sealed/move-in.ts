import { isText, listOf, shape } from '../../kernel/guards.ts';
import type { ClientStorage, StoreTx } from '../../protocol/client/ports.ts';
import { checkBound, checkKey, isPersonal, sealedStores } from './personal.ts';
import type { Sealer } from './sealed-value.ts';
import { SealingTx } from './sealing-tx.ts';

const hasBucket = shape({ bucket: isText });
const hasGen = shape({ gen: (value): value is number => typeof value === 'number' });
const isRow = shape({ kind: isText, id: isText });
const isAnswer = shape({ question: isText });
const hasGrants = shape({ grants: listOf(isText) });

/**
 * Makes a store ready for a key: what lies under a lost one goes, to be pulled anew, and what an earlier build kept
 * plain is sealed, a bucket a transaction, so that it goes on where it was cut off. Returns whether anything was lost.
 */
export async function moveIn(storage: ClientStorage, sealer: Sealer): Promise<boolean> {
  const found = await storage.read(async (tx) => ({
    fits: fits(sealer, await tx.get('base', checkKey)),
    plain: await plainBuckets(tx),
    answers: (await tx.list('meta', ['answer'])).length > 0,
  }));
  if (found.fits !== true)
    await storage.write(async (tx) => {
      if (found.fits === false) for (const prefix of sealedStores) tx.deletePrefix('base', prefix);
      tx.put('base', checkKey, sealer.seal(checkBound, checkBound));
    });
  for (const bucket of found.plain)
    await storage.write((tx) => sealBucket(tx, sealer, bucket), { repeatable: true });
  if (found.answers) await storage.write((tx) => sealAnswers(tx, sealer), { repeatable: true });
  return found.fits === false;
}

/** Drops what is held of a bucket of which something does not open: it is pulled whole again. */
export async function renew(storage: ClientStorage, bound: string): Promise<void> {
  const bucket = bound.slice(bound.indexOf('/') + 1);
  await storage.write(async (tx) => {
    const all = new SealingTx(tx, null);
    if (!isPersonal(bucket) || !bucket.includes(':')) return all.deletePrefix('meta', ['answer']);
    for (const store of ['base', 'overlay', 'staged'] as const) all.deletePrefix(store, [bucket]);
    all.delete('meta', ['bucket', bucket]);
  });
}

/** Whether a key is the one a store was sealed with; null where none was yet. */
function fits(sealer: Sealer, check: unknown): boolean | null {
  if (check === undefined) return null;
  try {
    return sealer.open(checkBound, check) === checkBound;
  } catch {
    return false;
  }
}

/** The personal buckets of which something lies plain. */
export async function plainBuckets(tx: StoreTx): Promise<readonly string[]> {
  const recorded = (await tx.list('meta', ['bucket'])).filter(hasBucket).map(({ bucket }) => bucket);
  const client = await tx.get('meta', ['client']);
  const granted = hasGrants(client) ? client.grants : [];
  const buckets = [...new Set([...recorded, ...granted])].filter(isPersonal);
  const plain: string[] = [];
  for (const bucket of buckets) {
    const left = await Promise.all([
      tx.get('meta', ['bucket', bucket]).then((record) => (record === undefined ? [] : [record])),
      ...(['base', 'overlay', 'staged'] as const).map((store) => tx.list(store, [bucket])),
    ]);
    if (left.some((some) => some.length > 0)) plain.push(bucket);
  }
  return plain;
}

/**
 * The plain copy of a bucket is the newest there is: the build that was there last kept it. The overlay is made anew
 * from what waits, and pages of a pull that has not come to its end are asked for again.
 */
async function sealBucket(tx: StoreTx, sealer: Sealer, bucket: string): Promise<void> {
  const sealing = new SealingTx(tx, sealer);
  const record = await tx.get('meta', ['bucket', bucket]);
  const rows = hasGen(record) ? await tx.list('base', [bucket, record.gen]) : [];
  for (const store of ['base', 'overlay', 'staged'] as const) {
    // Without a record nothing plain is whole, and what is sealed stays.
    if (hasGen(record)) sealing.deletePrefix(store, [bucket]);
    tx.deletePrefix(store, [bucket]);
  }
  tx.delete('meta', ['bucket', bucket]);
  if (!hasGen(record)) return;
  for (const row of rows) {
    if (!isRow(row)) continue;
    sealing.put('base', [bucket, record.gen, row.kind, row.id], row);
  }
  sealing.put('meta', ['bucket', bucket], { ...record, staging: null });
}

async function sealAnswers(tx: StoreTx, sealer: Sealer): Promise<void> {
  const sealing = new SealingTx(tx, sealer);
  const answers = (await tx.list('meta', ['answer'])).filter(isAnswer);
  tx.deletePrefix('meta', ['answer']);
  for (const answer of answers) sealing.put('meta', ['answer', answer.question], answer);
}
