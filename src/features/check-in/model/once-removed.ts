import type { Static } from 'typebox';
import type { Follow } from '../../../kernel/noun.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';
import { forgetChanged } from '../../records/model/forget-changed.ts';
import { attendanceId, type Attendance, type Claim } from './attendance.ts';
import { visitorId } from './visitor.ts';

/**
 * A member is deleted: their visits stay visits, of one person of whom nobody knows who it was. Whom they signed in came
 * without them.
 */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }, ctx) => {
  const nobody = visitorId(ctx.mid);
  const named = JSON.stringify(memberId);
  for (const book of ['people', 'kiosk'] as const) {
    for (const row of await tx.mentioning(book, 'attendance', named)) {
      const after = unnamed(row, memberId, nobody);
      if (after.id !== row.id) await tx.remove(book, 'attendance', row.id);
      await tx.put(book, 'attendance', after.id, after);
    }
  }
  for (const row of await tx.mentioning('staff', 'looseClaim', named)) {
    const isTheirs = row.memberId === memberId;
    const after = {
      ...row,
      ...(isTheirs ? { memberId: nobody, maskedName: null } : {}),
      claim: withoutCompanion(row.claim, memberId),
    };
    await tx.put('staff', 'looseClaim', row.id, after);
    await tx.put(`device:${row.claim.deviceId}`, 'looseClaim', row.id, { ...after, maskedName: null });
    // It has an id of its own, and who found its session has it in the audit.
    if (isTheirs) await forgetChanged(tx, `looseClaim/${row.id}`);
  }
};

function unnamed(row: Attendance, memberId: string, nobody: Attendance['memberId']): Attendance {
  const claims = row.claims.map((claim) => withoutCompanion(claim, memberId));
  return row.memberId === memberId
    ? {
        ...row,
        id: attendanceId(row.sessionId, nobody),
        memberId: nobody,
        // Why somebody put it right may name whom; that it was nobody's own word stays to be seen by its time.
        claims: claims.map(({ reason, ...claim }) =>
          reason === undefined ? claim : { ...claim, madeAtMs: null, timeQuality: 'unknown' },
        ),
      }
    : { ...row, claims };
}

function withoutCompanion(claim: Claim, memberId: string): Claim {
  if (claim.companionId !== memberId) return claim;
  const { companionId: _, ...alone } = claim;
  return alone;
}
