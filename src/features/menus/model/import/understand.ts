import type { SheetCell, Workbook } from '../../../../kernel/workbook.ts';
import { mealNames, type MealName } from '../menu.ts';
import { dayMeant } from './day-words.ts';
import { dishMatcher, folded } from './match-dish.ts';
import {
  dishesIn,
  dishWordsOf,
  priceIn,
  priceOf,
  unitOf,
  type DishWords,
  type PriceWords,
} from './price-words.ts';
import {
  hiddenIn,
  type DishRead,
  type Doubt,
  type MealRead,
  type ReadWith,
  type Reason,
  type WeekRead,
} from './read-week.ts';
import { spotsIn, type Spot } from './spots.ts';

const MAX_NAME = 40;
const MAX_DISHES = 24;
const LEAP_FACTOR = 5;
const LETTER = /\p{L}/u;

/** Understands a kitchen's plan, as far as it can be; each cell that is doubted or left out is named with the reason. */
export function understand(workbook: Workbook, given: ReadWith): WeekRead {
  const reader = new Reader(given);
  const notUnderstood: string[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.rows.length === 0) continue;
    const spots = spotsIn(sheet, workbook.from1904, given.week.from);
    if (spots.length === 0) notUnderstood.push(sheet.name);
    reader.begin(sheet.name);
    for (const spot of spots) reader.read(spot);
  }
  return { ...reader.result(), hidden: hiddenIn(workbook), notUnderstood };
}

class Reader {
  readonly #meals = new Map<string, { date: string; meal: MealName; dishes: DishRead[] }>();
  readonly #doubts: Doubt[] = [];
  readonly #told = new Set<string>();
  readonly #match: ReturnType<typeof dishMatcher>;
  readonly #given: ReadWith;
  #sheet = '';
  #isWeekGuessed = false;

  constructor(given: ReadWith) {
    this.#given = given;
    this.#match = dishMatcher(given.dishes);
  }

  begin(sheet: string): void {
    this.#sheet = sheet;
  }

