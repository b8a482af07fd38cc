import type { DayAt, Retention } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { checkinClaim, checkinWithdraw } from './check-in.mutations.ts';
import { checkinLoose } from './loose.mutations.ts';
import { withDayFirst } from './attendance.ts';

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

/** The noun as a kiosk has it: what the hub and staff alone do with it stays out of its start. */
export const checkInAtKiosk = {
  rows: {
    attendance: {
      v: 2,
      key: 'the day, the course and the member: `2026-11-28/baduanjin/m001`',
      dayFirst: true,
      about: ({ memberId }: RowOf<'attendance'>) => memberId,
      in: {
        people: {
          for: 'days',
          days: 35,
          since: ({ date }: RowOf<'attendance'>) => date,
          afterwards: 'archive',
        },
        kiosk: { for: 'the day', day: ({ date }: RowOf<'attendance'>) => date },
      },
      upcasters: { 1: withDayFirst },
    },
    attendanceCount: {
      v: 1,
      key: 'the session: `baduanjin@2026-11-28`',
      in: {
        centre: {
          for: 'days',
          days: 35,
          since: ({ date }: RowOf<'attendanceCount'>) => date,
          afterwards: 'archive',
        },
      },
    },
    comePass: {
      v: 1,
      key: 'the session: `baduanjin@2026-11-28`',
      in: { centre: { for: 'the day', day: ({ date }: RowOf<'comePass'>) => date } },
    },
    looseClaim: {
      v: 1,
      key: "the claim's mid",
      in: { staff: looseClaimKept, device: { ...looseClaimKept, days: 1, afterwards: 'gone' } },
    },
  },
  mutations: {
    'checkin.claim': checkinClaim,
    'checkin.loose': checkinLoose,
    'checkin.withdraw': checkinWithdraw,
  },
} as const;
