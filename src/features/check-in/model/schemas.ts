import {
  Attendance,
  AttendanceCount,
  CheckInAssignArgs,
  CheckInClaimArgs,
  CheckInCorrectArgs,
  CheckInLooseArgs,
  CheckInWithdrawArgs,
  ComePass,
  LooseClaim,
} from './check-in.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const checkInSchemas = {
  rows: {
    attendance: Attendance,
    attendanceCount: AttendanceCount,
    comePass: ComePass,
    looseClaim: LooseClaim,
  },
  args: {
    'checkin.assign': CheckInAssignArgs,
    'checkin.claim': CheckInClaimArgs,
    'checkin.correct': CheckInCorrectArgs,
    'checkin.loose': CheckInLooseArgs,
    'checkin.withdraw': CheckInWithdrawArgs,
  },
} as const;
