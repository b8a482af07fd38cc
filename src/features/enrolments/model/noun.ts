import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import { answerKind } from './at-kiosk.ts';
import { enrolFirst, enrolJoin, enrolLeave, enrolRestore, enrolTold } from './enrolment.mutations.ts';
import { afterCourse, afterMove, afterSession } from './once-changed.ts';
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
    'enrol.first': typeof enrolFirst;
    'enrol.join': typeof enrolJoin;
    'enrol.leave': typeof enrolLeave;
    'enrol.restore': typeof enrolRestore;
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
    'enrol.first': enrolFirst,
    'enrol.join': enrolJoin,
    'enrol.leave': enrolLeave,
    'enrol.restore': enrolRestore,
    'enrol.told': enrolTold,
  },
  follows: {
    'course.save': afterCourse,
    'session.change': afterSession,
    'session.move': afterMove,
    'member.leave': afterMemberLeft,
    'member.remove': afterMemberRemoved,
  },
  words: {
    'enrol.first': 'staff.change.enrolFirst',
    'enrol.join': 'staff.change.enrolJoin',
    'enrol.leave': 'staff.change.enrolLeave',
    'enrol.restore': 'staff.change.enrolRestore',
    'enrol.told': 'staff.change.enrolTold',
  },
});