  result(): Pick<WeekRead, 'meals' | 'doubts' | 'isWeekGuessed'> {
    const prices = new Map<string, DishRead>();
    for (const { dishes } of this.#meals.values())
      for (const one of dishes)
        if (one.priceFen !== undefined && !prices.has(folded(one.name))) prices.set(folded(one.name), one);
    // What is written of a dish on one day holds for the others of the plan.
    const priced = (one: DishRead): DishRead => {
      const other = one.priceFen === undefined ? prices.get(folded(one.name)) : undefined;
      return other === undefined
        ? one
        : { ...one, priceFen: other.priceFen, smallPriceFen: other.smallPriceFen, unit: other.unit };
    };
    const meals = [...this.#meals.values()]
      .map((meal) => ({ ...meal, dishes: meal.dishes.map(priced) }))
      .filter(({ dishes }) => dishes.length > 0)
      .sort((a, b) => order(a).localeCompare(order(b)));
    return { meals, doubts: this.#doubts, isWeekGuessed: this.#isWeekGuessed };
  }

  read(spot: Spot): void {
    const { cell } = spot;
    if (cell.formula === 'unsaved') return this.#doubt(cell, 'unsaved', true);
    if (cell.value === null) return this.#doubt(cell, 'error', true);
    const text = cell.text.replace(/\s/g, '');
    if (/^[/\\\-—–_.…无]*$/.test(text)) return;
    if (/^(同上|同左|同前)/.test(text)) return this.#doubt(cell, 'same-as', true);
    if (/^(休息|放假|停餐|停供|不供应|不开餐|不开饭|休)$/.test(text))
      return this.#doubt(cell, 'closed', true);
    const on = this.#mealOf(spot);
    if (on === null) return;
    const words = dishesIn(cell.text).flatMap((piece) => this.#parted(cell, piece));
    const besides = this.#besides(spot, words.length);
    for (const one of words) this.#add(on, cell, one, besides);
  }

  /** The meal of the day that a spot is of; null where there is none to write a menu for. */
  #mealOf({ cell, day, plan, meal: said }: Spot): (MealRead & { dishes: DishRead[] }) | null {
    const date = day === null ? null : dayMeant(day, plan ?? this.#given.week);
    if (date === null) {
      this.#doubt(cell, 'day', true);
      return null;
    }
    if (day?.monthDay === null && plan === null) this.#isWeekGuessed = true;
    const meal = said ?? 'lunch';
    if (said === null) this.#once(`meal ${this.#sheet}`, cell, 'meal', false);
    const key = `${date} ${meal}`;
    if (date < this.#given.today) {
      this.#once(key, cell, 'past', true, date);
      return null;
    }
    if (meal === 'other' || !this.#given.meals.includes(meal)) {
      this.#once(`${meal} ${this.#sheet}`, cell, 'not-served', true);
      return null;
    }
    const found = this.#meals.get(key) ?? { date, meal, dishes: [] };
    this.#meals.set(key, found);
    return found;
  }

  /** The dishes of a piece that nothing but blanks parts: one, where the library has it or its characters stand apart. */
  #parted(cell: SheetCell, piece: string): readonly DishWords[] {
    const whole = dishWordsOf(piece);
    const tokens = closed(piece).split(/\s+(?![^(]*\))/);
    if (tokens.length < 2 || this.#match(whole.name).dish !== null) return [whole];
    const groups: string[] = [];
    for (const token of tokens)
      if (groups.length > 0 && priceIn(token) !== null) groups[groups.length - 1] += ` ${token}`;
      else groups.push(token);
    const dishes = groups.map(dishWordsOf);
    if (dishes.length < 2 || dishes.some(({ name }) => !/\p{Script=Han}{2}/u.test(name))) return [whole];
    if (dishes.some(({ name }) => this.#match(name).dish === null))
      this.#doubt(cell, 'blanks', false, dishes.map(({ name }) => name).join('、'));
    return dishes;
  }

  /** What the cells beside say of the price; told where it cannot be read, or several dishes share it. */
  #besides({ price, small, unit }: Spot, dishes: number): PriceWords {
    const read = (cell: SheetCell | null): PriceWords | null => {
      if (cell === null) return null;
      const words = cell.formula === 'unsaved' ? null : priceOf(cell);
      if (words === null || dishes > 1)
        this.#once(
          `${this.#sheet} ${cell.address}`,
          cell,
          cell.formula === 'unsaved' ? 'unsaved' : 'price',
          true,
        );
      return dishes > 1 ? null : words;
    };
    const [said, smaller] = [read(price), read(small)];
    return {
      price: said?.price ?? null,
      small: typeof smaller?.price === 'number' ? smaller.price : (said?.small ?? null),
      unit: (unit === null ? null : unitOf(unit.text)) ?? said?.unit ?? null,
    };
  }

  #add(on: MealRead & { dishes: DishRead[] }, cell: SheetCell, words: DishWords, besides: PriceWords): void {
    const { name } = words;
    if (!LETTER.test(name)) return this.#doubt(cell, 'not-a-name', true, name);
    if ([...name].length > MAX_NAME) return this.#doubt(cell, 'long', true);
    const { dish, like } = this.#match(name);
    const said = besides.price ?? words.price;
    if (said === 0) this.#doubt(cell, 'zero', false, name);
    const priceFen = said === 'free' || said === 0 ? null : (said ?? dish?.priceFen);
    const known = dish?.priceFen ?? 0;
    if (known > 0 && priceFen != null && (priceFen > known * LEAP_FACTOR || priceFen * LEAP_FACTOR < known))
      this.#doubt(cell, 'leap', false, name);
    const small = besides.small ?? words.small ?? (said === null ? (dish?.smallPriceFen ?? null) : null);
    const read: DishRead = {
      ...{ name: dish?.name ?? name, dish, like, priceFen },
      smallPriceFen: small !== null && priceFen != null && small < priceFen ? small : null,
      unit: besides.unit ?? words.unit ?? dish?.unit ?? 'portion',
      ...{ sheet: this.#sheet, address: cell.address },
    };
    const twin = on.dishes.find((one) => folded(one.name) === folded(read.name));
    if (twin !== undefined) {
      if (twin.priceFen !== read.priceFen) this.#doubt(cell, 'twice', true, name);
      return;
    }
    if (on.dishes.length === MAX_DISHES) return this.#doubt(cell, 'many', true, name);
    if (like !== null) this.#once(`like ${folded(name)}`, cell, 'like', false, name);
    on.dishes.push(read);
  }

  #doubt({ address, text }: SheetCell, reason: Reason, left: boolean, as = ''): void {
    this.#doubts.push({ sheet: this.#sheet, address, text, reason, left, as });
  }

  /** Said of the first cell alone. */
  #once(key: string, cell: SheetCell, reason: Reason, left: boolean, as = ''): void {
    if (this.#told.has(`${reason} ${key}`)) return;
    this.#told.add(`${reason} ${key}`);
    this.#doubt(cell, reason, left, as);
  }
}

/** 炖 排 骨, made as wide as its neighbours, is one word. */
const closed = (piece: string): string =>
  piece.replace(/(?<=(?:^|\s)\p{Script=Han})\s+(?=\p{Script=Han}(?:\s|$))/gu, '');

const order = ({ date, meal }: Pick<MealRead, 'date' | 'meal'>): string =>
  `${date} ${mealNames.indexOf(meal)}`;
