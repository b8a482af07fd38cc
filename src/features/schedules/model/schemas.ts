import { Schedule, ScheduleSaveArgs } from './schedule.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const schedulesSchemas = {
  rows: {
    schedule: Schedule,
  },
  args: {
    'schedule.save': ScheduleSaveArgs,
  },
} as const;
