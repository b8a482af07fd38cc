import type { Static } from 'typebox';
import { applied, defineMutation, merged, refused } from '../../../kernel/mutation.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { hasRoomFor, withClaim } from './attendance.ts';
import { rewriteClaims } from './book.ts';
import type { CheckInAssignArgs } from './check-in.schema.ts';
import { findLoose, putLoose } from './loose.mutations.ts';

/** Staff say which session a loose claim was for; from then on it is a claim like any other. */
export const checkinAssign = defineMutation<Static<typeof CheckInAssignArgs>>()({
  name: 'checkin.assign',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { claim: mid, sessionId }, ctx) {
    const loose = await findLoose(tx, ctx, mid);
    if (loose === undefined || loose.courseId === null)
      return refused('unknown-claim', `${mid} has not arrived`);
    if (loose.assignedTo === sessionId) return applied;
    if (loose.assignedTo !== null) return refused('already-assigned', `it stands for ${loose.assignedTo}`);
    if (parseSessionId(sessionId)?.courseId !== loose.courseId) {
      return refused('other-course', `${sessionId} is no session of ${loose.courseId}`);
    }
    const session = await findSession(tx, sessionId);
    if (session === null || session.cancelled)
      return refused('unknown-session', `${sessionId} did not take place`);
    const written = await rewriteClaims(tx, ctx, sessionId, loose.memberId, (all) =>
      hasRoomFor(all, loose.claim) ? withClaim(all, loose.claim) : null,
    );
    if (written === null)
      return refused('too-many-claims', `${loose.memberId} has signed in there too often`);
    await putLoose(tx, ctx, { ...loose, assignedTo: sessionId });
    return written.countedBefore ? merged : applied;
  },
});
