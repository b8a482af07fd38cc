import type { TakeReport } from '../../../kernel/report.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** A console says again that somebody writes on it before what it said last is doubted. */
export const SAID_AGAIN_MS = 60_000;
const BELIEVED_MS = 2 * SAID_AGAIN_MS;

/** Somebody writes a menu on a console, or has done with it. Only on a sure clock: what is not known to be now is not told. */
export const takeMenuEditing: TakeReport<'menuEditing'> = async (tx, { menuId }, ctx) => {
  const { deviceId, by, isSure, nowMs, agoMs } = ctx;
  if (by === undefined) return;
  if (menuId !== null) {
    if (isSure)
      await tx.put('staff', 'menuEditing', deviceId, {
        id: deviceId,
        menuId,
        by,
        atMs: Math.max(0, Math.round(nowMs - agoMs)),
      });
  } else if ((await tx.get('staff', 'menuEditing', deviceId)) !== undefined)
    await tx.remove('staff', 'menuEditing', deviceId);
};

/** Who else is at a menu just now; nobody where this console does not know the time. */
export const othersAt = (
  rows: readonly RowOf<'menuEditing'>[],
  menuId: string,
  ownDevice: string,
  nowMs: number | null,
): readonly RowOf<'menuEditing'>[] =>
  rows.filter(
    (one) =>
      one.menuId === menuId &&
      one.id !== ownDevice &&
      nowMs !== null &&
      Math.abs(nowMs - one.atMs) < BELIEVED_MS,
  );
