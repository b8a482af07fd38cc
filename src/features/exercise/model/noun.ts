import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import {
  programmeSave,
  runJump,
  runPause,
  runResume,
  runSet,
  runStart,
  runStop,
} from './exercise.mutations.ts';
import type { OwnRunReport, Programme, Run, RunOnGlass, RunReport } from './exercise.schema.ts';
import { takeOwnRun, takeRun } from './reports.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    programme: Static<typeof Programme>;
    run: Static<typeof Run>;
    runReport: Static<typeof RunOnGlass>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'programme.save': typeof programmeSave;
    'run.jump': typeof runJump;
    'run.pause': typeof runPause;
    'run.resume': typeof runResume;
    'run.set': typeof runSet;
    'run.start': typeof runStart;
    'run.stop': typeof runStop;
  }
}

declare module '../../../kernel/report.ts' {
  interface Reports {
    run: Static<typeof RunReport>;
    ownRun: Static<typeof OwnRunReport>;
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
    runReport: {
      v: 1,
      key: 'the screen',
      in: { staff: standing },
    },
  },
  mutations: {
    'programme.save': programmeSave,
    'run.jump': runJump,
    'run.pause': runPause,
    'run.resume': runResume,
    'run.set': runSet,
    'run.start': runStart,
    'run.stop': runStop,
  },
  words: {
    'programme.save': 'staff.change.programmeSave',
    'run.jump': 'staff.change.runJump',
    'run.pause': 'staff.change.runPause',
    'run.resume': 'staff.change.runResume',
    'run.set': 'staff.change.runSet',
    'run.start': 'staff.change.runStart',
    'run.stop': 'staff.change.runStop',
  },
  reports: { run: takeRun, ownRun: takeOwnRun },
});
