import { html } from 'lit';
import type { RowOf } from '../../../kernel/rows.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { formatClock, formatDay, formatNearDay, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { placesLeft } from '../../enrolments/model/list.ts';
import { standingOf, takesNames } from '../model/coming.ts';
import { checkInState, type Session } from '../model/sessions.ts';

export const nameOf = ({ course }: Session) => inLanguage(course.name, course.nameEn);
/** A room that it was moved to has no English. */
export const roomOf = ({ room, course }: Session) =>
  inLanguage(room, room === course.room ? course.roomEn : null);
export const clockOf = (minute: number): string => formatClock(clockTime(minute % 1440));

/** 10:40 到 11:00 */
export const spanOf = ({ startMinute, endMinute }: Session): string =>
  t('kioskPages.classes.span', { from: clockOf(startMinute), to: clockOf(endMinute) });

/** 今天 11月22日 星期日, or the day alone where it is neither today nor tomorrow. */
export function dayOf({ date }: Session, { date: today }: CivilMoment): string {
  const [near, day] = [formatNearDay(date, today), formatDay(date)];
  return day.includes(near) ? day : `${near} ${day}`;
}

/** One word about how it stands; null where there is nothing to say. What is missed without it comes first. */
export function standingWords(
  session: Session,
  moment: CivilMoment,
  count: RowOf<'enrolmentCount'> | undefined,
): string | null {
  const standing = standingOf(session, moment);
  if (standing === 'cancelled') return t('kioskPages.classes.cancelled');
  if (standing === 'over') return t('kioskPages.classes.over');
  if (checkInState(session, moment) === 'open') return t('kioskPages.classes.canCheckIn');
  if (standing === 'on') return t('kioskPages.classes.on');
  if (session.moved) return t('kioskPages.classes.moved');
  const left = takesNames(session, moment) ? placesLeft(session.course.capacity, count) : null;
  return left === null || left > FEW ? null : placesWords(left);
}

/** More places than these are nothing to hurry for. */
const FEW = 5;

export const placesWords = (left: number): string =>
  left === 0 ? t('kioskPages.classes.full') : t('kioskPages.classes.placesLeft', { count: left });

/** Where and when it commonly is, of one that is elsewhere or at another time. */
export const usually = ({ course }: Session) =>
  html`${t('kioskPages.classes.usually', { time: formatClock(course.start) })}　${inLanguage(course.room, course.roomEn)}`;
