import type { Session } from './sessions.ts';

/** Where a meeting is, as it is told. A room that it was moved to has no English. */
export const roomTold = ({ room, course }: Pick<Session, 'room' | 'course'>, inEnglish: boolean): string =>
  inEnglish && room === course.room ? (course.roomEn ?? room) : room;

/** Who leads a meeting, as they are told; null where nobody is named. A stand-in has no English. */
export const leaderTold = (
  { leader, course }: Pick<Session, 'leader' | 'course'>,
  inEnglish: boolean,
): string | null => (inEnglish && leader === course.leader ? (course.leaderEn ?? leader) : leader);
