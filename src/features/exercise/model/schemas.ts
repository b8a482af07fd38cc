import {
  Programme,
  ProgrammeSaveArgs,
  Run,
  RunJumpArgs,
  RunScreenArgs,
  RunStartArgs,
} from './exercise.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const exerciseSchemas = {
  rows: {
    programme: Programme,
    run: Run,
  },
  args: {
    'programme.save': ProgrammeSaveArgs,
    'run.jump': RunJumpArgs,
    'run.pause': RunScreenArgs,
    'run.resume': RunScreenArgs,
    'run.start': RunStartArgs,
    'run.stop': RunScreenArgs,
  },
} as const;
