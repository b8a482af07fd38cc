import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { screenPush, screenUnpush } from './push.mutations.ts';
import type { Push } from './push.schema.ts';
import { scheduleRemove, scheduleSave } from './schedule.mutations.ts';
import type { Schedule } from './schedule.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    push: Static<typeof Push>;
    schedule: Static<typeof Schedule>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'schedule.remove': typeof scheduleRemove;
    'schedule.save': typeof scheduleSave;
    'screen.push': typeof screenPush;
    'screen.unpush': typeof screenUnpush;
  }
}

export const schedules = defineNoun({
  rows: {
    push: {
      v: 1,
      key: 'the screen',
      in: { centre: standing },
    },
    schedule: {
      v: 1,
      key: 'the screen, or `group:` and the name of several',
      in: { centre: standing },
    },
  },
  mutations: {
    'schedule.remove': scheduleRemove,
    'schedule.save': scheduleSave,
    'screen.push': screenPush,
    'screen.unpush': screenUnpush,
  },
  words: {
    'schedule.remove': 'staff.change.scheduleRemove',
    'schedule.save': 'staff.change.scheduleSave',
    'screen.push': 'staff.change.screenPush',
    'screen.unpush': 'staff.change.screenUnpush',
  },
});
