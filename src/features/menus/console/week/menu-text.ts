import { formatDate, locale, t, weekdayName } from '../../../../i18n/index.ts';
import { formatPrice } from '../../../../kernel/money.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { mealNames, type Menu, type MenuItem } from '../../model/menu.ts';
import { dishName, priceWords } from '../../words/dish-words.ts';
import { noteWords, setName, setText } from '../../words/set-words.ts';

type SetMeal = NonNullable<Menu['set']>;

/** How a price reads; on a paper where all of a week has to stand an English one, which is longer, says no more than the sum. */
const priced = (figure: string, unit: string, isOnPaper: boolean): string =>
  isOnPaper && locale() === 'en'
    ? t('staff.menu.priced', { yuan: figure })
    : t('staff.week.price', { figure, unit });

/** What one pays for a dish, in one word. */
export function priceOf(item: Pick<MenuItem, 'priceFen' | 'unit'>, isOnPaper = false): string {
  const { figure, unit } = priceWords(item);
  return figure === null ? unit : priced(figure, unit, isOnPaper);
}

const orSoldOut = (name: string, soldOut: boolean): string =>
  soldOut ? t('staff.week.soldOut', { name }) : name;

/** A dish as it is called, and that it is sold out. */
export const dishSaid = (item: MenuItem): string => orSoldOut(dishName(item), item.soldOut);

/** The set meal: as it is called, what one pays, and what is in it. */
export const setSaid = (
  set: SetMeal,
  isOnPaper = false,
): Readonly<Record<'name' | 'price' | 'text', string>> => ({
  name: orSoldOut(setName(set), set.soldOut ?? false),
  price: priced(formatPrice(set.priceFen), t('common.yuan'), isOnPaper),
  text: setText(set),
});

function setLine(set: SetMeal): string {
  const { name, price, text } = setSaid(set);
  const head = `${name} ${price}`;
  return text === '' ? head : t('staff.week.setLine', { set: head, text });
}

/** A day's menus in the order of the day. */
export const inOrder = (menus: readonly Menu[]): readonly Menu[] =>
  [...menus].sort((a, b) => mealNames.indexOf(a.meal) - mealNames.indexOf(b.meal));

/** A day's published menus as a message for a chat group; empty where none is published. */
export function menuText(date: CivilDate, menus: readonly Menu[], house: string): string {
  if (menus.length === 0) return '';
  const meals = inOrder(menus).map((menu) => {
    const { meal, items, set } = menu;
    const note = noteWords(menu);
    return [
      t('staff.week.mealLine', { meal: t(`common.meal.${meal}`) }),
      ...(set === null ? [] : [setLine(set)]),
      ...items.map((item) => `${dishSaid(item)} ${priceOf(item)}`),
      ...(note === null ? [] : [note]),
    ].join('\n');
  });
  const head = t('staff.week.shareHead', { house, date: formatDate(date), weekday: weekdayName(date) });
  return [head, ...meals].join('\n\n');
}
