import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { parseSessionId } from './sessions.ts';
import { courseSave, sessionChange, sessionMove } from './course.mutations.ts';
import type { Course, SessionChange } from './course.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    course: Static<typeof Course>;
    sessionChange: Static<typeof SessionChange>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'course.save': typeof courseSave;
    'session.change': typeof sessionChange;
    'session.move': typeof sessionMove;
  }
}

export const classes = defineNoun({
  rows: {
    course: {
      v: 1,
      key: 'the course',
      in: { centre: standing },
    },
    sessionChange: {
      v: 1,
      key: 'the session: `baduanjin@2026-11-28`',
      in: {
        centre: {
          for: 'days',
          days: 35,
          since: ({ id }) => parseSessionId(id)?.date ?? null,
          afterwards: 'archive',
        },
      },
    },
  },
  mutations: {
    'course.save': courseSave,
    'session.change': sessionChange,
    'session.move': sessionMove,
  },
  words: {
    'course.save': 'staff.change.courseSave',
    'session.change': 'staff.change.sessionChange',
    'session.move': 'staff.change.sessionMove',
  },
});
