export type { TKey } from './keys.ts';
export { hasWord, locale, otherLocale, setLocale, t } from './translate.ts';
export { LocaleController } from './locale-controller.ts';
export {
  clockParts,
  formatClock,
  formatDate,
  formatDay,
  formatMonth,
  formatNearDay,
  formatSpan,
  formatMoment,
  formatTimeAndDay,
  formatTimeAt,
  formatTimeWithSeconds,
  weekdayName,
  weekdayShort,
} from './dates.ts';
