import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused, type RowTx } from '../../../kernel/mutation.ts';
import { civilMoment } from '../../../kernel/time.ts';
import { checkMenuDraft } from './check-menu.ts';
import { atMs, endWaiting, firstDraftVersion, mealToChange, who } from './menu-change.ts';
import type { MenuPublishAtArgs } from './menu.schema.ts';
import { offerOf, type MenuDraft } from './menu.ts';
import { offerAsServed, offersSince } from './served.ts';

/**
 * Keeps a menu as a draft that the hub publishes when its time comes, also with every console asleep. No device is given
 * it before: what is not there cannot be shown too early. A time that is over when the hub hears of it is now.
 */
export const menuPublishAt = defineMutation<Static<typeof MenuPublishAtArgs>>()({
  name: 'menu.publishAt',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId, baseVersion, upon, atMs: dueMs, ...offer }, ctx) {
    const meal = mealToChange(menuId, ctx);
    if ('status' in meal) return meal;
    const problems = checkMenuDraft(offer);
    if (problems.length > 0) return refused('bad-menu', problemText(problems));
    if (civilMoment(dueMs, ctx.utcOffsetMinutes).date > meal.date)
      return refused('after-the-meal', `${meal.date} is over by then`);
    const standing = await tx.get('centre', 'menu', menuId);
    if (!offersSince(standing, upon)) return conflict(standing?.version ?? 0);
    const version = (await tx.get('staff', 'menuDraft', menuId))?.version ?? 0;
    if (version !== baseVersion) return conflict(version);
    await tx.put('staff', 'menuDraft', menuId, {
      ...{ id: menuId, ...meal, ...offerOf(offer) },
      version: version === 0 ? firstDraftVersion(ctx.mid) : version + 1,
      savedBy: who(ctx),
      savedAtMs: atMs(ctx),
      due: { atMs: dueMs, by: who(ctx), upon },
    });
    return applied;
  },
});

/** A draft with a time that is still to be kept. */
type Due = MenuDraft & { readonly due: NonNullable<MenuDraft['due']> };
export const isDue = (draft: MenuDraft | null | undefined): draft is Due =>
  draft?.due !== undefined && draft.due.missed !== true;

/**
 * Publishes the drafts whose time has come. Where the menu has been changed since the time was set, nothing is published
 * over it: the draft stays, and says so. That a dish was sold out meanwhile, or is there again, is no such change: it is
 * said of the dish on what is published, too. Twice is as once.
 */
export async function publishDue(tx: RowTx, nowMs: number): Promise<void> {
  for (const draft of (await tx.list('staff', 'menuDraft')).filter(isDue)) {
    const { id, date, meal, canteenId, due } = draft;
    if (due.atMs > nowMs) continue;
    const standing = await tx.get('centre', 'menu', id);
    if (!offersSince(standing, due.upon)) {
      await tx.put('staff', 'menuDraft', id, {
        ...draft,
        version: draft.version + 1,
        due: { ...due, missed: true },
      });
      continue;
    }
    await tx.put('centre', 'menu', id, {
      ...{ id, date, meal, canteenId, ...offerAsServed(draft, standing) },
      version: (standing?.version ?? 0) + 1,
      publishedAtMs: nowMs,
      publishedBy: due.by,
    });
    await endWaiting(tx, id);
  }
}
