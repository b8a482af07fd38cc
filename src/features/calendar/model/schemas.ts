import { CalendarDay } from './calendar.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const calendarSchemas = {
  rows: {
    calendarDay: CalendarDay,
  },
  args: {},
} as const;
