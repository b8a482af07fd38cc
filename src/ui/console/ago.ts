import { t } from '../../i18n/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a stretch of milliseconds is, as one would say it: 刚刚, 12 秒前, 3 分钟前, 2 小时前, 4 天前. */
export function ago(ms: number): string {
  if (ms < 2000) return t('staff.ago.now');
  if (ms < MINUTE_MS) return t('staff.ago.seconds', { count: Math.floor(ms / 1000) });
  if (ms < HOUR_MS) return t('staff.ago.minutes', { count: Math.floor(ms / MINUTE_MS) });
  if (ms < DAY_MS) return t('staff.ago.hours', { count: Math.floor(ms / HOUR_MS) });
  return t('staff.ago.days', { count: Math.floor(ms / DAY_MS) });
}
