import { Course, CourseSaveArgs, SessionChange, SessionChangeArgs } from './course.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const classesSchemas = {
  rows: {
    course: Course,
    sessionChange: SessionChange,
  },
  args: {
    'course.save': CourseSaveArgs,
    'session.change': SessionChangeArgs,
  },
} as const;
