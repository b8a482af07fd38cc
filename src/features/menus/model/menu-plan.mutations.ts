import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import {
  applied,
  conflict,
  defineMutation,
  refused,
  signature,
  type MutationContext,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { checkPlan } from './check-plan.ts';
import { atMs } from './menu-change.ts';
import type { MenuPlanSaveArgs, MenuPlanTurnArgs } from './menu.schema.ts';
import type { MenuPlan } from './menu.ts';
import { renewPlanned } from './planned.ts';

/** A plan as it is now on; the hub brings what the plan has put up in line with it. */
async function stand(tx: RowTx, plan: MenuPlan, ctx: MutationContext): Promise<void> {
  await tx.put('staff', 'menuPlan', plan.id, plan);
  // A hub that is not sure of the day does it with its daily work, once it is.
  if (ctx.authority && ctx.today !== null)
    await renewPlanned(tx, plan, { today: ctx.today, atMs: atMs(ctx) });
}

/** Says what a canteen cooks on each day of its cycle. Whether that is published is said by `menuPlan.turn`. */
export const menuPlanSave = defineMutation<Static<typeof MenuPlanSaveArgs>>()({
  name: 'menuPlan.save',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { plan, baseVersion }, ctx) {
    const problems = checkPlan(plan);
    if (problems.length > 0) return refused('bad-plan', problemText(problems));
    const standing = await tx.get('staff', 'menuPlan', plan.id);
    const version = standing?.version ?? 0;
    if (version !== baseVersion) return conflict(version);
    await stand(tx, { ...standing, ...plan, version: version + 1 }, ctx);
    return applied;
  },
});

/** Stops a plan, has it make drafts, or has the hub publish what it says: in the name of who says so. */
export const menuPlanTurn = defineMutation<Static<typeof MenuPlanTurnArgs>>()({
  name: 'menuPlan.turn',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { planId, to }, ctx) {
    const plan = await tx.get('staff', 'menuPlan', planId);
    if (plan === undefined) return refused('unknown-plan', `${planId} is not there`);
    const publishing = to === 'publishing' ? { by: signature(ctx.actor), since: ctx.today } : null;
    await stand(tx, { ...plan, stopped: to === 'stopped', publishing }, ctx);
    return applied;
  },
});
