import { HubClock } from './clock.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const clockSchemas = {
  rows: {
    hubClock: HubClock,
  },
  args: {},
} as const;
