import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { programmeSave, runJump, runPause, runResume, runStart, runStop } from './exercise.mutations.ts';
import type { Programme, Run } from './exercise.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    programme: Static<typeof Programme>;
    run: Static<typeof Run>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'programme.save': typeof programmeSave;
    'run.jump': typeof runJump;
    'run.pause': typeof runPause;
    'run.resume': typeof runResume;
    'run.start': typeof runStart;
    'run.stop': typeof runStop;
  }
}

export const exercise = defineNoun({
  rows: {
    programme: {
      v: 1,
      key: 'the programme',
      in: { city: standing },
    },
    run: {
      v: 1,
      key: 'the screen it plays on',
      in: { centre: standing },
    },
  },
  mutations: {
    'programme.save': programmeSave,
    'run.jump': runJump,
    'run.pause': runPause,
    'run.resume': runResume,
    'run.start': runStart,
    'run.stop': runStop,
  },
  words: {
    'programme.save': 'staff.change.programmeSave',
    'run.jump': 'staff.change.runJump',
    'run.pause': 'staff.change.runPause',
    'run.resume': 'staff.change.runResume',
    'run.start': 'staff.change.runStart',
    'run.stop': 'staff.change.runStop',
  },
});
