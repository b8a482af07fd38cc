import {
  isBoolean,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { Course } from '../model/sessions.ts';
import { KINDS, type CourseDraft } from './course-draft.ts';

export const EVERY = ['week', 'month', 'once'] as const;

/** A course whose sheet is open; `base` as it was then, null for a new one. */
export interface OpenCourse {
  readonly draft: CourseDraft;
  readonly base: Course | null;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const hasDraft = shape({
  id: isText,
  kind: oneOf(...KINDS),
  name: isString,
  nameEn: isString,
  room: isString,
  roomEn: isString,
  leader: isString,
  leaderEn: isString,
  about: isString,
  aboutEn: isString,
  bring: isString,
  bringEn: isString,
  every: oneOf(...EVERY),
  weekdays: listOf(isNumber),
  interval: isNumber,
  nth: isNumber,
  weekday: isNumber,
  start: isString,
  minutes: isString,
  from: isString,
  until: isString,
  capacity: isString,
  checkIn: isBoolean,
  skipsHolidays: isBoolean,
  certifies: isBoolean,
  percent: isString,
});
const isDraft: Guard<CourseDraft> = (value): value is CourseDraft => hasDraft(value);
const hasCourse = shape({
  id: isText,
  name: isText,
  room: isText,
  start: isText,
  minutes: isNumber,
  recurrence: shape({ every: oneOf(...EVERY) }),
});
const isCourse: Guard<Course> = (value): value is Course => hasCourse(value);

/** Of a sheet that was left half filled in. */
export const isOpenCourse = shape<OpenCourse>({ draft: isDraft, base: orNull(isCourse) });
