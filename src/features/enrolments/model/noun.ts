import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import { answerKind } from './at-kiosk.ts';
import { enrolJoin, enrolLeave, enrolTold } from './enrolment.mutations.ts';
import { afterCourse, afterSession } from './once-changed.ts';
import { afterMemberLeft, afterMemberRemoved } from './once-removed.ts';
import type { Enrolment, EnrolmentAnswer, EnrolmentCount } from './enrolment.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    enrolment: Static<typeof Enrolment>;
    enrolmentAnswer: Static<typeof EnrolmentAnswer>;
    enrolmentCount: Static<typeof EnrolmentCount>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'enrol.join': typeof enrolJoin;
    'enrol.leave': typeof enrolLeave;
    'enrol.told': typeof enrolTold;
  }
}

export const enrolments = defineNoun({
  rows: {
    enrolment: {
      v: 1,
      key: 'the day, the course and the member: `2026-11-28/smartphone/m001`',
      dayFirst: true,
      about: ({ memberId }) => memberId,
      in: { people: { for: 'days', days: 35, since: ({ date }) => date, afterwards: 'archive' } },
    },
    enrolmentAnswer: answerKind,
    enrolmentCount: {
      v: 1,
      key: 'the session: `smartphone@2026-11-28`',
      in: { centre: { for: 'days', days: 35, since: ({ date }) => date, afterwards: 'archive' } },
    },
  },
  mutations: {
    'enrol.join': enrolJoin,
    'enrol.leave': enrolLeave,
    'enrol.told': enrolTold,
  },
  follows: {
    'course.save': afterCourse,
    'session.change': afterSession,
    'member.leave': afterMemberLeft,
    'member.remove': afterMemberRemoved,
  },
  words: {
    'enrol.join': 'staff.change.enrolJoin',
    'enrol.leave': 'staff.change.enrolLeave',
    'enrol.told': 'staff.change.enrolTold',
  },
});
