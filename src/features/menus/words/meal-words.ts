import { clockTime } from '../../../kernel/time.ts';
import type { Sitting } from '../model/meals.ts';
import { formatSpan } from '../../../i18n/index.ts';

/** 上午11:00–下午12:30 */
export const mealHours = ({ startMinute, endMinute }: Pick<Sitting, 'startMinute' | 'endMinute'>): string =>
  formatSpan(clockTime(startMinute % 1440), clockTime(endMinute % 1440));
