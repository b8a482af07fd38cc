import { Glass, GlassReport, PlayCount, PlaysReport } from './glass.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const glassSchemas = {
  rows: {
    glass: Glass,
    playCount: PlayCount,
  },
  args: {},
  reports: { glass: GlassReport, plays: PlaysReport },
} as const;
