import { mergeFields } from '../../../kernel/merge.ts';
import { clockTime, minuteOf, type CivilDate, type ClockTime } from '../../../kernel/time.ts';
import { usualChange, wholeChange } from '../model/as-it-was.ts';
import type { Session, SessionChange } from '../model/sessions.ts';

/** What stands in the fields of a meeting's sheet. */
export interface SessionDraft {
  readonly date: CivilDate;
  readonly start: ClockTime;
  readonly room: string;
  readonly leader: string;
  readonly note: string;
  readonly cancelled: boolean;
}

/** A meeting's sheet as it opens. */
export const draftOf = ({ date, startMinute, room, leader, note, cancelled }: Session): SessionDraft => ({
  date,
  start: clockTime(startMinute),
  room,
  leader: leader ?? '',
  note: note ?? '',
  cancelled,
});

/** What a draft says is different about its meeting; an empty field is as usual. */
export function changeOf({ id, course }: Session, draft: SessionDraft, base: SessionChange | undefined) {
  const other = (said: string, usual: string | null | undefined): string | null =>
    said.trim() === '' || said.trim() === (usual ?? '') ? null : said.trim();
  return {
    ...wholeChange(base ?? usualChange(id)),
    cancelled: draft.cancelled,
    start: other(draft.start, course.start),
    room: other(draft.room, course.room),
    leader: other(draft.leader, course.leader),
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  };
}

/** The meeting as it would be by a draft. */
export function sessionBy(session: Session, draft: SessionDraft): Session {
  const startMinute = draft.start === '' ? session.startMinute : minuteOf(draft.start);
  return {
    ...session,
    date: draft.date === '' ? session.date : draft.date,
    startMinute,
    endMinute: startMinute + session.course.minutes,
    room: draft.room.trim() === '' ? session.course.room : draft.room,
    leader: draft.leader.trim() === '' ? (session.course.leader ?? null) : draft.leader,
    cancelled: draft.cancelled,
  };
}

/** Which fields somebody else has changed since a sheet was opened, and this one too, to something else. */
export const changedByBoth = (
  session: Session,
  draft: SessionDraft,
  base: SessionChange | undefined,
  now: SessionChange | undefined,
): readonly string[] => {
  const usual = usualChange(session.id);
  const mine = wholeChange(changeOf(session, draft, base));
  return mergeFields(wholeChange(base ?? usual), mine, wholeChange(now ?? usual)).collides;
};
