import { formatNearDay, formatTimeAt } from '../../i18n/index.ts';
import { civilMoment } from '../../kernel/time.ts';

/** 今天 9:50, on the centre's clock. */
export function moment(unixMs: number, nowMs: number | null, offset: number): string {
  const today = nowMs === null ? null : civilMoment(nowMs, offset).date;
  return `${formatNearDay(civilMoment(unixMs, offset).date, today)} ${formatTimeAt(unixMs, offset)}`;
}
