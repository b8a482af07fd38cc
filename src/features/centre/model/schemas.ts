import { Centre, CentreSaveArgs, Place } from './centre.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const centreSchemas = {
  rows: {
    centre: Centre,
    place: Place,
  },
  args: {
    'centre.save': CentreSaveArgs,
  },
} as const;
