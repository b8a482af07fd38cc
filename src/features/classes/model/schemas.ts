import {
  Course,
  CourseSaveArgs,
  SessionChange,
  SessionChangeArgs,
  SessionMoveArgs,
} from './course.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const classesSchemas = {
  rows: {
    course: Course,
    sessionChange: SessionChange,
  },
  args: {
    'course.save': CourseSaveArgs,
    'session.change': SessionChangeArgs,
    'session.move': SessionMoveArgs,
  },
} as const;
