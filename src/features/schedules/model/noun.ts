import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { scheduleSave } from './schedule.mutations.ts';
import type { Schedule } from './schedule.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    schedule: Static<typeof Schedule>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'schedule.save': typeof scheduleSave;
  }
}

export const schedules = defineNoun({
  rows: {
    schedule: {
      v: 1,
      key: 'the screen',
      in: { centre: standing },
    },
  },
  mutations: {
    'schedule.save': scheduleSave,
  },
  words: {
    'schedule.save': 'staff.change.scheduleSave',
  },
});
