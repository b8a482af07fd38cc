import { formatDate, t, weekdayShort } from '../../../../i18n/index.ts';
import type { MenuId } from '../../../../kernel/ids.ts';
import { dishName } from '../../words/dish-words.ts';
import { setName } from '../../words/set-words.ts';
import type { MenuLife } from '../../model/life.ts';
import { parseMenuId } from '../../model/menu.ts';
import { offerIn } from '../../model/week-moves.ts';

/** A meal of a week, as one speaks of it: 周二 12月1日午饭. */
export function mealWords(id: MenuId): string {
  const named = parseMenuId(id);
  if (named === null) return '';
  const { date, meal } = named;
  const words = { weekday: weekdayShort(date), date: formatDate(date), meal: t(`common.meal.${meal}`) };
  return t('staff.week.mealOf', words);
}

/** What there is to eat, one name after the other; else the way to write it. */
export function dishesOf(life: MenuLife): string {
  const offer = offerIn(life);
  if (offer === null) return t(life.state === 'closed' ? 'staff.week.open' : 'staff.week.write');
  const names = offer.items.map((item) => dishName(item));
  return [...(offer.set === null ? [] : [setName(offer.set)]), ...names].join(t('common.listJoin'));
}
