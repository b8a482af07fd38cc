import type { BucketName } from '../../kernel/buckets.ts';
import type { Mid } from '../../kernel/ids.ts';
import type { PushAnswer, WireMutation, WireResult } from '../wire/wire.ts';
import { fork, isBroken, letGoOfSafe, stillAsked, takeHead, type Asked, type LeaderDeps } from './answers.ts';
import type { Ended } from './api.ts';
import { NO_CHANGES, type Changes } from './changes.ts';
import { ageOf } from './clock.ts';
import { isLive, pulledLasts } from './overlay.ts';
import type { Pending, PendingMutation } from './pending.ts';
import type { StoreTx } from './ports.ts';
import {
  bucketOfKind,
  deleteUnsent,
  readClient,
  readEnded,
  writeClient,
  writeEnded,
  type ClientRecord,
  type Entry,
} from './records.ts';
import type { DeviceClock } from './clock.ts';

/** How many endings that nobody wanted are remembered. */
const ENDED_LIMIT = 20;

/** A mutation as it leaves: its age is of this moment. */
export const outgoing = (entry: Entry, clock: DeviceClock): WireMutation => ({
  ...entry.mut,
  age: ageOf(entry, clock),
});

interface PushTaken {
  readonly client: ClientRecord;
  readonly changes: Changes;
  /** Buckets whose base does not yet show what was acknowledged. */
  readonly behind: ReadonlySet<BucketName>;
  /** Mids the journal may forget. */
  readonly forget: readonly string[];
  readonly ended: readonly Ended[];
}

/** Takes in the answer to a push, in one transaction. Null when it was dropped: the client is not who asked any more. */
export async function takePush(
  tx: StoreTx,
  deps: LeaderDeps,
  asked: Asked,
  sentFrom: number,
  answer: PushAnswer,
): Promise<PushTaken | null> {
  const before = await readClient(tx);
  if (before === undefined || !stillAsked(before, asked, answer)) return null;
  const whole = await deps.pending.catchUp(tx, before);
  const broken =
    answer.type === 'fork' || !whole || (answer.type === 'gap' && isBroken(deps.pending, answer));
  if (broken) {
    const client = await fork(tx, deps, before);
    return { client, changes: NO_CHANGES, behind: new Set(), forget: [], ended: [] };
  }
  const head = await takeHead(tx, deps, before, answer);
  let client = head.client;
  if (client.clientId !== before.clientId) {
    return { client, changes: head.changes, behind: new Set(), forget: [], ended: [] };
  }
  let settled: Settled = { count: 0, ended: [], behind: new Set() };
  // A hub that was put back to an earlier day may not know it: what it has lost is sent again.
  if (answer.type === 'gap' || answer.type === 'done')
    client = { ...client, outbox: client.outbox + deps.pending.returnAbove(tx, answer.last) };
  if (answer.type === 'done') {
    settled = await settle(tx, deps, client, sentFrom, answer.results);
    client = { ...client, outbox: client.outbox - settled.count };
    if (settled.ended.length > 0) {
      const known = (await readEnded(tx)).filter(
        (one) => !settled.ended.some((other) => other.mid === one.mid),
      );
      writeEnded(tx, [...settled.ended, ...known].slice(0, ENDED_LIMIT));
    }
  }
  // The re-chained part is acknowledged: pulls may go on.
  if (client.pullAfter > 0 && (deps.pending.unsent(0, 1)[0]?.mut.seq ?? Infinity) > client.pullAfter) {
    client = { ...client, pullAfter: 0 };
  }
  const forget = await letGoOfSafe(tx, deps.pending, answer.safe);
  writeClient(tx, client);
  return { client, changes: head.changes, behind: settled.behind, forget, ended: settled.ended };
}

interface Settled {
  readonly count: number;
  readonly ended: readonly Ended[];
  readonly behind: ReadonlySet<BucketName>;
}

/** Acknowledge, then delete: what has its result moves from the outbox to kept; the view keeps it until the pull. */
async function settle(
  tx: StoreTx,
  deps: LeaderDeps,
  client: ClientRecord,
  sentFrom: number,
  results: readonly WireResult[],
): Promise<Settled> {
  const byMid = new Map(results.map((result) => [result.mid, result]));
  const lasts = await pulledLasts(tx);
  const behind = new Set<BucketName>();
  const ended: Ended[] = [];
  const push: PendingMutation[] = [];
  let answered = 0;
  for (const held of deps.pending.above(sentFrom - 1)) {
    if (answered === byMid.size) break;
    const { mut, touched } = held.entry;
    const result = byMid.get(mut.mid);
    if (result === undefined) continue;
    answered += 1;
    if (held.push !== null) continue;
    push.push(held);
    if (isLive(held.entry, client, lasts)) {
      for (const bucket of touched === null ? (client.grants ?? []) : touched.map(bucketOfKind))
        behind.add(bucket);
    }
    if (result.status !== 'applied' && result.status !== 'merged') {
      ended.unshift({ mid: mut.mid, name: mut.name, result });
    }
  }
  deps.pending.keep(tx, push);
  leaveOutbox(
    tx,
    deps.pending,
    push.map(({ entry }) => entry.mut.mid),
  );
  return { count: push.length, ended, behind };
}

/** Takes entries out of the outbox: in one go, unless something unsent has a mid between theirs. */
function leaveOutbox(tx: StoreTx, pending: Pending, gone: readonly Mid[]): void {
  const mids = [...gone].sort();
  const [first, last] = [mids[0], mids[mids.length - 1]];
  if (first === undefined || last === undefined) return;
  for (const { push, entry } of pending.above(0)) {
    if (push !== null || entry.mut.mid < first || entry.mut.mid > last) continue;
    for (const mid of mids) deleteUnsent(tx, mid);
    return;
  }
  tx.deleteRange('outbox', [first], [last]);
}
