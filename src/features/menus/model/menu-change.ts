import { refused, type MutationContext, type Outcome, type RowTx } from '../../../kernel/mutation.ts';
import { addDays } from '../../../kernel/time.ts';
import { parseMenuId } from './menu.ts';

/** The name of who does it; null where that is no person. */
export const who = (ctx: MutationContext): string | null =>
  ctx.actor.type === 'staff' ? ctx.actor.name : null;

/** What the hub is not sure of is not written down as when it was; a device's own idea of it goes with the answer. */
export const atMs = ({ authority, now }: MutationContext): number =>
  authority && now.quality !== 'confirmed' ? 0 : (now.nowMs ?? 0);

/** The day, meal and canteen whose menu is to be changed; a refusal where there is none, or that day is over. */
export function mealToChange(
  menuId: string,
  ctx: MutationContext,
): NonNullable<ReturnType<typeof parseMenuId>> | Outcome {
  const meal = parseMenuId(menuId);
  if (meal === null) return refused('bad-menu-id', `${menuId} names no meal of a day`);
  // Yesterday's may still be on the table after midnight; what is older was eaten as it was.
  if (ctx.authority && ctx.today !== null && meal.date < addDays(ctx.today, -1))
    return refused('past-day', `${meal.date} is over`);
  return meal;
}

/**
 * The version a draft begins with: one that no draft of this meal had before it, or a change that was made upon an earlier
 * one, and comes late, would be taken for one upon this.
 * @param mid of the change that begins it: the time in it, and enough of its chance that two of one moment differ
 */
export function firstDraftVersion(mid: string): number {
  const hex = mid.split('-').join('');
  // Whatever a clock has said it stays a number that is counted on from exactly.
  const atMs = Number.parseInt(hex.slice(0, 12), 16) % 2 ** 44;
  const chance = Number.parseInt(hex.slice(14, 16), 16);
  return Number.isNaN(atMs + chance) ? 1 : atMs * 0x100 + chance + 1;
}

/** It is not late any more. */
export async function endReminder(tx: RowTx, menuId: string): Promise<void> {
  const late = await tx.get('staff', 'menuReminder', menuId);
  if (late !== undefined) await tx.remove('staff', 'menuReminder', menuId);
}

/**
 * It is published: what was drafted of it goes, and that it is late.
 * @param version of the draft that is published: what somebody has written since then stays; absent where any is meant
 */
export async function endWaiting(tx: RowTx, menuId: string, version?: number): Promise<void> {
  await endReminder(tx, menuId);
  const draft = await tx.get('staff', 'menuDraft', menuId);
  if (draft === undefined) return;
  const isWritten = draft.items.length > 0 && draft.withdrawn !== true;
  if (version !== undefined && version !== draft.version && isWritten) return;
  await tx.remove('staff', 'menuDraft', menuId);
}
