import type { BucketName } from '../../kernel/buckets.ts';
import { isNumber, isText, listOf, orNull } from '../../kernel/guards.ts';
import { same } from '../../kernel/same.ts';
import type { WireMutation } from '../wire/wire.ts';
import { dropStaging, fork, type LeaderDeps } from './answers.ts';
import { timeOfMid } from './chain.ts';
import { NO_CHANGES, type Changes } from './changes.ts';
import { rebuildOverlay } from './overlay.ts';
import type { StoreTx } from './ports.ts';
import {
  listKept,
  listUnsent,
  readBucket,
  readClient,
  readUnsent,
  writeBucket,
  writeClient,
  writeKept,
  writeUnsent,
  type Entry,
} from './records.ts';

/** What a client can put right on its own disk. */
export type HealedHere = 'clock-repaired' | 'rows-repaired' | 'queue-repaired';

export type LoadMending = () => Promise<{
  readonly mendQueue: typeof mendQueue;
  readonly mendBucket: typeof mendBucket;
}>;

/**
 * What waits is made to say what the journal says of it, whose entries each have a checksum, so that nothing damaged is
 * sent. What nobody can read is left out: whoever merges takes it from the journal, as of a store that was wiped.
 * Returns whether anything was damaged.
 */
export async function mendQueue(
  tx: StoreTx,
  journaled: readonly WireMutation[],
  nowMs: number,
): Promise<boolean> {
  const [unsent, kept] = [await listUnsent(tx), await listKept(tx)];
  const held = [...kept.flat(), ...unsent];
  await mendClient(tx, held, nowMs);

  const written = new Map(journaled.map((mut) => [mut.mid, mut]));
  const soundKept = kept.map((push) => push.map((entry) => sound(entry, written)));
  const soundUnsent: Entry[] = [];
  for (const entry of unsent)
    if (!(await isOfAnother(tx, entry, held, journaled))) soundUnsent.push(sound(entry, written));

  const stored = [...(await tx.list('kept', [])).flat(), ...(await tx.list('outbox', []))];
  const all = [...soundKept.flat(), ...soundUnsent];
  if (all.length === stored.length && all.every((entry, index) => entry === held[index])) return false;
  tx.deletePrefix('kept', []);
  tx.deletePrefix('outbox', []);
  for (const push of soundKept) writeKept(tx, push);
  for (const entry of soundUnsent) writeUnsent(tx, entry);
  return true;
}

/** A time of mids that neither what waits nor the clock bears out would stand before all mids to come. */
async function mendClient(tx: StoreTx, held: readonly Entry[], nowMs: number): Promise<void> {
  const client = await readClient(tx);
  if (client === undefined) return;
  const newestMs = held.reduce((ms, { mut }) => Math.max(ms, timeOfMid(mut.mid)), Math.floor(nowMs));
  if (client.midMs > newestMs) writeClient(tx, { ...client, midMs: newestMs });
}

const isTouched = orNull(listOf(isText));

/** An entry as its journal has it: all but its place in the chain, which a fork gives anew. The same where it is sound. */
function sound(entry: Entry, written: ReadonlyMap<string, WireMutation>): Entry {
  const { mut, touched, madeAtMono, bootId } = entry;
  const { seq, prev, age } = mut;
  const journaled = written.get(mut.mid);
  const mended: WireMutation = journaled === undefined ? mut : { ...journaled, seq, prev, age };
  if (!same(mended, mut)) return { mut: mended, touched: null, madeAtMono: 0, bootId: '' };
  if (isTouched(touched) && isNumber(madeAtMono) && typeof bootId === 'string') return entry;
  return { mut, touched: null, madeAtMono: 0, bootId: '' };
}

/** Whether an entry lies under the mid of another, which the journal has: its own mid is what is damaged. */
async function isOfAnother(
  tx: StoreTx,
  { mut }: Entry,
  held: readonly Entry[],
  journaled: readonly WireMutation[],
): Promise<boolean> {
  if ((await readUnsent(tx, mut.mid))?.mut.mid === mut.mid) return false;
  const mids = new Set(held.map((entry) => entry.mut.mid));
  return journaled.some((one) => !mids.has(one.mid) && one.name === mut.name && same(one.args, mut.args));
}

/** A bucket in which something is no row is pulled from its beginning, and what lies over it is made anew. */
export async function mendBucket(tx: StoreTx, deps: LeaderDeps, bucket: BucketName): Promise<Changes> {
  const record = await readBucket(tx, bucket);
  if (record.staging !== null) dropStaging(tx, bucket, record.staging.gen);
  writeBucket(tx, { ...record, cursor: null, staging: null });
  let client = await readClient(tx);
  if (client === undefined) return NO_CHANGES;
  if (!(await deps.pending.catchUp(tx, client))) client = await fork(tx, deps, client);
  tx.deletePrefix('overlay', []);
  deps.pending.settled = 0;
  return rebuildOverlay(tx, deps.setting, client, deps.pending);
}
