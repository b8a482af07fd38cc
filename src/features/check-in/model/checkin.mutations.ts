import type { Static } from 'typebox';
import { applied, defineMutation, merged, refused } from '../../../kernel/mutation.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { attendanceId, withClaim, withoutClaim } from './attendance.ts';
import { claimOf, knowsMember, rewriteClaims } from './book.ts';
import type { CheckInClaimArgs, CheckInWithdrawArgs } from './checkin.schema.ts';
import { withdrawLoose } from './loose.mutations.ts';

/** A member says they came to a session. Kiosks that do not hear of each other count one person once. */
export const checkinClaim = defineMutation<Static<typeof CheckInClaimArgs>>()({
  name: 'checkin.claim',
  v: 1,
  by: ['kiosk', 'leader', 'advisor'],
  domainKey: ({ sessionId, memberId }) => attendanceId(sessionId, memberId),
  async apply(tx, { sessionId, memberId }, ctx) {
    const session = await findSession(tx, sessionId);
    if (session === null) return refused('unknown-session', `${sessionId} is no session of the timetable`);
    if (session.cancelled) return refused('session-cancelled', `${sessionId} does not take place`);
    if (!session.course.checkIn) return refused('no-check-in', `nobody signs in for ${session.course.name}`);
    if (!(await knowsMember(tx, ctx, memberId)))
      return refused('unknown-member', `${memberId} is not on the roster`);
    const written = await rewriteClaims(tx, ctx, sessionId, memberId, (claims) =>
      withClaim(claims, claimOf(ctx)),
    );
    return written?.countedBefore ? merged : applied;
  },
});

/** Takes one claim back, never another kiosk's: who signed in twice has still come. */
export const checkinWithdraw = defineMutation<Static<typeof CheckInWithdrawArgs>>()({
  name: 'checkin.withdraw',
  v: 1,
  by: ['kiosk', 'leader', 'advisor'],
  async apply(tx, { claim, sessionId, memberId }, ctx) {
    const by = ctx.actor.type === 'device' ? 'device' : 'staff';
    const withdrawal = { claim, deviceId: ctx.actor.deviceId, by } as const;
    if (sessionId === null) return withdrawLoose(tx, ctx, withdrawal, memberId);
    if (parseSessionId(sessionId) === null)
      return refused('unknown-session', `${sessionId} names no session`);
    const written = await rewriteClaims(tx, ctx, sessionId, memberId, (claims) =>
      withoutClaim(claims, withdrawal),
    );
    return written === null ? refused('not-yours', `${claim} was made at another kiosk`) : applied;
  },
});
