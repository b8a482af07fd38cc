import { LegalHoliday, SolarDay } from 'tyme4ts';
import type { CalendarDay } from '../../../features/calendar/model/calendar.ts';
import type { CivilDate } from '../../../kernel/time.ts';

/** The 11th and 12th lunar months as people call them. */
const monthNames: Readonly<Record<string, string>> = { 十一月: '冬月', 十二月: '腊月', 闰十一月: '闰冬月' };

/** What the calendar says of a day. */
export function calendarDay(date: CivilDate): CalendarDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const solar = SolarDay.fromYmd(year, month, day);
  const lunar = solar.getLunarDay();
  const monthName = lunar.getLunarMonth().getName();
  const term = solar.getTermDay();
  return {
    id: date,
    lunar: `${monthNames[monthName] ?? monthName}${lunar.getName()}`,
    term: term.getDayIndex() === 0 ? term.getSolarTerm().getName() : null,
    festival: lunar.getFestival()?.getName() ?? solar.getFestival()?.getName() ?? null,
    rest: isPublicHoliday(solar),
  };
}

/** By the year's official arrangement where it has been announced, else by the days the law names. */
function isPublicHoliday(solar: SolarDay): boolean {
  const announced = LegalHoliday.fromYmd(solar.getYear(), solar.getMonth(), solar.getDay());
  if (announced !== null) return !announced.isWork();
  return !isAnnounced(solar.getYear()) && isStatutory(solar);
}

/** A year is announced as a whole, with its National Day. */
const isAnnounced = (year: number): boolean => LegalHoliday.fromYmd(year, 10, 1) !== null;

/** New Year; the Spring Festival with its eve; Qingming; Labour Day (2 days); Dragon Boat; Mid-Autumn; National Day. */
function isStatutory(solar: SolarDay): boolean {
  const inSolarYear = `${solar.getMonth()}-${solar.getDay()}`;
  if (['1-1', '5-1', '5-2', '10-1', '10-2', '10-3'].includes(inSolarYear)) return true;
  const term = solar.getTermDay();
  if (term.getDayIndex() === 0 && term.getSolarTerm().getName() === '清明') return true;
  const lunar = solar.getLunarDay();
  if (lunar.getFestival()?.getName() === '除夕') return true;
  if (lunar.getLunarMonth().isLeap()) return false;
  return ['1-1', '1-2', '1-3', '5-5', '8-15'].includes(
    `${lunar.getLunarMonth().getMonth()}-${lunar.getDay()}`,
  );
}
