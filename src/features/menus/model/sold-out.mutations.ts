import type { Static } from 'typebox';
import {
  applied,
  defineMutation,
  refused,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { atMs } from './menu-change.ts';
import type { MenuAllBackArgs, MenuLeftArgs, MenuSetSoldOutArgs, MenuSoldOutArgs } from './menu.schema.ts';
import type { Menu, MenuItem, Offer } from './menu.ts';

/**
 * Changes what can still be had of a menu: a version of its own, and none where nothing is changed. What it offers is as
 * old as it was.
 */
async function serve(tx: RowTx, menu: Menu, change: Partial<Offer>, ctx: MutationContext): Promise<Outcome> {
  const changed = { ...menu, ...change };
  if (same(changed, menu)) return applied;
  await tx.put('centre', 'menu', menu.id, {
    ...changed,
    version: menu.version + 1,
    offerVersion: menu.offerVersion ?? menu.version,
    publishedAtMs: atMs(ctx),
  });
  return applied;
}

/** One dish of a menu with something else said of what is left of it. */
async function serveDish(
  tx: RowTx,
  { menuId, dishId }: { readonly menuId: string; readonly dishId: string },
  turn: (item: MenuItem) => MenuItem,
  ctx: MutationContext,
): Promise<Outcome> {
  const menu = await tx.get('centre', 'menu', menuId);
  const item = menu?.items.find((one) => one.dishId === dishId);
  if (menu === undefined || item === undefined)
    return refused('unknown-dish', `${dishId} is not on ${menuId}`);
  const items = menu.items.map((one) => (one === item ? turn(one) : one));
  return serve(tx, menu, { items }, ctx);
}

/** Nobody's guess is left of what is sold out, and of what is there again. */
function turned({ left: _, ...item }: MenuItem, soldOut: boolean): MenuItem {
  return { ...item, soldOut };
}

/** Marks one dish sold out, or back: its own change, so that it never waits behind an edit of the menu. */
export const menuSoldOut = defineMutation<Static<typeof MenuSoldOutArgs>>()({
  name: 'menu.soldOut',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  apply: (tx, { soldOut, ...of }, ctx) =>
    serveDish(tx, of, (item) => (item.soldOut === soldOut ? item : turned(item, soldOut)), ctx),
});

/** Says how many portions of a dish are left; with none it is sold out. */
export const menuLeft = defineMutation<Static<typeof MenuLeftArgs>>()({
  name: 'menu.left',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  apply: (tx, { left, ...of }, ctx) =>
    serveDish(
      tx,
      of,
      (item) => ({ ...turned(item, left === 0), ...(left === null || left === 0 ? {} : { left }) }),
      ctx,
    ),
});

/** Marks the set meal sold out, or back. */
export const menuSetSoldOut = defineMutation<Static<typeof MenuSetSoldOutArgs>>()({
  name: 'menu.setSoldOut',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId, soldOut }, ctx) {
    const menu = await tx.get('centre', 'menu', menuId);
    if (menu === undefined || menu.set === null)
      return refused('unknown-dish', `there is no set meal on ${menuId}`);
    if ((menu.set.soldOut ?? false) === soldOut) return applied;
    return serve(tx, menu, { set: { ...menu.set, soldOut } }, ctx);
  },
});

/** Has everything that was sold out to be had again. */
export const menuAllBack = defineMutation<Static<typeof MenuAllBackArgs>>()({
  name: 'menu.allBack',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId }, ctx) {
    const menu = await tx.get('centre', 'menu', menuId);
    if (menu === undefined) return refused('unknown-menu', `${menuId} is not there`);
    const set = menu.set?.soldOut === true ? { ...menu.set, soldOut: false } : menu.set;
    const items = menu.items.map((item) => (item.soldOut ? turned(item, false) : item));
    return serve(tx, menu, { items, set }, ctx);
  },
});
