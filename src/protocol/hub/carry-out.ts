import { mayDo, refused, type Actor, type Again, type Outcome } from '../../kernel/mutation.ts';
import { civilMoment } from '../../kernel/time.ts';
import type { WireResult } from '../wire/wire.ts';
import type { Ended, Held, HouseRules, HubMoment, RowChange, Wanted } from './house-rules.ts';
import type { Bound, Unbound } from './mutation-book.ts';
import type { HubTx } from './ports.ts';
import { printable } from './printable.ts';
import { HubRowTx, StorageFailure } from './row-tx.ts';

/** How a change ended, and whether the hub keeps more of it than what was wanted. */
export interface CarriedOut {
  readonly result: WireResult;
  readonly isBurden: boolean;
}

/** Where and when something is carried out. */
interface Place {
  readonly tx: HubTx;
  readonly house: HouseRules;
  readonly at: HubMoment;
  /** True within a change that is itself carried out by another: it may carry out none. */
  readonly within?: true;
}

/**
 * Carries one mutation out and stores how it ended: its effects, its record, and what the house keeps of it, all within
 * the caller's transaction. What is not applied writes nothing but its record and what staff see of it.
 */
export async function carryOut(
  tx: HubTx,
  house: HouseRules,
  actor: Actor,
  wanted: Wanted,
  at: HubMoment,
): Promise<CarriedOut> {
  const { nowMs } = at;
  const { outcome, touched, changes } = await decide({ tx, house, at }, actor, wanted);
  const result = resultOf(wanted.mid, outcome);
  tx.saveMutation({ mid: wanted.mid, name: printable(wanted.name), result, receivedAtMs: nowMs });
  const ending = { actor, wanted, outcome, touched: [...touched], changes, nowMs };
  await house.noteEnding(new HubRowTx(tx, actor), ending);
  return { result, isBurden: isBurden(outcome) };
}

/**
 * Carries out what an older build of the hub has held, now that its name and version are known. Its stored result stays
 * `held`, which its device has had; the house writes down what came of it.
 */
export async function carryOutHeld(
  tx: HubTx,
  house: HouseRules,
  { actor, receivedAtMs, wanted: kept }: Held,
  at: HubMoment,
): Promise<void> {
  const rows = new HubRowTx(tx, actor);
  if (!(await house.isHeld(rows, kept.mid))) return;
  const { nowMs } = at;
  const { madeAt } = kept;
  const age = !at.isSure
    ? null
    : nowMs - (madeAt.quality === 'confirmed' ? Math.min(madeAt.nowMs, receivedAtMs) : receivedAtMs);
  const wanted = { ...kept, age };
  const { outcome, touched, changes } = await decide({ tx, house, at }, actor, wanted);
  if (outcome.status !== 'held')
    await house.noteHeldEnded(rows, { actor, wanted, outcome, touched: [...touched], changes, nowMs });
}

/** What is not carried out is kept for staff, with all it would need; what is about nothing waits for that to come. */
const isBurden = (outcome: Ended): boolean =>
  (outcome.status !== 'applied' && outcome.status !== 'merged') ||
  outcome.doubt !== undefined ||
  (outcome.status === 'applied' && outcome.ofNothing === true);

/** How a change ended, as its device is told. */
function resultOf(mid: Wanted['mid'], outcome: Ended): WireResult {
  switch (outcome.status) {
    case 'applied':
    case 'merged':
      return { mid, status: outcome.status };
    case 'refused':
      return { mid, status: outcome.status, code: outcome.code, detail: outcome.detail };
    default:
      return { mid, ...outcome };
  }
}

interface Decided {
  readonly outcome: Ended;
  readonly touched: ReadonlySet<string>;
  readonly changes: readonly RowChange[];
}
interface Tried extends Decided {
  readonly outcome: Outcome;
}

/** Nothing was written. */
const untouched = <O extends Ended>(
  outcome: O,
): { outcome: O; touched: ReadonlySet<string>; changes: [] } => ({
  outcome,
  touched: new Set(),
  changes: [],
});

