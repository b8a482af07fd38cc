import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import { checkInAtKiosk } from './at-kiosk.ts';
import { checkinCorrect } from './correct.mutation.ts';
import type { checkinClaim, checkinWithdraw } from './check-in.mutations.ts';
import { checkinAssign } from './assign.mutation.ts';
import type { checkinLoose } from './loose.mutations.ts';
import { claimAtHub, looseAtHub, withdrawAtHub } from './of-former.mutations.ts';
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
    'checkin.correct': typeof checkinCorrect;
    'checkin.loose': typeof checkinLoose;
    'checkin.withdraw': typeof checkinWithdraw;
  }
}

export const checkIn = defineNoun({
  ...checkInAtKiosk,
  mutations: {
    ...checkInAtKiosk.mutations,
    'checkin.assign': checkinAssign,
    'checkin.claim': claimAtHub,
    'checkin.correct': checkinCorrect,
    'checkin.loose': looseAtHub,
    'checkin.withdraw': withdrawAtHub,
  },
  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'checkin.assign': 'staff.change.checkinAssign',
    'checkin.claim': 'staff.change.checkinClaim',
    'checkin.correct': 'staff.change.checkinCorrect',
    'checkin.loose': 'staff.change.checkinClaim',
    'checkin.withdraw': 'staff.change.checkinWithdraw',
  },
});
