import { understand } from '../../src/features/menus/model/import/understand.ts';
import type { WeekRead } from '../../src/features/menus/model/import/read-week.ts';
import type { Dish } from '../../src/features/menus/model/menu.ts';
import { id } from '../../src/kernel/ids.ts';
import { workbookOf } from './workbooks.ts';

/** A dish of a kitchen's library. */
export const dishOf = (name: string, priceFen: number | null, more: Partial<Dish> = {}): Dish => ({
  id: id(`dish-${name}`),
  name,
  nameEn: null,
  tags: [],
  allergens: [],
  priceFen,
  unit: 'portion',
  smallPriceFen: null,
  photo: null,
  drawing: 'greens',
  energyKcal: null,
  fatG: null,
  saltG: null,
  ...more,
});

/** A kitchen that knows four dishes, on Wednesday 2 December 2026, with the week from the 7th in mind. */
export const kitchen = [
  dishOf('红烧肉', 1200, { smallPriceFen: 800 }),
  dishOf('番茄炒蛋', 600, { nameEn: 'Tomato and egg' }),
  dishOf('米饭', null, { unit: 'bowl' }),
  dishOf('小米粥', 200, { unit: 'bowl' }),
];

/** What is understood of a plan in that kitchen. */
export const readWeek = async (bytes: Uint8Array): Promise<WeekRead> =>
  understand(await workbookOf(bytes), {
    dishes: kitchen,
    meals: ['breakfast', 'lunch', 'dinner'],
    week: { from: '2026-12-07', to: '2026-12-13' },
    today: '2026-12-02',
  });

/** A line a meal: the day, the meal, and each dish with what it costs; `+` is one that the library has not, `?` no price. */
export const meals = ({ meals: read }: WeekRead): readonly string[] =>
  read.map(({ date, meal, dishes }) =>
    [
      `${date.slice(5)} ${meal}`,
      ...dishes.map(({ name, dish, priceFen, smallPriceFen, unit }) => {
        const price = priceFen === undefined ? '?' : priceFen === null ? 'free' : priceFen / 100;
        const small = smallPriceFen === null ? '' : `(${smallPriceFen / 100})`;
        return `${dish === null ? '+' : ''}${name} ${price}${small}${unit === 'portion' ? '' : `/${unit}`}`;
      }),
    ].join(', '),
  );

/** A line a doubt: the address, the reason, and whether it was left out. */
export const doubts = ({ doubts: said }: WeekRead): readonly string[] =>
  said.map(({ address, reason, left }) => `${address} ${reason}${left ? ' left' : ''}`);
