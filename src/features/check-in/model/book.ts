import { id } from '../../../kernel/ids.ts';
import { holds } from '../../../kernel/grants.ts';
import type { MutationContext, RowTx } from '../../../kernel/mutation.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { isVisitor } from './visitor.ts';
import { attendanceId, counts, type Attendance, type Claim } from './attendance.ts';

/** The book a check-in is written in: on the hub and for staff the book of record, on a kiosk its own of today. */
const bookOf = (ctx: MutationContext): 'people' | 'kiosk' =>
  ctx.authority || holds(ctx.actor, 'people') ? 'people' : 'kiosk';

/**
 * Rewrites the claims of one attendance and, on the hub, what follows from it: today's copy for the kiosks and the
 * session's count. Answers whether the attendance counted before, or null when `change` does.
 */
export async function rewriteClaims(
  tx: RowTx,
  ctx: MutationContext,
  sessionId: Attendance['sessionId'],
  memberId: Attendance['memberId'],
  change: (claims: readonly Claim[]) => Claim[] | null,
): Promise<{ readonly countedBefore: boolean } | null> {
  const key = attendanceId(sessionId, memberId);
  const book = bookOf(ctx);
  const before = await tx.get(book, 'attendance', key);
  const claims = change(before?.claims ?? []);
  if (claims === null) return null;
  const date = before?.date ?? parseSessionId(sessionId)?.date ?? '';
  const after: Attendance = { id: key, sessionId, memberId, date, claims };
  await tx.put(book, 'attendance', key, after);
  if (ctx.authority) {
    // Where the hub is not sure of the day, the kiosks keep what they have shown; the day's end puts it away.
    if (ctx.today === null || date === ctx.today)
      await tx.put('kiosk', 'attendance', key, { ...after, claims: claims.map(withoutReason) });
    await adjustCount(tx, after, Number(counts(after)) - Number(counts(before)));
  }
  return { countedBefore: counts(before) };
}

/** What staff write of somebody is nothing for a machine in a lobby. */
function withoutReason({ reason: _, ...claim }: Claim): Claim {
  return claim;
}

async function adjustCount(tx: RowTx, { sessionId, date }: Attendance, by: number): Promise<void> {
  if (by === 0) return;
  const row = await tx.get('centre', 'attendanceCount', sessionId);
  const count = Math.max(0, (row?.count ?? 0) + by);
  await tx.put('centre', 'attendanceCount', sessionId, { id: sessionId, date, count });
}

/** Whether a member is known to whoever applies this; visitors are on no roster. */
export async function knowsMember(tx: RowTx, ctx: MutationContext, memberId: string): Promise<boolean> {
  if (isVisitor(memberId)) return true;
  const row =
    bookOf(ctx) === 'people'
      ? await tx.get('people', 'member', memberId)
      : await tx.get('kiosk', 'roster', memberId);
  return row !== undefined;
}

/** The claim a mutation makes, perhaps through a companion. */
export const claimOf = (ctx: MutationContext, companionId?: Claim['companionId']): Claim => ({
  ...(companionId === undefined ? {} : { companionId }),
  mid: ctx.mid,
  deviceId: id(ctx.actor.deviceId),
  madeAtMs: ctx.madeAt.nowMs,
  timeQuality: ctx.madeAt.quality,
  withdrawn: false,
});
