import type { Static } from 'typebox';
import {
  applied,
  appliedToNothing,
  defineMutation,
  merged,
  refused,
  type Doubt,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { attendanceId, hasRoomFor, withClaim, withoutClaim } from './attendance.ts';
import { claimOf, knowsMember, rewriteClaims } from './book.ts';
import { withoutSeen } from './claim-args.ts';
import type { CheckInClaimArgs, CheckInWithdrawArgs } from './check-in.schema.ts';
import { withdrawLoose } from './loose.mutations.ts';

/**
 * A member says they came to a session. Kiosks that do not hear of each other count one person once. It is judged by what
 * the device saw: a course that was moved, cancelled or ended meanwhile, or a member struck off, turns nobody's ✓ into
 * nothing. It counts, and staff are told what does not agree with it.
 */
export const checkinClaim = defineMutation<Static<typeof CheckInClaimArgs>>()({
  name: 'checkin.claim',
  v: 2,
  by: ['kiosk', 'leader', 'advisor'],
  upcasters: { 1: withoutSeen },
  domainKey: ({ sessionId, memberId }) => attendanceId(sessionId, memberId),
  async apply(tx, { sessionId, memberId, seen, companionId }, ctx) {
    const named = parseSessionId(sessionId);
    if (named === null) return refused('unknown-session', `${sessionId} names no session`);
    const doubt = await doubtAbout(tx, ctx, sessionId, memberId);
    if (doubt !== null && !(await isBelieved(tx, ctx, doubt, named.courseId, seen !== null)))
      return refused(doubt.code, doubt.detail);
    const claim = claimOf(ctx, companionId);
    const written = await rewriteClaims(tx, ctx, sessionId, memberId, (claims) =>
      hasRoomFor(claims, claim) ? withClaim(claims, claim) : null,
    );
    if (written === null) return tooManyClaims(sessionId, memberId);
    const outcome = written.countedBefore ? merged : applied;
    return doubt === null ? outcome : { ...outcome, doubt };
  },
});

const tooManyClaims = (sessionId: string, memberId: string): Outcome =>
  refused('too-many-claims', `${memberId} has signed in to ${sessionId} and taken it back too often`);

/** What speaks against a claim, by the timetable and the roster as they are here and now; null where nothing does. */
async function doubtAbout(
  tx: RowTx,
  ctx: MutationContext,
  sessionId: string,
  memberId: string,
): Promise<Doubt | null> {
  const session = await findSession(tx, sessionId);
  if (session === null)
    return { code: 'unknown-session', detail: `${sessionId} is no session of the timetable` };
  if (session.cancelled) return { code: 'session-cancelled', detail: `${sessionId} does not take place` };
  if (!session.course.checkIn)
    return { code: 'no-check-in', detail: `nobody signs in for ${session.course.name}` };
  if (!(await knowsMember(tx, ctx, memberId)))
    return { code: 'unknown-member', detail: `${memberId} is not on the roster` };
  return null;
}

/**
 * Whether a claim stands against a doubt. What the device saw is its witness. One of an older build, which does not say
 * what it saw, is believed at the hub where the course is known: it offered sessions of it, and no others.
 */
async function isBelieved(
  tx: RowTx,
  ctx: MutationContext,
  doubt: Doubt,
  courseId: string,
  hasSeen: boolean,
): Promise<boolean> {
  if (hasSeen) return true;
  if (!ctx.authority || doubt.code === 'unknown-member') return false;
  return (await tx.get('centre', 'course', courseId)) !== undefined;
}

/** Takes one claim back, never another kiosk's: who signed in twice has still come. */
export const checkinWithdraw = defineMutation<Static<typeof CheckInWithdrawArgs>>()({
  name: 'checkin.withdraw',
  v: 1,
  by: ['kiosk', 'leader', 'advisor'],
  async apply(tx, { claim, sessionId, memberId }, ctx) {
    const by = ctx.actor.type === 'staff' ? 'staff' : 'device';
    const withdrawal = { claim, deviceId: ctx.actor.deviceId, by } as const;
    if (sessionId === null) return withdrawLoose(tx, ctx, withdrawal, memberId);
    if (parseSessionId(sessionId) === null)
      return refused('unknown-session', `${sessionId} names no session`);
    let isKnown = true;
    let hasRoom = true;
    const written = await rewriteClaims(tx, ctx, sessionId, memberId, (claims) => {
      isKnown = claims.some(({ mid }) => mid === claim);
      hasRoom = hasRoomFor(claims, { mid: claim, deviceId: ctx.actor.deviceId });
      return hasRoom ? withoutClaim(claims, withdrawal) : null;
    });
    if (!hasRoom) return tooManyClaims(sessionId, memberId);
    if (written !== null && !isKnown) return appliedToNothing;
    return written === null ? refused('not-yours', `${claim} was made at another kiosk`) : applied;
  },
});