async function decide(place: Place, actor: Actor, wanted: Wanted): Promise<Decided> {
  const { name, v, args } = wanted;
  if (wanted.wrong !== null) return untouched(refused('bad-item', wanted.wrong));
  const bound = place.house.bind(name, v, args);
  if (!bound.ok) return untouched(unboundOutcome(actor, name, bound.error));
  if (!mayDo(actor, bound.value.by)) return untouched(notPermitted(actor, name));
  const fresh = freshness(bound.value, wanted.age);
  if (fresh === 'expired') {
    const detail =
      wanted.age === null
        ? 'nobody knows how old it is'
        : `it was ${Math.round(wanted.age / 1000)} s on its way`;
    return untouched({ status: 'expired', code: 'too-late', detail });
  }
  return attempt(place, actor, wanted, bound.value, fresh === 'unknown');
}

/** Applies a change over a savepoint: what it wrote stays only where it ended as applied or merged. */
function attempt(
  { tx, house, at, within }: Place,
  actor: Actor,
  { mid, madeAt }: Pick<Wanted, 'mid' | 'madeAt'>,
  bound: Bound,
  ageUnknown: boolean,
): Promise<Tried & { readonly keep: boolean }> {
  return tx.attempt(async (inner) => {
    const rows = new HubRowTx(inner, actor, { before: actor.type === 'staff' });
    const touched = new Set<string>();
    const changes: RowChange[] = [];
    const carryOutAgain = async (again: Again): Promise<Outcome> => {
      // Two that each ask for the other would go round for ever, with the database's lock in their hands.
      if (within) throw new Error(`${again.name} is asked for by a change that was asked for itself`);
      const done = await redo({ tx: inner, house, at, within: true }, again);
      for (const one of done.touched) touched.add(one);
      changes.push(...done.changes);
      return done.outcome;
    };
    let outcome: Outcome;
    try {
      const utcOffsetMinutes = await house.utcOffsetMinutes(rows, actor.centreId);
      outcome = await bound.apply(rows, {
        mid,
        actor,
        authority: true,
        madeAt,
        now: { quality: at.isSure ? 'confirmed' : 'carried', nowMs: at.nowMs },
        // A clock that may be wrong says of no day that it is over.
        today: at.isSure ? civilMoment(at.nowMs, utcOffsetMinutes).date : null,
        utcOffsetMinutes,
        ageUnknown,
        carryOut: carryOutAgain,
      });
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      // A fault in a mutation would fail again at each try: refused, it blocks nobody's queue and staff see it.
      const detail = error instanceof Error ? error.message : String(error);
      return { keep: false, ...untouched(refused('fault', detail)) };
    }
    const keep = outcome.status === 'applied' || outcome.status === 'merged';
    for (const one of rows.touched) touched.add(one);
    return { keep, outcome, touched, changes: [...changes, ...rows.changes] };
  });
}

/** A change again, as somebody has decided: how old it is does not matter, and a newer version is gone over once. */
async function redo(place: Place, { name, v, args, actor, mid, madeAt }: Again): Promise<Tried> {
  const bound = place.house.bind(name, v, args);
  if (!bound.ok) return untouched(unboundOutcome(actor, name, bound.error));
  const by = bound.value;
  if (!mayDo(actor, by.by)) return untouched(notPermitted(actor, name));
  const first = await attempt(place, actor, { mid, madeAt }, by, false);
  if (first.outcome.status !== 'conflict') return first;
  const over = by.rebased?.(first.outcome.current);
  return over === undefined ? first : attempt(place, actor, { mid, madeAt }, over, false);
}

/** Step 5: whether a change that must not come late came in time. */
function freshness({ validFor }: Bound, age: number | null): 'fresh' | 'unknown' | 'expired' {
  if (validFor === undefined) return 'fresh';
  if (age === null) return validFor.whenUnknown === 'pass' ? 'unknown' : 'expired';
  return age <= validFor.ms ? 'fresh' : 'expired';
}

/** Whoever may not do it is not told what would be wrong with it besides. */
function unboundOutcome(actor: Actor, name: string, error: Unbound): Outcome {
  const may = error.code === 'unknown-mutation' || error.by === undefined || mayDo(actor, error.by);
  if (!may) return notPermitted(actor, name);
  return error.code === 'bad-args' ? refused(error.code, error.detail) : { status: 'held' };
}

const notPermitted = (actor: Actor, name: string): Outcome =>
  refused('not-permitted', `${nameOf(actor)} may not do ${name}`);

const nameOf = (actor: Actor): string => (actor.type === 'staff' ? actor.name : actor.deviceId);
