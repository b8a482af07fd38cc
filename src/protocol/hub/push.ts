import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';
import type { TimeReading } from '../../kernel/time.ts';
import {
  PUSH_LIMIT,
  type AnswerHead,
  type PushAnswer,
  type PushRequest,
  type WireMutation,
  type WireResult,
} from '../wire/wire.ts';
import { carryOut, type Wanted } from './carry-out.ts';
import { grantHash } from './grants.ts';
import type { BindMutation } from './mutation-book.ts';
import type { ClientRecord, HubTx } from './ports.ts';

/** Who asks, as the routes have made sure of it. */
export interface Asker {
  readonly actor: Actor;
  /** `DEVICE/ACTOR`: whose chains it may push to. */
  readonly owner: string;
  readonly grants: readonly BucketName[];
}

/** The chain of a client the hub has not met. */
export const newChain = (clientId: ClientId, owner: string): ClientRecord => ({
  clientId,
  owner,
  last: 0,
  lastMid: null,
  safe: 0,
});

/** What every answer carries. */
export function headOf(
  client: ClientRecord,
  epoch: string,
  grants: readonly BucketName[],
  nowMs: number,
): AnswerHead {
  return {
    clientId: client.clientId,
    epoch,
    last: client.last,
    lastMid: client.lastMid,
    safe: client.safe,
    grants,
    grantHash: grantHash(grants),
    hubNow: nowMs,
  };
}

/** Takes the mutations of one push, within one transaction. The steps are those of DESIGN "Push". */
export async function push(
  tx: HubTx,
  bind: BindMutation,
  who: Asker,
  request: PushRequest,
  nowMs: number,
): Promise<PushAnswer> {
  const epoch = (await tx.meta('epoch')) ?? '';
  const known = await tx.client(request.clientId);
  const answer = (client: ClientRecord): AnswerHead => headOf(client, epoch, who.grants, nowMs);
  if (known !== undefined && known.owner !== who.owner) {
    // Somebody else's chain, of which nothing is told: a copied profile starts one of its own.
    return { ...answer(newChain(request.clientId, who.owner)), type: 'fork' };
  }
  let client = known ?? newChain(request.clientId, who.owner);

  // 1. Another epoch: nothing is applied.
  if (request.epoch !== null && request.epoch !== epoch) return { ...answer(client), type: 'epoch' };

  const from = request.muts[0]?.seq ?? 0;
  const places =
    from > client.last
      ? NONE
      : await tx.midsOf(client.clientId, from, Math.min(client.last, from + PUSH_LIMIT));
  const dealtWith = new Map(await tx.mutations(request.muts.map(({ mid }) => mid)));
  const results: WireResult[] = [];
  let ended: 'done' | 'fork' | 'gap' = 'done';
  for (const mutation of request.muts) {
    const { mid, seq } = mutation;
    const stored = dealtWith.get(mid);
    if (seq <= client.last) {
      // 2. Seen at this place: the stored result when it is the same mutation, else another disk has this clientId.
      if (stored === undefined || (seq === client.last ? client.lastMid : places.get(seq)) !== mid) {
        ended = 'fork';
        break;
      }
      results.push(stored.result);
      continue;
    }
    if (seq > client.last + 1) ended = 'gap';
    else if (mutation.prev !== client.lastMid) ended = 'fork';
    if (ended !== 'done') break;
    // 4. A known mid, also under another clientId, has its stored result; else 3 and 5: it is carried out.
    const result = stored?.result ?? (await carryOut(tx, bind, who.actor, wantedOf(mutation, nowMs), nowMs));
    dealtWith.set(mid, { mid, name: mutation.name, result, receivedAtMs: nowMs });
    tx.saveChain(client.clientId, seq, mid);
    client = { ...client, last: seq, lastMid: mid };
    results.push(result);
  }
  // How far the chain has come is written with the effects, in the same transaction.
  if (client.last > (known?.last ?? 0)) tx.saveClient(client);
  if (ended === 'fork') await flagClone(tx, who.actor, nowMs);
  const head = answer(client);
  return ended === 'done' ? { ...head, type: 'done', results } : { ...head, type: ended };
}

const NONE: ReadonlyMap<number, Mid> = new Map();

/** Tells staff that two glasses may share one copied disk. */
async function flagClone(tx: HubTx, actor: Actor, nowMs: number): Promise<void> {
  const bucket = `staff:${actor.centreId}`;
  const device = await tx.row(bucket, 'device', actor.deviceId);
  if (device === undefined || device.perhapsClonedAtMs !== null) return;
  await tx.writeRow(bucket, 'device', actor.deviceId, { ...device, perhapsClonedAtMs: nowMs });
}

/**
 * What is to be carried out, with its age. Of what was made at a confirmed time the hub knows it, the way here counted
 * in: the device may have started anew since, and a hub that was stopped with a push in its ear would let a start of
 * 11:00 fire at 16:00.
 */
function wantedOf(mutation: WireMutation, nowMs: number): Wanted {
  const time = madeAt(mutation);
  const { age } = mutation;
  if (time.quality !== 'confirmed') return { ...mutation, madeAt: time, age };
  return { ...mutation, madeAt: time, age: Math.max(age ?? 0, nowMs - time.nowMs) };
}

/** When it was done, as its device knew; what is no time at all is not known. */
function madeAt({ deviceTime, timeQuality }: WireMutation): TimeReading {
  return timeQuality === 'unknown' || deviceTime === null || !isUnixMs(deviceTime)
    ? { quality: 'unknown', nowMs: null }
    : { quality: timeQuality, nowMs: deviceTime };
}

/** Rows hold whole milliseconds since 1970, as far as a date reaches. */
const isUnixMs = (ms: number): boolean => Number.isInteger(ms) && ms >= 0 && ms <= 8.64e15;
