import { Glass, PlayCount } from './glass.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const glassSchemas = {
  rows: {
    glass: Glass,
    playCount: PlayCount,
  },
  args: {},
} as const;
