import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import {
  applied,
  conflict,
  defineMutation,
  refused,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { checkMenuDraft } from './check-menu.ts';
import { atMs, endReminder, firstDraftVersion, mealToChange, who } from './menu-change.ts';
import type { MenuCloseArgs, MenuDraftArgs, MenuDropDraftArgs, MenuWithdrawArgs } from './menu.schema.ts';
import { isUp, noOffer, offerOf, type Menu } from './menu.ts';
import { offersSince } from './served.ts';

/**
 * Takes a meal's menu off the glass, also where something of it has run out meanwhile. What was on it is kept as a draft,
 * to be put up again.
 */
async function takeOff(
  tx: RowTx,
  { menuId, baseVersion }: Static<typeof MenuWithdrawArgs>,
  off: Pick<Menu, 'off' | 'why'>,
  ctx: MutationContext,
): Promise<Outcome> {
  const meal = mealToChange(menuId, ctx);
  if ('status' in meal) return meal;
  const standing = await tx.get('centre', 'menu', menuId);
  const version = standing?.version ?? 0;
  if (!offersSince(standing, baseVersion)) return conflict(version);
  await tx.put('centre', 'menu', menuId, {
    ...{ id: menuId, ...meal, ...noOffer },
    version: version + 1,
    publishedAtMs: atMs(ctx),
    publishedBy: who(ctx),
    ...off,
  });
  // What somebody is at with it already is newer than what stood there.
  if (!isUp(standing) || (await tx.get('staff', 'menuDraft', menuId)) !== undefined) return applied;
  await tx.put('staff', 'menuDraft', menuId, {
    ...{ id: menuId, ...meal, ...offerOf(standing) },
    version: firstDraftVersion(ctx.mid),
    savedBy: who(ctx),
    savedAtMs: atMs(ctx),
    withdrawn: true,
  });
  return applied;
}

/** Takes a menu down, or back that a meal is closed: then nobody has said what there is to eat. */
export const menuWithdraw = defineMutation<Static<typeof MenuWithdrawArgs>>()({
  name: 'menu.withdraw',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, args, ctx) {
    if ((await tx.get('centre', 'menu', args.menuId)) === undefined)
      return refused('unknown-menu', `${args.menuId} is not there`);
    return takeOff(tx, args, { off: 'withdrawn' }, ctx);
  },
});

/** Says that there is no such meal that day, and why, where that is said. */
export const menuClose = defineMutation<Static<typeof MenuCloseArgs>>()({
  name: 'menu.close',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { why, ...args }, ctx) {
    const outcome = await takeOff(tx, args, { off: 'closed', ...(why === null ? {} : { why }) }, ctx);
    if (outcome.status === 'applied') await endReminder(tx, args.menuId);
    return outcome;
  },
});

/** Keeps a menu for whoever publishes it: seen by staff and by nobody else. */
export const menuDraft = defineMutation<Static<typeof MenuDraftArgs>>()({
  name: 'menu.draft',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { menuId, baseVersion, ...offer }, ctx) {
    const meal = mealToChange(menuId, ctx);
    if ('status' in meal) return meal;
    // A draft may be begun with no dish on it.
    const problems = checkMenuDraft(offer).filter(({ code }) => code !== 'none');
    if (problems.length > 0) return refused('bad-menu', problemText(problems));
    const version = (await tx.get('staff', 'menuDraft', menuId))?.version ?? 0;
    if (version !== baseVersion) return conflict(version);
    await tx.put('staff', 'menuDraft', menuId, {
      ...{ id: menuId, ...meal, ...offerOf(offer) },
      version: version === 0 ? firstDraftVersion(ctx.mid) : version + 1,
      savedBy: who(ctx),
      savedAtMs: atMs(ctx),
    });
    return applied;
  },
});

/** Throws a draft away; what is published stays. */
export const menuDropDraft = defineMutation<Static<typeof MenuDropDraftArgs>>()({
  name: 'menu.dropDraft',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId, baseVersion }) {
    const version = (await tx.get('staff', 'menuDraft', menuId))?.version ?? 0;
    if (version !== baseVersion) return conflict(version);
    if (version > 0) await tx.remove('staff', 'menuDraft', menuId);
    return applied;
  },
});
