import type { Static } from 'typebox';
import { holds } from '../../../kernel/grants.ts';
import { id } from '../../../kernel/ids.ts';
import {
  applied,
  defineMutation,
  refused,
  signature,
  type Actor,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import { line } from './line.ts';
import type { RecordRedoArgs, RecordSettleArgs } from './record.schema.ts';
import { canRedo, type Refusal } from './refusal.ts';

/** Where records lie, for those who may see them. */
const shelves = ['people', 'staff'] as const;
interface Found {
  readonly in: (typeof shelves)[number];
  readonly record: Refusal;
}

async function find(tx: RowTx, { actor }: MutationContext, mid: string): Promise<Found | undefined> {
  for (const shelf of shelves) {
    const record = holds(actor, shelf) ? await tx.get(shelf, 'refusal', mid) : undefined;
    if (record !== undefined) return { in: shelf, record };
  }
  return undefined;
}

type How = NonNullable<Refusal['settled']>['how'];

const settled = (record: Refusal, how: How, ctx: MutationContext): Refusal => ({
  ...record,
  settled: { how, by: line(signature(ctx.actor)), atMs: ctx.now.nowMs },
});

/**
 * Does again what was not carried out, as it was or corrected, under the identity and the time it was made with: a claim
 * stays the same claim, and its undo still finds it. What a device made stays that device's; what a person made is now
 * whoever's says so. Twice is as once. Where it cannot be done now either, it goes on waiting and says why.
 */
export const recordRedo = defineMutation<Static<typeof RecordRedoArgs>>()({
  name: 'record.redo',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  async apply(tx, { mid, corrected }, ctx) {
    const found = await find(tx, ctx, mid);
    if (found === undefined) return refused('unknown-record', `${mid} is not recorded`);
    const { record } = found;
    if (record.settled !== null) return applied;
    if (!canRedo(record)) return refused('not-redoable', `${mid} came too late, or is not known well enough`);
    const wanted = corrected ?? { v: record.v, args: record.args };
    const outcome = await ctx.carryOut({
      mid: id(mid),
      name: record.name,
      ...wanted,
      madeAt: madeAtOf(record),
      actor: actorOf(record, ctx.actor),
    });
    // Corrected by a newer build than this hub's: the record waits as it is, and is not held for want of that upgrade.
    if (outcome.status === 'held') return refused('unknown-version', `${record.name} of version ${wanted.v}`);
    // Who may not do it may not write over what was asked either.
    if (outcome.status === 'refused' && outcome.code === 'not-permitted') return outcome;
    const next =
      outcome.status === 'refused' || outcome.status === 'conflict'
        ? { ...record, ...wanted, ...whyNot(outcome) }
        : settled(record, 'done', ctx);
    await tx.put(found.in, 'refusal', mid, next);
    return applied;
  },
});

/** A word of staff about a record, which does nothing besides. Twice is as once. */
const settling = <const Name extends `record.${string}`>(name: Name, how: How) =>
  defineMutation<Static<typeof RecordSettleArgs>>()({
    name,
    v: 1,
    by: ['canteen', 'leader', 'advisor'],
    async apply(tx, { mid }, ctx) {
      const found = await find(tx, ctx, mid);
      if (found === undefined) return refused('unknown-record', `${mid} is not recorded`);
      const { record } = found;
      if (record.settled !== null) return applied;
      if (how !== 'dismissed' && record.status !== 'done') return refused('not-done', `${mid} was not done`);
      await tx.put(found.in, 'refusal', mid, settled(record, how, ctx));
      return applied;
    },
  });

/** Lets it be: nothing is to become of it. */
export const recordDismiss = settling('record.dismiss', 'dismissed');

/** What was done in doubt stands. */
export const recordKeep = settling('record.keep', 'kept');

/** What was done in doubt has been taken back, by its own change. */
export const recordTakeBack = settling('record.takeBack', 'takenBack');

const madeAtOf = ({ madeAtMs, timeQuality }: Refusal): TimeReading =>
  madeAtMs === null || timeQuality === 'unknown'
    ? { quality: 'unknown', nowMs: null }
    : { quality: timeQuality, nowMs: madeAtMs };

/** Who made it, where a device did by itself; else whoever decides. */
function actorOf({ maker, deviceId }: Refusal, deciding: Actor): Actor {
  return maker?.type === 'device'
    ? { type: 'device', deviceId, deviceKind: maker.deviceKind, centreId: deciding.centreId }
    : deciding;
}

function whyNot(
  outcome: Extract<Outcome, { readonly status: 'refused' | 'conflict' }>,
): Pick<Refusal, 'status' | 'code' | 'detail'> {
  return outcome.status === 'refused'
    ? { status: 'refused', code: line(outcome.code), detail: line(outcome.detail) }
    : { status: 'conflict', code: 'conflict', detail: `version ${outcome.current} stands` };
}
