import { formatDate, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { civilMoment } from '../../../kernel/time.ts';
import type { Notice } from '../model/notice.ts';

/** A television, by its name. */
type NamedScreen = Pick<RowOf<'device'>, 'id' | 'name'>;

/** Where its writer wants it; on which glass an emergency really is, the glasses say. */
function whereOf(
  { level, where = { kiosks: true, screens: [] } }: Notice,
  screens: readonly NamedScreen[],
): string {
  if (level === 'emergency' || (where.kiosks && where.screens === 'all'))
    return t('staff.notices.places.all');
  const kiosks = where.kiosks ? [t('staff.notices.places.kiosks')] : [];
  if (where.screens === 'all') return t('staff.notices.places.screens');
  const chosen = where.screens;
  const named = screens.filter(({ id }) => chosen.includes(id));
  return [...kiosks, ...named.map(({ name }) => name)].join(t('common.listJoin'));
}

function untilOf({ untilMs }: Notice, offset: number): string {
  if (untilMs === null) return t('staff.notices.untilWithdrawn');
  // A notice that ends at midnight is said to end with the day before it.
  const { date } = civilMoment(untilMs - 1, offset);
  return t('staff.notices.untilDay', { date: formatDate(date) });
}

/** Where a notice stands, till when, and whose it is. */
export const standsWords = (notice: Notice, screens: readonly NamedScreen[], offset: number): string =>
  [whereOf(notice, screens), untilOf(notice, offset), notice.by].join(' · ');
