import type { Course, SessionChange } from './sessions.ts';

/** A course with every field it may have: what an older build did not write is as if it had said that there is none. */
export const wholeCourse = (course: Course): Course => ({
  ...course,
  roomEn: course.roomEn ?? null,
  aboutEn: course.aboutEn ?? null,
  leader: course.leader ?? null,
  leaderEn: course.leaderEn ?? null,
  bring: course.bring ?? null,
  bringEn: course.bringEn ?? null,
  startsItself: course.startsItself ?? false,
  certificatePercent: course.certificatePercent ?? null,
});

/** What is different about a meeting, with every field it may have. */
export const wholeChange = (change: SessionChange): Required<SessionChange> => ({
  ...change,
  leader: change.leader ?? null,
  extra: change.extra ?? false,
});

/** Nothing is different about a meeting. */
export const usualChange = (id: SessionChange['id']): Required<SessionChange> => ({
  id,
  cancelled: false,
  start: null,
  room: null,
  note: null,
  leader: null,
  extra: false,
});
