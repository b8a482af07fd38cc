import {
  Programme,
  OwnRunReport,
  ProgrammeSaveArgs,
  Run,
  RunJumpArgs,
  RunOnGlass,
  RunReport,
  RunScreenArgs,
  RunSetArgs,
  RunStartArgs,
} from './exercise.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const exerciseSchemas = {
  rows: {
    programme: Programme,
    run: Run,
    runReport: RunOnGlass,
  },
  args: {
    'programme.save': ProgrammeSaveArgs,
    'run.jump': RunJumpArgs,
    'run.pause': RunScreenArgs,
    'run.resume': RunScreenArgs,
    'run.set': RunSetArgs,
    'run.start': RunStartArgs,
    'run.stop': RunScreenArgs,
  },
  reports: { run: RunReport, ownRun: OwnRunReport },
} as const;
