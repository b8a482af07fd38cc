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
import type { RowOf } from '../../../kernel/rows.ts';
import { same } from '../../../kernel/same.ts';
import { checkDish, checkMenuDraft } from './check-menu.ts';
import { atMs, firstDraftVersion, mealToChange, who } from './menu-change.ts';
import type { MenuImportArgs, MenuImportUndoArgs } from './menu-import.schema.ts';
import { isUp, itemOf, noOffer, offerOf, type Dish } from './menu.ts';

type Args = Static<typeof MenuImportArgs>;
type Draft = RowOf<'menuDraft'>;

/**
 * Puts the menus of a plan that somebody has brought up as drafts, all of them or none; what stood there is kept with it
 * until its days are over. A day that has gone by while it was on its way is left out.
 */
export const menuImport = defineMutation<Args>()({
  name: 'menu.import',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, args, ctx) {
    if ((await tx.get('staff', 'menuImport', args.importId)) !== undefined) return applied;
    const known = new Map<string, Dish>();
    const added: Dish[] = [];
    for (const dish of args.dishes) {
      const problems = checkDish(dish);
      if (problems.length > 0) return refused('bad-dish', problemText(problems));
      const standing = await tx.get('centre', 'dish', dish.id);
      if (standing === undefined) added.push(dish);
      known.set(dish.id, standing ?? dish);
    }
    const drafts: { readonly draft: Draft; readonly before: Draft | null }[] = [];
    for (const menu of args.menus) {
      const made = await draftFor(tx, menu, known, ctx);
      if (made === 'over') continue;
      if ('status' in made) return made;
      drafts.push(made);
    }
    const lastDay = drafts.map(({ draft }) => draft.date).sort()[drafts.length - 1];
    if (lastDay === undefined) return refused('past-day', 'all of its days are over');
    for (const dish of added) await tx.put('centre', 'dish', dish.id, dish);
    for (const { draft } of drafts) await tx.put('staff', 'menuDraft', draft.id, draft);
    await tx.put('staff', 'menuImport', args.importId, {
      ...{ id: args.importId, from: args.from, by: who(ctx), atMs: atMs(ctx), lastDay },
      dishIds: added.map((dish) => dish.id),
      dishes: added,
      menus: drafts.map(({ draft, before }) => ({ menuId: draft.id, version: draft.version, before })),
    });
    return applied;
  },
});

/** The draft a menu of the plan becomes, and the one it takes the place of; why there can be none. */
async function draftFor(
  tx: RowTx,
  { menuId, baseVersion, items }: Args['menus'][number],
  known: ReadonlyMap<string, Dish>,
  ctx: MutationContext,
): Promise<{ readonly draft: Draft; readonly before: Draft | null } | 'over' | Outcome> {
  const meal = mealToChange(menuId, ctx);
  if ('status' in meal) return meal.status === 'refused' && meal.code === 'past-day' ? 'over' : meal;
  const before = (await tx.get('staff', 'menuDraft', menuId)) ?? null;
  if ((before?.version ?? 0) !== baseVersion) return conflict(before?.version ?? 0);
  const standing = await tx.get('centre', 'menu', menuId);
  const read: Draft['items'] = [];
  for (const { dishId, ...said } of items) {
    const dish = known.get(dishId) ?? (await tx.get('centre', 'dish', dishId));
    if (dish === undefined) return refused('unknown-dish', `there is no dish ${dishId}`);
    read.push({ ...itemOf(dish), ...said });
  }
  // The set meal and the word to guests are no part of a plan.
  const offer = { ...offerOf(before ?? (isUp(standing) ? standing : noOffer)), items: read };
  const problems = checkMenuDraft(offer);
  if (problems.length > 0) return refused('bad-menu', problemText(problems));
  return {
    before,
    draft: {
      ...{ id: menuId, ...meal, ...offer },
      version: baseVersion === 0 ? firstDraftVersion(ctx.mid) : baseVersion + 1,
      savedBy: who(ctx),
      savedAtMs: atMs(ctx),
    },
  };
}

/**
 * Takes an import back: each draft is as it was before, and the dishes that came with it go where nothing has them by
 * now and nobody has written more of them. Nothing is done where somebody has gone on with one of them since.
 */
export const menuImportUndo = defineMutation<Static<typeof MenuImportUndoArgs>>()({
  name: 'menu.importUndo',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { importId }) {
    const made = await tx.get('staff', 'menuImport', importId);
    // It has been taken back already.
    if (made === undefined) return applied;
    for (const { menuId, version } of made.menus) {
      const draft = await tx.get('staff', 'menuDraft', menuId);
      // One that an older build began anew counts from one again.
      const isIts = draft?.savedBy === made.by && draft?.savedAtMs === made.atMs;
      if (draft?.version !== version || !isIts)
        return refused('changed-since', `${menuId} is another by now`);
    }
    for (const { menuId, version, before } of made.menus)
      if (before === null) await tx.remove('staff', 'menuDraft', menuId);
      else await tx.put('staff', 'menuDraft', menuId, { ...before, version: version + 1 });
    const used = await dishesUsed(tx);
    for (const dishId of made.dishIds) {
      const came = made.dishes?.find(({ id }) => id === dishId);
      const isAsItCame = came === undefined || same(await tx.get('centre', 'dish', dishId), came);
      if (isAsItCame && !used.has(dishId)) await tx.remove('centre', 'dish', dishId);
    }
    await tx.remove('staff', 'menuImport', importId);
    return applied;
  },
});

/** Every dish that is on a menu, a draft or a plan. */
async function dishesUsed(tx: RowTx): Promise<ReadonlySet<string>> {
  const menus = [...(await tx.list('centre', 'menu')), ...(await tx.list('staff', 'menuDraft'))];
  const planned = (await tx.list('staff', 'menuPlan')).flatMap(({ days }) => days.flat());
  return new Set([
    ...menus.flatMap(({ items }) => items.map(({ dishId }) => dishId)),
    ...planned.flatMap(({ dishIds }) => dishIds),
  ]);
}
