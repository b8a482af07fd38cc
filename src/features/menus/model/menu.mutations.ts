import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkMenuDraft } from './check-menu.ts';
import { atMs, endWaiting, mealToChange, who } from './menu-change.ts';
import type { MenuPublishArgs } from './menu.schema.ts';
import { offerAsServed, offersSince } from './served.ts';

/**
 * Puts a menu up for a meal. A stale base changes nothing: the editor is shown both versions. What ran out meanwhile makes
 * none stale, and is said on what goes up.
 */
export const menuPublish = defineMutation<Static<typeof MenuPublishArgs>>()({
  name: 'menu.publish',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, args, ctx) {
    const meal = mealToChange(args.menuId, ctx);
    if ('status' in meal) return meal;
    const problems = checkMenuDraft(args);
    if (problems.length > 0) return refused('bad-menu', problemText(problems));
    const standing = await tx.get('centre', 'menu', args.menuId);
    const version = standing?.version ?? 0;
    if (!offersSince(standing, args.baseVersion)) return conflict(version);
    await tx.put('centre', 'menu', args.menuId, {
      ...{ id: args.menuId, ...meal, ...offerAsServed(args, standing) },
      version: version + 1,
      publishedAtMs: atMs(ctx),
      publishedBy: who(ctx),
    });
    await endWaiting(tx, args.menuId, args.draftVersion);
    return applied;
  },
});
