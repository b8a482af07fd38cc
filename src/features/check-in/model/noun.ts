import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import { checkInAtKiosk } from './at-kiosk.ts';
import type { checkinClaim, checkinWithdraw } from './check-in.mutations.ts';
import type { checkinAssign, checkinLoose } from './loose.mutations.ts';
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

export const checkIn = defineNoun({
  ...checkInAtKiosk,
  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'checkin.assign': 'staff.change.checkinAssign',
    'checkin.claim': 'staff.change.checkinClaim',
    'checkin.loose': 'staff.change.checkinClaim',
    'checkin.withdraw': 'staff.change.checkinWithdraw',
  },
});
