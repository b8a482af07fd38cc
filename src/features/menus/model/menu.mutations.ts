import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import {
  applied,
  conflict,
  defineMutation,
  refused,
  type MutationContext,
} from '../../../kernel/mutation.ts';
import { addDays } from '../../../kernel/time.ts';
import { checkMenuDraft } from './check-menu.ts';
import type { MenuPublishArgs, MenuSoldOutArgs } from './menu.schema.ts';
import { parseMenuId } from './menu.ts';

const who = (ctx: MutationContext): string | null => (ctx.actor.type === 'staff' ? ctx.actor.name : null);

/** What the hub is not sure of is not written down as when it was; a device's own idea of it goes with the answer. */
export const atMs = ({ authority, now }: MutationContext): number =>
  authority && now.quality !== 'confirmed' ? 0 : (now.nowMs ?? 0);

/** Puts a menu up for a meal. A stale base changes nothing: the editor is shown both versions. */
export const menuPublish = defineMutation<Static<typeof MenuPublishArgs>>()({
  name: 'menu.publish',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, args, ctx) {
    const meal = parseMenuId(args.menuId);
    if (meal === null) return refused('bad-menu-id', `${args.menuId} names no meal of a day`);
    // Yesterday's may still be on the table after midnight; what is older was eaten as it was.
    if (ctx.authority && ctx.today !== null && meal.date < addDays(ctx.today, -1))
      return refused('past-day', `${meal.date} is over`);
    const problems = checkMenuDraft(args);
    if (problems.length > 0) return refused('bad-menu', problemText(problems));
    const standing = await tx.get('centre', 'menu', args.menuId);
    const version = standing?.version ?? 0;
    if (version !== args.baseVersion) return conflict(version);
    await tx.put('centre', 'menu', args.menuId, {
      id: args.menuId,
      ...meal,
      items: args.items,
      set: args.set,
      note: args.note,
      ...(args.noteEn === undefined ? {} : { noteEn: args.noteEn }),
      version: version + 1,
      publishedAtMs: atMs(ctx),
      publishedBy: who(ctx),
    });
    return applied;
  },
});

/** Marks one dish sold out, or back: its own change, so that it never waits behind an edit of the menu. */
export const menuSoldOut = defineMutation<Static<typeof MenuSoldOutArgs>>()({
  name: 'menu.soldOut',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId, dishId, soldOut }, ctx) {
    const menu = await tx.get('centre', 'menu', menuId);
    const item = menu?.items.find((one) => one.dishId === dishId);
    if (menu === undefined || item === undefined)
      return refused('unknown-dish', `${dishId} is not on ${menuId}`);
    if (item.soldOut === soldOut) return applied;
    await tx.put('centre', 'menu', menuId, {
      ...menu,
      items: menu.items.map((one) => (one === item ? { ...one, soldOut } : one)),
      version: menu.version + 1,
      publishedAtMs: atMs(ctx),
    });
    return applied;
  },
});
