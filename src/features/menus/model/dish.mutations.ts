import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { ofDays } from '../../../kernel/row-range.ts';
import { same } from '../../../kernel/same.ts';
import { checkDish } from './check-menu.ts';
import type { DishChangeArgs, DishSaveArgs } from './dish.schema.ts';
import { atMs } from './menu-change.ts';
import type { Menu, MenuDraft } from './menu.ts';
import { isDue } from './publish-at.ts';
import { offersSince } from './served.ts';

/** Adds a dish to what the kitchen knows, or writes it anew; menus already up keep the dish as it was. */
export const dishSave = defineMutation<Static<typeof DishSaveArgs>>()({
  name: 'dish.save',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { dish }) {
    const problems = checkDish(dish);
    if (problems.length > 0) return refused('bad-dish', problemText(problems));
    await tx.put('centre', 'dish', dish.id, dish);
    return applied;
  },
});

/**
 * Changes some fields of a dish, and leaves the others as whoever else has put them. From a day on it is changed on the
 * menus that are up or drafted too; those of days that are over by the hub's own calendar stay as they were eaten.
 */
export const dishChange = defineMutation<Static<typeof DishChangeArgs>>()({
  name: 'dish.change',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { dishId, change, from }, ctx) {
    const dish = await tx.get('centre', 'dish', dishId);
    if (dish === undefined) return refused('unknown-dish', `there is no dish ${dishId}`);
    const next = { ...dish, ...change };
    const problems = checkDish(next);
    if (problems.length > 0) return refused('bad-dish', problemText(problems));
    if (!same(dish, next)) await tx.put('centre', 'dish', dishId, next);
    if (from === null) return applied;
    const first = ctx.authority && ctx.today !== null && ctx.today > from ? ctx.today : from;
    const { archived: _, ...fields } = change;
    const days = ofDays(first, LAST_DAY);
    const changed = <M extends Pick<Menu, 'items' | 'version'>>(menu: M): M => ({
      ...menu,
      items: menu.items.map((item) => (item.dishId === dishId ? { ...item, ...fields } : item)),
      version: menu.version + 1,
    });
    const before = new Map<string, Menu>();
    for (const menu of await tx.list('centre', 'menu', days)) {
      const { offerVersion: _, ...next } = changed(menu);
      if (same(menu.items, next.items)) continue;
      const wrong = next.items.flatMap(checkDish);
      if (wrong.length > 0) return refused('bad-dish', `${menu.id}: ${problemText(wrong)}`);
      before.set(menu.id, menu);
      await tx.put('centre', 'menu', menu.id, { ...next, publishedAtMs: atMs(ctx) });
    }
    for (const draft of await tx.list('staff', 'menuDraft', days)) {
      const next = upon(before.get(draft.id), draft);
      const saved = same(draft.items, changed(draft).items) ? next : changed(next);
      if (!same(draft, saved)) await tx.put('staff', 'menuDraft', draft.id, saved);
    }
    return applied;
  },
});

/** What is to take the place of a menu still is, once the same was changed on both. */
function upon(before: Menu | undefined, draft: MenuDraft): MenuDraft {
  if (before === undefined || !isDue(draft) || !offersSince(before, draft.due.upon)) return draft;
  return { ...draft, due: { ...draft.due, upon: before.version + 1 } };
}

const LAST_DAY = '9999-12-31';
