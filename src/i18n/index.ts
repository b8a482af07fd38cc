export type { TKey, TParams } from './keys.ts';
export { locale, onLocale, otherLocale, setLocale, t, type Locale } from './translate.ts';
export { LocaleController } from './locale-controller.ts';
export {
  formatClock,
  formatDate,
  formatDay,
  formatNearDay,
  formatTimeAt,
  formatTimeWithSeconds,
  weekdayName,
  weekdayShort,
} from './dates.ts';
export { formatYuan } from './money.ts';
