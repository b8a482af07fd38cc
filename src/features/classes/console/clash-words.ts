import { clockTime } from '../../../kernel/time.ts';
import { formatClock, formatDate, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import type { Clash } from '../model/clashes.ts';
import type { Course } from '../model/sessions.ts';

/** What a course is called in the language of the page. */
export const courseName = ({ name, nameEn }: Pick<Course, 'name' | 'nameEn'>): string =>
  inPageLanguage(name, nameEn);

/** HH:MM of a minute of a day, or of the night after it. */
export const clockAt = (minute: number): string => formatClock(clockTime(minute % 1440));

/** 11月23日 09:00 手指操也在二楼活动室 */
export function clashWords({ about, other }: Clash): string {
  const said = {
    day: formatDate(other.date),
    time: clockAt(other.startMinute),
    name: courseName(other.course),
  };
  return about === 'room'
    ? t('staff.timetable.clash.room', { ...said, room: other.room })
    : t('staff.timetable.clash.leader', { ...said, leader: other.leader ?? '' });
}
