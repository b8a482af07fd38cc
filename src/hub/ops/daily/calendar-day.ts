import { LegalHoliday, LunarFestival, SolarDay, type LunarDay } from 'tyme4ts';
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
  const termDay = solar.getTermDay();
  const term = termDay.getDayIndex() === 0 ? termDay.getSolarTerm().getName() : null;
  const lunarFestival = festivalsOf(lunar.getYear()).get(placeOf(lunar)) ?? null;
  return {
    id: date,
    lunar: `${monthNames[monthName] ?? monthName}${lunar.getName()}`,
    term,
    festival: lunarFestival ?? solar.getFestival()?.getName() ?? null,
    rest: isPublicHoliday({ solar, lunar, term, lunarFestival }),
  };
}

/** A day's place in its lunar year; a leap month's number is negative. */
const placeOf = (day: LunarDay): string => `${day.getMonth()}-${day.getDay()}`;

const festivals = new Map<number, ReadonlyMap<string, string>>();

/** The festivals of a lunar year by their days. To ask each day for its own is to reckon the year's anew for each: half a start's work. */
function festivalsOf(year: number): ReadonlyMap<string, string> {
  const known = festivals.get(year);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (let i = 0; ; i += 1) {
    const festival = LunarFestival.fromIndex(year, i);
    if (festival === null) break;
    const place = placeOf(festival.getDay());
    if (!found.has(place)) found.set(place, festival.getName());
  }
  festivals.set(year, found);
  return found;
}

/** A day with what has been found out of it: the moon's part takes long. */
interface Known {
  readonly solar: SolarDay;
  readonly lunar: LunarDay;
  readonly term: string | null;
  readonly lunarFestival: string | null;
}

/** By the year's official arrangement where it has been announced, else by the days the law names. */
function isPublicHoliday(day: Known): boolean {
  const { solar } = day;
  const announced = LegalHoliday.fromYmd(solar.getYear(), solar.getMonth(), solar.getDay());
  if (announced !== null) return !announced.isWork();
  return isStatutory(day) && !isAnnounced(solar.getYear());
}

/** A year is announced as a whole, with its National Day. */
const isAnnounced = (year: number): boolean => LegalHoliday.fromYmd(year, 10, 1) !== null;

/** New Year; the Spring Festival with its eve; Qingming; Labour Day (2 days); Dragon Boat; Mid-Autumn; National Day. */
function isStatutory({ solar, lunar, term, lunarFestival }: Known): boolean {
  const inSolarYear = `${solar.getMonth()}-${solar.getDay()}`;
  if (['1-1', '5-1', '5-2', '10-1', '10-2', '10-3'].includes(inSolarYear)) return true;
  if (term === '清明' || lunarFestival === '除夕') return true;
  if (lunar.getLunarMonth().isLeap()) return false;
  return ['1-1', '1-2', '1-3', '5-5', '8-15'].includes(
    `${lunar.getLunarMonth().getMonth()}-${lunar.getDay()}`,
  );
}
