import {
  civilMoment,
  daysBetween,
  weekdayOf,
  type CivilDate,
  type ClockTime,
  type TimeReading,
} from '../kernel/time.ts';
import { t } from './translate.ts';

/*
 * Dates from the tables in locales/, not from Intl: old TVs carry few locales or none, and the centre's day is not
 * the device's.
 */

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The one of a table's numbers that a number is, so that the compiler knows the key it makes exists. */
function entry<N extends number>(table: readonly N[], wanted: number): N {
  const found = table.find((number) => number === wanted);
  if (found === undefined) throw new Error(`not in a calendar: ${wanted}`);
  return found;
}

const weekday = (date: CivilDate) => entry(WEEKDAYS, weekdayOf(date));

/**
 * 11月22日 · 22 November
 * @param letters how many of the month's name where there is little room: three tell English months apart
 */
export function formatDate(date: CivilDate, letters?: number): string {
  const month = entry(MONTHS, Number(date.slice(5, 7)));
  const day = Number(date.slice(8, 10));
  return t('common.dates.monthDay', { month, day, monthName: t(`common.month.${month}`).slice(0, letters) });
}

/** 2026年11月 · November 2026, of a month as `2026-11`. */
export function formatMonth(yearMonth: string): string {
  const month = entry(MONTHS, Number(yearMonth.slice(5, 7)));
  const year = yearMonth.slice(0, 4);
  return t('staff.attendance.month', { year, month, monthName: t(`common.month.${month}`) });
}

/** 星期日 · Sunday */
export const weekdayName = (date: CivilDate): string => t(`common.weekday.${weekday(date)}`);

/** 周日 · Sun */
export const weekdayShort = (date: CivilDate): string => t(`common.weekdayShort.${weekday(date)}`);

/** 11月22日 星期日 · Sunday 22 November */
export const formatDay = (date: CivilDate): string =>
  t('common.dates.withWeekday', { date: formatDate(date), weekday: weekdayName(date) });

/** 今天, 明天 or 昨天 where that is what the day is; otherwise its date. */
export function formatNearDay(date: CivilDate, today: CivilDate | null): string {
  switch (today === null ? null : daysBetween(today, date)) {
    case 0:
      return t('common.dates.today');
    case 1:
      return t('common.dates.tomorrow');
    case -1:
      return t('common.dates.yesterday');
    default:
      return formatDate(date);
  }
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/**
 * 上午 and 10:32 · am and 10:32, where the two are drawn apart. Noon is 下午12:00 and midnight 上午12:00, as a clock with
 * two times twelve hours has it.
 */
export function clockParts(minuteOfDay: number): { readonly half: string; readonly figures: string } {
  const hour = Math.floor(minuteOfDay / 60) % 24;
  return {
    half: t(hour < 12 ? 'common.dates.am' : 'common.dates.pm'),
    figures: `${hour % 12 === 0 ? 12 : hour % 12}:${two(minuteOfDay % 60)}`,
  };
}

const clockOf = (minuteOfDay: number): string => t('common.dates.clock', clockParts(minuteOfDay));

const minuteIn = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** 上午9:50 · 9:50 am: a time of the day as people say it. */
export const formatClock = (time: ClockTime): string => clockOf(minuteIn(time));

/** 上午11:00–下午12:30 · 11:00 am–12:30 pm; within one half of the day it is named once, 上午7:00–8:30 · 7:00–8:30 am. */
export function formatSpan(from: ClockTime, to: ClockTime): string {
  const [start, end] = [clockParts(minuteIn(from)), clockParts(minuteIn(to))];
  return start.half === end.half && from < to
    ? t('common.dates.clock', { ...start, figures: `${start.figures}–${end.figures}` })
    : `${formatClock(from)}–${formatClock(to)}`;
}

/** 上午9:50 · 9:50 am, of a Unix time on the centre's clock. */
export const formatTimeAt = (unixMs: number, utcOffsetMinutes: number): string =>
  clockOf(civilMoment(unixMs, utcOffsetMinutes).minute);

/** A time of the centre's day, with its day unless that is today. */
export function formatTimeAndDay(unixMs: number, nowMs: number | null, utcOffsetMinutes: number): string {
  const { date } = civilMoment(unixMs, utcOffsetMinutes);
  const time = formatTimeAt(unixMs, utcOffsetMinutes);
  const today = nowMs !== null && civilMoment(nowMs, utcOffsetMinutes).date === date;
  return today ? time : `${formatDate(date)} ${time}`;
}

/**
 * 昨天 下午6:05 · Yesterday 6:05 pm: the day always with it. What a device has not heard anything new since is read as this
 * morning's otherwise, on the fourth day too.
 * @param now what is the time, where it is confirmed: by any other clock no day is today
 */
export function formatMoment(unixMs: number, now: TimeReading, utcOffsetMinutes: number): string {
  const today = now.quality === 'confirmed' ? civilMoment(now.nowMs, utcOffsetMinutes).date : null;
  const day = formatNearDay(civilMoment(unixMs, utcOffsetMinutes).date, today);
  return `${day} ${formatTimeAt(unixMs, utcOffsetMinutes)}`;
}

/** 21:02:07, of a Unix time on the centre's clock, where seconds tell (since when a screen shows what it shows). */
export function formatTimeWithSeconds(unixMs: number, utcOffsetMinutes: number): string {
  const { minute } = civilMoment(unixMs, utcOffsetMinutes);
  return [Math.floor(minute / 60), two(minute % 60), two(Math.floor(unixMs / 1000) % 60)].join(':');
}
