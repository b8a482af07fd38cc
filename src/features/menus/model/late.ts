import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import type { CivilMoment } from '../../../kernel/time.ts';
import { sittingsOn } from './meals.ts';
import { isClosed, isUp, menuId, type Menu, type MenuDraft } from './menu.ts';
import { isDue } from './publish-at.ts';

/** When lunch ought to be on the glass: elders begin to ask. */
export const LATE_AT_MINUTE = 9 * 60 + 30;

/**
 * The canteens that are late with today's lunch: from 9:30 until its end, while it is neither published, nor said to be
 * closed, nor to be published at a time. Never on a day without lunch.
 */
export function lateLunches(
  centre: Pick<Centre, 'meals' | 'canteens'>,
  menus: readonly Menu[],
  drafts: readonly MenuDraft[],
  { date, minute }: CivilMoment,
  isRest: IsRest,
): readonly Pick<Menu, 'id' | 'date' | 'meal' | 'canteenId'>[] {
  const lunch = sittingsOn(centre, date, isRest).find(({ meal }) => meal === 'lunch');
  if (lunch === undefined || minute < LATE_AT_MINUTE || minute >= lunch.endMinute) return [];
  return centre.canteens
    .map(({ id: canteenId }) => ({
      id: menuId(date, 'lunch', canteenId),
      date,
      meal: 'lunch' as const,
      canteenId,
    }))
    .filter(({ id }) => {
      const menu = menus.find((one) => one.id === id);
      return !isUp(menu) && !isClosed(menu) && !isDue(drafts.find((one) => one.id === id));
    });
}
