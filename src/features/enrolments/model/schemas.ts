import {
  Enrolment,
  EnrolmentAnswer,
  EnrolmentCount,
  EnrolFirstArgs,
  EnrolJoinArgs,
  EnrolLeaveArgs,
  EnrolRestoreArgs,
  EnrolToldArgs,
} from './enrolment.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const enrolmentsSchemas = {
  rows: {
    enrolment: Enrolment,
    enrolmentAnswer: EnrolmentAnswer,
    enrolmentCount: EnrolmentCount,
  },
  args: {
    'enrol.first': EnrolFirstArgs,
    'enrol.join': EnrolJoinArgs,
    'enrol.leave': EnrolLeaveArgs,
    'enrol.restore': EnrolRestoreArgs,
    'enrol.told': EnrolToldArgs,
  },
} as const;
