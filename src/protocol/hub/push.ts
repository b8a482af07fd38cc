import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import {
  PROTOCOL,
  PUSH_LIMIT,
  type AnswerHead,
  type PushAnswer,
  type PushBody,
  type WireResult,
} from '../wire/wire.ts';
import { isNobodys, isOwnChain, otherActor, speaksFor, type Asker, type OtherActor } from './asker.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { grantHash } from './grants.ts';
import type { HouseRules, Wanted } from './house-rules.ts';
import type { ClientRecord, HubTx } from './ports.ts';
import { placeOf, wantedOf } from './read-item.ts';
import { HubRowTx } from './row-tx.ts';

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
    protocol: PROTOCOL,
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

/** What a push is taken in with, besides its transaction. */
interface PushRules {
  readonly house: HouseRules;
  readonly nowMs: number;
  /** False while the hub's own time may be wrong. */
  readonly timeIsSure: boolean;
  /** Of whom it has been seen that the database does not take what they do: they end stored, not tried again. */
  readonly poisoned?: ReadonlySet<Mid>;
  /** What of a device's is kept though it was not carried out is limited. */
  readonly burdens?: Burdens;
  /** What an item was before its device sealed it. */
  readonly opened?: (item: unknown) => unknown;
}

/** How much more of a burden one device may be; a transaction that runs again may count twice. */
export interface Burdens {
  hasRoom(): boolean;
  take(): void;
}

/** The device has had its share: the first of what it sent waits, and with it what comes after. */
export interface Full {
  readonly full: true;
}
const full: Full = { full: true };

/** Takes the mutations of one push, within one transaction. The steps are those of DESIGN "Push". */
export async function push(
  tx: HubTx,
  who: Asker,
  request: PushBody,
  { house, nowMs, timeIsSure, poisoned, burdens, opened = asItIs }: PushRules,
): Promise<PushAnswer | OtherActor | Full> {
  if (!speaksFor(who, request) || isNobodys(who, request)) return otherActor;
  const epoch = (await tx.meta('epoch')) ?? '';
  const known = await tx.client(request.clientId);
  if (!isOwnChain(who, known)) return otherActor;
  const answer = (client: ClientRecord): AnswerHead => headOf(client, epoch, who.grants, nowMs);
  let client = known ?? newChain(request.clientId, who.owner);

  // 1. Another epoch: nothing is applied.
  if (request.epoch !== null && request.epoch !== epoch) return { ...answer(client), type: 'epoch' };

  const placed = request.muts.map((item) => ({ item, place: placeOf(item) }));
  const from = placed[0]?.place?.seq ?? 0;
  const places =
    from > client.last
      ? NONE
      : await tx.midsOf(client.clientId, from, Math.min(client.last, from + PUSH_LIMIT));
  const dealtWith = new Map(await tx.mutations(placed.flatMap(({ place }) => place?.mid ?? [])));
  const results: WireResult[] = [];
  let ended: 'done' | 'fork' | 'gap' = 'done';
  for (const { item, place } of placed) {
    if (place === null) {
      // It says not where it stands: chained anew, it does.
      ended = 'fork';
      break;
    }
    const { mid, seq } = place;
    const stored = dealtWith.get(mid);
    if (seq <= client.last) {
      // 2. Seen at this place: the stored result when it is the same mutation, else another disk has this clientId.
      // What was safe long since has no place noted any more: there the mid alone tells.
      const there =
        seq === client.last ? client.lastMid : (places.get(seq) ?? (seq <= client.safe ? mid : null));
      if (stored === undefined || there !== mid) {
        ended = 'fork';
        break;
      }
      results.push(stored.result);
      continue;
    }
    if (seq > client.last + 1) ended = 'gap';
    else if (place.prev !== client.lastMid) ended = 'fork';
    if (ended !== 'done') break;
    // 4. A known mid, also under another clientId, has its stored result; else 3 and 5: it is carried out.
    const wanted = wantedOf(mid, opened(item), timeIsSure ? nowMs : null);
    const carried =
      stored === undefined
        ? await carryOutIn(tx, burdens, (inner) =>
            carryOut(inner, house, who.actor, poisoned?.has(mid) ? asPoison(wanted) : wanted, {
              nowMs,
              isSure: timeIsSure,
            }),
          )
        : stored;
    if (carried === null) {
      // What is done is told; this one comes first in the next push.
      if (results.length === 0) return full;
      break;
    }
    const { result } = carried;
    dealtWith.set(mid, { mid, name: wanted.name, result, receivedAtMs: nowMs });
    tx.saveChain(client.clientId, seq, mid);
    client = { ...client, last: seq, lastMid: mid };
    results.push(result);
  }
  // How far the chain has come is written with the effects, in the same transaction.
  if (client.last > (known?.last ?? 0)) tx.saveClient(client);
  if (ended === 'fork') await house.noteClone(new HubRowTx(tx, who.actor), who.actor.deviceId, nowMs);
  const head = answer(client);
  return ended === 'done' ? { ...head, type: 'done', results } : { ...head, type: ended };
}

/** Carries one out where there is room for what it may leave; null, and nothing is left of it, where there is not. */
async function carryOutIn(
  tx: HubTx,
  burdens: Burdens | undefined,
  work: (tx: HubTx) => Promise<CarriedOut>,
): Promise<CarriedOut | null> {
  if (burdens === undefined) return work(tx);
  if (burdens.hasRoom()) {
    const carried = await work(tx);
    if (carried.isBurden) burdens.take();
    return carried;
  }
  const tried = await tx.attempt(async (inner) => {
    const carried = await work(inner);
    return { carried, keep: !carried.isBurden };
  });
  return tried.keep ? tried.carried : null;
}

const asItIs = (item: unknown): unknown => item;

const NONE: ReadonlyMap<number, Mid> = new Map();

const asPoison = (wanted: Wanted): Wanted => ({ ...wanted, wrong: 'the hub cannot carry it out' });
