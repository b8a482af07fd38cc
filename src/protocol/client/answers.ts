import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId } from '../../kernel/ids.ts';
import type { AnswerHead } from '../wire/wire.ts';
import type { Setting } from './apply.ts';
import { rechain } from './chain.ts';
import { ChangeList, type Changes } from './changes.ts';
import { rebuildOverlay } from './overlay.ts';
import type { Pending } from './pending.ts';
import type { Clock, Randomness, StoreTx } from './ports.ts';
import {
  deleteBucket,
  dropAnswers,
  readBuckets,
  readForgetting,
  writeBucket,
  writeClient,
  writeForgetting,
  type ClientRecord,
} from './records.ts';

/** Who a client was when it asked: an answer to another is nobody's. */
export interface Asked {
  readonly clientId: ClientId;
  readonly epoch: string | null;
  readonly grantHash: string | null;
}

export const askedBy = (client: ClientRecord): Asked => ({
  clientId: client.clientId,
  epoch: client.epoch,
  grantHash: client.grantHash,
});

/** True while a client still is who asked, and the answer is to it. */
export const stillAsked = (client: ClientRecord, asked: Asked, head: AnswerHead): boolean =>
  head.clientId === asked.clientId &&
  client.clientId === asked.clientId &&
  client.epoch === asked.epoch &&
  client.grantHash === asked.grantHash;

export interface LeaderDeps {
  readonly setting: Setting;
  readonly pending: Pending;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** What taking in an answer's head did. */
interface HeadTaken {
  readonly client: ClientRecord;
  /** True when the world changed so that rows in the same answer must not be used: ask again. */
  readonly again: boolean;
  /** What may differ in the view. */
  readonly changes: Changes;
}

/**
 * Takes in what every answer says of the world, inside the transaction of the answer: epoch, contradictions of the
 * chain, grants, in this order. `safe` is taken in after the answer's results, by `letGoOfSafe`.
 */
export async function takeHead(
  tx: StoreTx,
  deps: LeaderDeps,
  client: ClientRecord,
  head: AnswerHead,
): Promise<HeadTaken> {
  const changed = new ChangeList();
  let now = client;
  let again = false;
  if (head.epoch !== client.epoch) {
    if (client.epoch === null) now = { ...now, epoch: head.epoch };
    else {
      now = await enterEpoch(tx, deps, now, head);
      again = true;
    }
    writeClient(tx, now);
  }
  if (contradicts(deps.pending, head) || (again && isBroken(deps.pending, head))) {
    now = await fork(tx, deps, now);
    again = true;
  }
  if (head.grantHash !== now.grantHash) {
    const first = now.grantHash === null;
    now = { ...now, grants: head.grants, grantHash: head.grantHash };
    writeClient(tx, now);
    // Rows, overlay, staged pages and cursor of what is no longer granted go in this transaction.
    for (const bucket of await dropUngranted(tx, client.grants ?? [], head.grants))
      changed.whole(`${bucket}/*`);
    deps.pending.settled = 0;
    changed.add(await rebuildOverlay(tx, deps.setting, now, deps.pending));
    again = again || !first;
  }
  return { client: now, again, changes: changed.changes };
}

/** Restore: kept items above the new history's `last` return to the outbox and cursors reset. */
async function enterEpoch(
  tx: StoreTx,
  deps: LeaderDeps,
  client: ClientRecord,
  head: AnswerHead,
): Promise<ClientRecord> {
  const returned = deps.pending.returnAbove(tx, head.last);
  for (const record of await readBuckets(tx)) {
    if (record.staging !== null) dropStaging(tx, record.bucket, record.staging.gen);
    writeBucket(tx, { ...record, cursor: null, staging: null });
  }
  deps.pending.settled = 0;
  return { ...client, epoch: head.epoch, outbox: client.outbox + returned };
}

/** The hub knows more of this chain than its owner, or something else at the same place: another disk pushed to it. */
function contradicts(pending: Pending, head: AnswerHead): boolean {
  if (head.last > pending.top) return true;
  const ours = pending.at(head.last);
  return ours !== undefined && ours.entry.mut.mid !== head.lastMid;
}

/** True when what is held does not continue the hub's chain. */
export function isBroken(pending: Pending, head: AnswerHead): boolean {
  const next = pending.at(head.last + 1);
  return next === undefined ? head.last !== pending.top : next.entry.mut.prev !== head.lastMid;
}

/** Step `fork`: a new clientId, all of kept and outbox chained anew, and each bucket's `last` counted in the new seqs. */
export async function fork(tx: StoreTx, deps: LeaderDeps, client: ClientRecord): Promise<ClientRecord> {
  const { pending, random, clock } = deps;
  const old = [...pending.above(0)].map((held) => held.entry);
  for (const record of await readBuckets(tx)) {
    writeBucket(tx, { ...record, last: old.filter((entry) => entry.mut.seq <= record.last).length });
  }
  const { client: renewed, entries } = rechain(tx, client, old, random, clock.wall());
  pending.restart(renewed.clientId, entries);
  return renewed;
}

/**
 * What is inside the oldest kept backup can be forgotten, once every bucket it touches has been pulled past it: until
 * then the view needs it. The journal is told after the commit.
 */
export async function letGoOfSafe(tx: StoreTx, pending: Pending, safe: number): Promise<readonly string[]> {
  const mids = pending.letGoUpTo(tx, Math.min(safe, pending.settled));
  if (mids.length === 0) return mids;
  // Remembered until the journal has forgotten too, so that a start in between does not send them again.
  writeForgetting(tx, [...(await readForgetting(tx)), ...mids]);
  return mids;
}

async function dropUngranted(
  tx: StoreTx,
  before: readonly BucketName[],
  grants: readonly BucketName[],
): Promise<readonly BucketName[]> {
  const dropped: BucketName[] = [];
  const held = (await readBuckets(tx)).map(({ bucket }) => bucket);
  // The record of one may be damaged: its rows go all the same.
  for (const bucket of new Set([...held, ...before])) {
    if (grants.includes(bucket)) continue;
    for (const store of ['base', 'overlay', 'staged'] as const) tx.deletePrefix(store, [bucket]);
    deleteBucket(tx, bucket);
    dropAnswers(tx);
    dropped.push(bucket);
  }
  return dropped;
}

/** Throws away the pages of a pull that will not be finished. */
export function dropStaging(tx: StoreTx, bucket: BucketName, gen: number | null): void {
  if (gen === null) tx.deletePrefix('staged', [bucket]);
  else tx.deletePrefix('base', [bucket, gen]);
}
