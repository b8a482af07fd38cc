import { mayDo, type Actor, type Outcome } from '../../kernel/mutation.ts';
import { civilMoment } from '../../kernel/time.ts';
import type { WireResult } from '../wire/wire.ts';
import type { HouseRules, Wanted } from './house-rules.ts';
import type { Bound } from './mutation-book.ts';
import type { HubTx } from './ports.ts';
import { printable } from './printable.ts';
import { HubRowTx, StorageFailure } from './row-tx.ts';

/**
 * Carries one mutation out and stores how it ended: its effects, its record, and what the house keeps of it, all within
 * the caller's transaction. What is not applied writes nothing but its record and what staff see of it.
 */
export async function carryOut(
  tx: HubTx,
  house: HouseRules,
  actor: Actor,
  wanted: Wanted,
  nowMs: number,
): Promise<WireResult> {
  const { result, touched } = await decide(tx, house, actor, wanted, nowMs);
  tx.saveMutation({ mid: wanted.mid, name: printable(wanted.name), result, receivedAtMs: nowMs });
  const ending = { actor, wanted, result, touched: [...touched], nowMs };
  await house.noteEnding(new HubRowTx(tx, actor), ending);
  return result;
}

interface Decided {
  readonly result: WireResult;
  readonly touched: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

async function decide(
  tx: HubTx,
  house: HouseRules,
  actor: Actor,
  wanted: Wanted,
  nowMs: number,
): Promise<Decided> {
  const { mid, name, v, args } = wanted;
  const refuse = (code: string, detail: string): Decided => ({
    result: { mid, status: 'refused', code, detail },
    touched: NOTHING,
  });
  if (wanted.wrong !== null) return refuse('bad-item', wanted.wrong);
  const bound = house.bind(name, v, args);
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

  return tx.attempt(async (inner) => {
    const rows = new HubRowTx(inner, actor);
    const utcOffsetMinutes = await house.utcOffsetMinutes(rows, actor.centreId);
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

const nameOf = (actor: Actor): string => (actor.type === 'staff' ? actor.name : actor.deviceId);
