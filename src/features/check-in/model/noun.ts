import type { Static } from 'typebox';
import { defineNoun, type DayAt, type Retention } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { checkinClaim, checkinWithdraw } from './check-in.mutations.ts';
import { checkinAssign, checkinLoose } from './loose.mutations.ts';
import { withDayFirst } from './attendance.ts';
import { afterMemberRemoved } from './once-removed.ts';
import type { Attendance, AttendanceCount, ComePass, LooseClaim } from './check-in.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    attendance: Static<typeof Attendance>;
    attendanceCount: Static<typeof AttendanceCount>;
    comePass: Static<typeof ComePass>;
    looseClaim: Static<typeof LooseClaim>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'checkin.assign': typeof checkinAssign;
    'checkin.claim': typeof checkinClaim;
    'checkin.loose': typeof checkinLoose;
    'checkin.withdraw': typeof checkinWithdraw;
  }
}

/** What waits for staff to find its session stays until they have. */
const looseClaimKept = {
  for: 'days',
  days: 7,
  since: ({ assignedTo, claim, receivedAtMs }: RowOf<'looseClaim'>, dayAt: DayAt) => {
    const isSettled = assignedTo !== null || claim.withdrawn;
    return isSettled ? dayAt(receivedAtMs ?? 0) : null;
  },
  afterwards: 'archive',
} as const satisfies Retention<RowOf<'looseClaim'>>;

export const checkIn = defineNoun({
  rows: {
    attendance: {
      v: 2,
      key: 'the day, the course and the member: `2026-11-28/baduanjin/m001`',
      dayFirst: true,
      about: ({ memberId }) => memberId,
      in: {
        people: { for: 'days', days: 35, since: ({ date }) => date, afterwards: 'archive' },
        kiosk: { for: 'the day', day: ({ date }) => date },
      },
      upcasters: { 1: withDayFirst },
    },
    attendanceCount: {
      v: 1,
      key: 'the session: `baduanjin@2026-11-28`',
      in: { centre: { for: 'days', days: 35, since: ({ date }) => date, afterwards: 'archive' } },
    },
    comePass: {
      v: 1,
      key: 'the session: `baduanjin@2026-11-28`',
      in: { centre: { for: 'the day', day: ({ date }) => date } },
    },
    looseClaim: {
      v: 1,
      key: "the claim's mid",
      in: { staff: looseClaimKept, device: { ...looseClaimKept, days: 1, afterwards: 'gone' } },
    },
  },
  mutations: {
    'checkin.assign': checkinAssign,
    'checkin.claim': checkinClaim,
    'checkin.loose': checkinLoose,
    'checkin.withdraw': checkinWithdraw,
  },
  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'checkin.assign': 'staff.change.checkinAssign',
    'checkin.claim': 'staff.change.checkinClaim',
    'checkin.loose': 'staff.change.checkinClaim',
    'checkin.withdraw': 'staff.change.checkinWithdraw',
  },
});
