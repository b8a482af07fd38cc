import { formatDate, t, weekdayName } from '../../../../i18n/index.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { mealNames, type Menu, type MenuItem } from '../../model/menu.ts';
import { dishName, priceWords } from '../../words/dish-words.ts';

/** What one pays for a dish, in one word. */
export function priceOf(item: Pick<MenuItem, 'priceFen' | 'unit'>): string {
  const { figure, unit } = priceWords(item);
  return figure === null ? unit : `${figure}${unit}`;
}

/** A dish as it is called, and that it is sold out. */
export const dishSaid = (item: MenuItem): string =>
  item.soldOut ? `${dishName(item)}（${t('common.soldOut')}）` : dishName(item);

/** A day's menus in the order of the day. */
export const inOrder = (menus: readonly Menu[]): readonly Menu[] =>
  [...menus].sort((a, b) => mealNames.indexOf(a.meal) - mealNames.indexOf(b.meal));

/** A day's published menus as a message for a chat group; empty where none is published. */
export function menuText(date: CivilDate, menus: readonly Menu[], house: string): string {
  if (menus.length === 0) return '';
  const meals = inOrder(menus).map(({ meal, items, set, note }) =>
    [
      t('staff.week.mealLine', { meal: t(`common.meal.${meal}`) }),
      ...(set === null ? [] : [`${set.name}：${set.text}`]),
      ...items.map((item) => `${dishSaid(item)} ${priceOf(item)}`),
      ...(note === null ? [] : [note]),
    ].join('\n'),
  );
  const head = t('staff.week.shareHead', { house, date: formatDate(date), weekday: weekdayName(date) });
  return [head, ...meals].join('\n\n');
}
