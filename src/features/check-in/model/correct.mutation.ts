import type { Static } from 'typebox';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { addDays } from '../../../kernel/time.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { attendanceId, counts, hasRoomFor } from './attendance.ts';
import { claimOf, knowsMember, rewriteClaims } from './book.ts';
import type { CheckInCorrectArgs } from './check-in.schema.ts';

/** How many days back a check-in is put right here; what is older lies in the hub's archive. */
export const CORRECTED_WITHIN_DAYS = 30;

/**
 * Staff say that somebody came who did not sign in, or did not come who is signed in, and why. Twice is as once; a
 * claim that arrives later from a kiosk that was away counts again.
 */
export const checkinCorrect = defineMutation<Static<typeof CheckInCorrectArgs>>()({
  name: 'checkin.correct',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { sessionId, memberId, came, reason }, ctx) {
    const date = parseSessionId(sessionId)?.date;
    if (date === undefined) return refused('unknown-session', `${sessionId} names no session`);
    if (ctx.today !== null && date > ctx.today) return refused('not-yet', `${sessionId} is still to come`);
    if (ctx.today !== null && date < addDays(ctx.today, -CORRECTED_WITHIN_DAYS))
      return refused('too-old', `${sessionId} lies in the archive`);
    if (came && !(await knowsMember(tx, ctx, memberId)))
      return refused('unknown-member', `${memberId} is not on the roster`);
    // Nothing is written of who is not there: it may be somebody who was deleted meanwhile.
    const key = attendanceId(sessionId, memberId);
    if (!came && (await tx.get('people', 'attendance', key)) === undefined) return applied;
    const claim = { ...claimOf(ctx), reason };
    const written = await rewriteClaims(tx, ctx, sessionId, memberId, (claims) => {
      if (came === counts({ claims: [...claims] })) return [...claims];
      if (came) return hasRoomFor(claims, claim) ? [...claims, claim] : null;
      return claims.map((one) =>
        one.withdrawn ? one : { ...one, withdrawn: true, withdrawnBy: 'staff' as const, reason },
      );
    });
    if (written === null)
      return refused('too-many-claims', `${memberId} has signed in to ${sessionId} too often`);
    return applied;
  },
});
