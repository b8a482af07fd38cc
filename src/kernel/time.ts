/** A day of the centre's calendar, `YYYY-MM-DD`. */
export type CivilDate = string;
/** A time of the centre's day, `HH:MM` on the 24-hour clock. */
export type ClockTime = string;

/**
 * One reading of the time, with what the device knows of it. `nowMs` is Unix milliseconds, null when unknown.
 * - `confirmed`: the offset to the hub is known in this run.
 * - `carried`: the device's clock, not below the highest time it has ever confirmed.
 * - `unknown`: a clock that cannot be right (a 1970 boot); there is no "today".
 */
export type TimeReading =
  | { readonly quality: 'confirmed' | 'carried'; readonly nowMs: number }
  | { readonly quality: 'unknown'; readonly nowMs: null };

/** A moment in the centre's own calendar: the business day and the minute of that day (0 to 1439). */
export interface CivilMoment {
  readonly date: CivilDate;
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The centre's day and minute at a Unix time; the centre's offset is fixed (China keeps one zone, no summer time). */
export function civilMoment(unixMs: number, utcOffsetMinutes: number): CivilMoment {
  const shifted = new Date(unixMs + utcOffsetMinutes * 60_000);
  return {
    date: `${shifted.getUTCFullYear()}-${pad(shifted.getUTCMonth() + 1)}-${pad(shifted.getUTCDate())}`,
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** China's, eight hours: what a device or hub goes by until it knows its centre. The only place that says so. */
const BEFORE_THE_CENTRE_IS_KNOWN = 480;

/** A centre's minutes east of UTC, also before the centre is known. */
export const utcOffsetOf = (centre?: { readonly utcOffsetMinutes: number } | null): number =>
  centre?.utcOffsetMinutes ?? BEFORE_THE_CENTRE_IS_KNOWN;

/** Unix milliseconds of a centre's day and minute. */
export function unixOf(date: CivilDate, minute: number, utcOffsetMinutes: number): number {
  return Date.parse(`${date}T00:00:00Z`) + (minute - utcOffsetMinutes) * 60_000;
}

/** The day `days` after (or, negative, before) a day. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day there is: 2026-02-30 is none. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text;

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of a minute of the day. */
export function clockTime(minute: number): ClockTime {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** The centre's day and minute at a reading; null when the time is unknown: then there is no "today". */
export const momentOf = (time: TimeReading, utcOffsetMinutes: number): CivilMoment | null =>
  time.nowMs === null ? null : civilMoment(time.nowMs, utcOffsetMinutes);
