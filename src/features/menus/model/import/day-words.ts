import { addDays, daysBetween, isCivilDate, weekdayOf, type CivilDate } from '../../../../kernel/time.ts';
import { dateOfSerial, type SheetCell } from '../../../../kernel/workbook.ts';
import type { MealName } from '../menu.ts';

/** What a cell says of which day it is about: a day of the year, of a month, or of the week. */
export interface DayWords {
  /** Null where no year is said. */
  readonly year: number | null;
  readonly monthDay: string | null;
  /** ISO: Monday is 1. */
  readonly weekday: number | null;
}

/** The days a plan is for, first and last. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Widths, digits and marks as one writes them; what is typed wide reads the same. */
export const narrow = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

const pad = (n: number): string => `${n}`.padStart(2, '0');
const weekdays = '一二三四五六日';

/** The day a cell names, and nothing else; null where it names none. `serials` also takes a bare number for one. */
export function dayWordsOf(cell: SheetCell, from1904: boolean, serials = false): DayWords | null {
  const date = cell.date ?? (serials ? serialDay(cell, from1904) : null);
  if (date !== null) return { year: Number(date.slice(0, 4)), monthDay: date.slice(5), weekday: null };
  return dayWordsIn(cell.text);
}

function serialDay({ value, text }: SheetCell, from1904: boolean): CivilDate | null {
  const serial = typeof value === 'number' ? value : /^\d{5}$/.test(text) ? Number(text) : 0;
  return serial > 36_000 && serial < 80_000 ? dateOfSerial(serial, from1904) : null;
}

/** The same of words alone: 周一, 12月1日, 12/1(星期二), 2026-12-01. */
function dayWordsIn(words: string): DayWords | null {
  const text = narrow(words).replace(/\s/g, '');
  const week = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(text)?.[1];
  const day =
    /(?:(\d{4})[年./-])?(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?/.exec(text) ??
    /(\d{4})(0[1-9]|1[0-2])([0-3]\d)/.exec(text);
  const rest = text
    .replace(/(?:周|星期|礼拜)[一二三四五六日天]/, '')
    .replace(day?.[0] ?? '', '')
    .replace(/00:00(:00)?/, '')
    .replace(/[()[\]【】,、/|-]/g, '');
  if (rest !== '' || (week === undefined && day === null)) return null;
  const weekday = week === undefined ? null : weekdays.indexOf(week === '天' ? '日' : week) + 1;
  if (day === null) return { year: null, monthDay: null, weekday };
  const [, year, month, dayOfMonth] = day;
  const monthDay = `${pad(Number(month))}-${pad(Number(dayOfMonth))}`;
  // A leap year, so that 29 February is a day.
  if (!isCivilDate(`2028-${monthDay}`)) return null;
  return { year: year === undefined ? null : Number(year), monthDay, weekday };
}

/**
 * The day that is meant: of a week's day that of the plan's days, or of the week that is asked for; of a month's day the
 * one that is nearest to those. Null where there is none.
 */
export function dayMeant({ year, monthDay, weekday }: DayWords, plan: Days): CivilDate | null {
  if (monthDay !== null) {
    const planned = Number(plan.from.slice(0, 4));
    const years = year === null ? [planned - 1, planned, planned + 1] : [year];
    const days = years.map((one) => `${one}-${monthDay}`).filter(isCivilDate);
    const away = (day: CivilDate): number => Math.abs(daysBetween(plan.from, day));
    return days.sort((a, b) => away(a) - away(b))[0] ?? null;
  }
  const after = ((weekday ?? 1) - weekdayOf(plan.from) + 7) % 7;
  const day = addDays(plan.from, after);
  return day <= addDays(plan.to, 6) ? day : null;
}

/** The days that a title names: 第48周食谱（11月30日—12月4日）, 2026.12.7-12.11, 12月7日至11日. Null where it names none. */
export function daysInTitle(title: string, near: CivilDate): Days | null {
  const text = narrow(title).replace(/\s/g, '');
  const found =
    /(?:(\d{4})[年./-])?(\d{1,2})[月./](\d{1,2})[日号]?(?:\([^)]*\))?[-—–−~至到]+(?:(\d{4})[年./-])?(?:(\d{1,2})[月./])?(\d{1,2})[日号]?/.exec(
      text,
    );
  if (found === null) return null;
  const [, year, month, day, , lastMonth, lastDay] = found;
  const words = (m: string | undefined, d: string | undefined): DayWords => ({
    year: null,
    monthDay: `${pad(Number(m))}-${pad(Number(d))}`,
    weekday: null,
  });
  const from = dayMeant(
    { ...words(month, day), year: year === undefined ? null : Number(year) },
    { from: near, to: near },
  );
  if (from === null) return null;
  const to = dayMeant(words(lastMonth ?? month, lastDay), { from, to: from });
  return to !== null && to >= from && daysBetween(from, to) < 62 ? { from, to } : null;
}

const mealWords: Readonly<Record<MealName, RegExp>> = {
  breakfast: /^(早|早餐|早饭|早点|早上)$/,
  lunch: /^(中|午|午餐|中餐|午饭|中饭|中午)$/,
  dinner: /^(晚|晚餐|晚饭|晚上|夜餐)$/,
};

/** The meal a cell names, and nothing else but perhaps its time: 午餐（11:00—12:30）. */
export function mealIn(words: string): MealName | null {
  const text = narrow(words)
    .replace(/\([^)]*\)/g, '')
    .replace(/\d{1,2}:\d{2}([-—–~至到]+\d{1,2}:\d{2})?/g, '')
    .replace(/[\s:]/g, '');
  const meals: readonly MealName[] = ['breakfast', 'lunch', 'dinner'];
  return meals.find((meal) => mealWords[meal].test(text)) ?? null;
}
