import type { Mid } from '../../kernel/ids.ts';
import { mayDo, type Actor, type Outcome } from '../../kernel/mutation.ts';
import { civilMoment, utcOffsetOf, type TimeReading } from '../../kernel/time.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { WireResult } from '../wire/wire.ts';
import type { BindMutation, Bound } from './mutation-book.ts';
import type { HubTx } from './ports.ts';
import { printable } from './printable.ts';
import { HubRowTx, StorageFailure } from './row-tx.ts';

/** A change to carry out with authority, whoever made it. */
export interface Wanted {
  readonly mid: Mid;
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  readonly madeAt: TimeReading;
  /** Milliseconds it has been on its way; null when not known. */
  readonly age: number | null;
}

/**
 * Carries one mutation out and stores how it ended: its effects, its record, the audit or the refusal, all within
 * the caller's transaction. What is not applied writes nothing but its record and what staff see of it.
 */
export async function carryOut(
  tx: HubTx,
  bind: BindMutation,
  actor: Actor,
  wanted: Wanted,
  nowMs: number,
): Promise<WireResult> {
  const { mid, name } = wanted;
  const { result, touched } = await decide(tx, bind, actor, wanted, nowMs);
  tx.saveMutation({ mid, name: printable(name), result, receivedAtMs: nowMs });
  const about = {
    id: mid,
    name: printable(name),
    by: printable(nameOf(actor)),
    deviceId: actor.deviceId,
    receivedAtMs: nowMs,
  };
  const refusal = refusalIn(result);
  if (refusal !== null) {
    const detail = printable(refusal.detail);
    await tx.writeRow(`staff:${actor.centreId}`, 'refusal', mid, { ...about, ...refusal, detail });
  } else if (actor.type !== 'device') {
    await tx.writeRow(`audit:${actor.centreId}`, 'audit', mid, { ...about, subject: lines(touched) });
  }
  return result;
}

/** What staff are told of a change that was not carried out. */
function refusalIn(result: WireResult): Pick<RowOf<'refusal'>, 'status' | 'code' | 'detail'> | null {
  switch (result.status) {
    case 'applied':
    case 'merged':
      return null;
    case 'conflict':
      return { status: 'conflict', code: 'conflict', detail: `version ${result.current} stands` };
    case 'refused':
    case 'expired':
      return { status: result.status, code: printable(result.code), detail: result.detail };
  }
}

const lines = (touched: ReadonlySet<string>): string[] => [...touched].slice(0, 50).map(printable);

interface Decided {
  readonly result: WireResult;
  readonly touched: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

async function decide(
  tx: HubTx,
  bind: BindMutation,
  actor: Actor,
  wanted: Wanted,
  nowMs: number,
): Promise<Decided> {
  const { mid, name, v, args } = wanted;
  const refuse = (code: string, detail: string): Decided => ({
    result: { mid, status: 'refused', code, detail },
    touched: NOTHING,
  });
  const bound = bind(name, v, args);
  if (!bound.ok) return refuse(bound.error.code, bound.error.detail);
  if (!mayDo(actor, bound.value.by)) return refuse('not-permitted', `${nameOf(actor)} may not do ${name}`);
  const fresh = freshness(bound.value, wanted.age);
  if (fresh === 'expired') {
    const detail =
      wanted.age === null
        ? 'nobody knows how old it is'
        : `it was ${Math.round(wanted.age / 1000)} s on its way`;
    return { result: { mid, status: 'expired', code: 'too-late', detail }, touched: NOTHING };
  }

  const centre = await tx.row(`centre:${actor.centreId}`, 'centre', actor.centreId);
  const utcOffsetMinutes = utcOffsetOf(centre);
  return tx.attempt(async (inner) => {
    const rows = new HubRowTx(inner, actor);
    let outcome: Outcome;
    try {
      outcome = await bound.value.apply(rows, {
        mid,
        actor,
        authority: true,
        madeAt: wanted.madeAt,
        now: { quality: 'confirmed', nowMs },
        today: civilMoment(nowMs, utcOffsetMinutes).date,
        utcOffsetMinutes,
        ageUnknown: fresh === 'unknown',
      });
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      // A fault in a mutation would fail again at each try: refused, it blocks nobody's queue and staff see it.
      return { keep: false, ...refuse('fault', error instanceof Error ? error.message : String(error)) };
    }
    const keep = outcome.status === 'applied' || outcome.status === 'merged';
    return { keep, result: { mid, ...outcome }, touched: rows.touched };
  });
}

/** Step 5: whether a change that must not come late came in time. */
function freshness({ validFor }: Bound, age: number | null): 'fresh' | 'unknown' | 'expired' {
  if (validFor === undefined) return 'fresh';
  if (age === null) return validFor.whenUnknown === 'pass' ? 'unknown' : 'expired';
  return age <= validFor.ms ? 'fresh' : 'expired';
}

function nameOf(actor: Actor): string {
  switch (actor.type) {
    case 'staff':
      return actor.name;
    case 'device':
      return actor.deviceId;
    case 'hub':
      return 'hub';
  }
}
