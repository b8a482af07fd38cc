import type { Static } from 'typebox';
import { applied, defineMutation } from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { attendanceId } from '../../check-in/model/attendance.ts';
import type { EnrolJoinArgs, EnrolLeaveArgs } from './enrolment.schema.ts';

/*
 * A kiosk has no list to write in: whether there is a place, the hub answers it. So a kiosk, whose start is counted in
 * bytes, carries of these changes only what sends them.
 */

export const joinAtKiosk = defineMutation<Static<typeof EnrolJoinArgs>>()({
  name: 'enrol.join',
  v: 1,
  by: ['kiosk', 'leader', 'advisor'],
  domainKey: ({ sessionId, memberId }) => attendanceId(sessionId, memberId),
  apply: async () => applied,
});

export const leaveAtKiosk = defineMutation<Static<typeof EnrolLeaveArgs>>()({
  name: 'enrol.leave',
  v: 1,
  by: ['kiosk', 'leader', 'advisor'],
  apply: async () => applied,
});

export const answerKind = {
  v: 1,
  key: "the mutation's mid",
  in: { device: { for: 'the day', day: ({ date }: RowOf<'enrolmentAnswer'>) => date } },
} as const;

/** The noun as a kiosk has it. */
export const enrolmentsAtKiosk = {
  mutations: { 'enrol.join': joinAtKiosk, 'enrol.leave': leaveAtKiosk },
  rows: { enrolmentAnswer: answerKind },
};
