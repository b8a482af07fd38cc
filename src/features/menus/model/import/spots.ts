import type { Sheet, SheetCell } from '../../../../kernel/workbook.ts';
import type { MealName } from '../menu.ts';
import { dayWordsOf, daysInTitle, mealIn, narrow, type Days, type DayWords } from './day-words.ts';
import { roleOf, type Role } from './headings.ts';
import { priceOf } from './price-words.ts';
import { tableOf, type TableRow } from './table.ts';

/** A cell with dishes in it, and what stands around it says of them. */
export interface Spot {
  readonly cell: SheetCell;
  readonly day: DayWords | null;
  /** `other` is one that no meal of ours is. */
  readonly meal: MealName | 'other' | null;
  /** The days of the plan that it stands under; null where no title has named any. */
  readonly plan: Days | null;
  readonly price: SheetCell | null;
  readonly small: SheetCell | null;
  readonly unit: SheetCell | null;
}

interface Column {
  day?: DayWords;
  meal?: MealName;
  role?: Role;
}

/** What is beside the dishes of a plan: who made it, what may change. */
const isRemark = (text: string): boolean =>
  /^(备注|说明|注|温馨提示|提示|制表|制表人|审核|审核人|厨师|厨师长|负责人|联系电话|电话|地址|营养分析)\s*[:：]/.test(
    text,
  );

/** How a cell is read by itself. */
interface Labels {
  readonly day: DayWords | null;
  readonly meal: MealName | null;
  readonly role: Role | null;
}

/**
 * The dishes of a sheet with their days and meals, whichever way it is laid out: a row a dish under headings in any order,
 * days across and meals down, meals or kinds of dish across and days down; with or without a title, one block or several.
 */
export function spotsIn(sheet: Sheet, from1904: boolean, near: string): readonly Spot[] {
  const walk = new Walk(from1904, near, sheet.name);
  for (const row of tableOf(sheet).rows) walk.step(row);
  return walk.spots;
}

class Walk {
  readonly spots: Spot[] = [];
  readonly #seen = new Set<string>();
  #columns = new Map<number, Column>();
  /** The row before was one of headings: what follows at once adds to it. */
  #inHead = false;
  #plan: Days | null;
  #sheetMeal: MealName | null;
  readonly #sheetDay: DayWords | null;
  #day: { readonly words: DayWords; readonly of: readonly SheetCell[] } | null = null;
  #meal: MealName | 'other' | null = null;

  readonly #from1904: boolean;
  readonly #near: string;

  constructor(from1904: boolean, near: string, name: string) {
    this.#from1904 = from1904;
    this.#near = near;
    this.#plan = daysInTitle(name, near);
    this.#sheetMeal = mealNamed(name);
    this.#sheetDay = dayWordsOf(wordsOnly(name), false);
  }

  step(row: TableRow): void {
    const labels = new Map([...row.at].map(([column, cell]) => [column, this.#labelsOf(cell, column)]));
    if (this.#isHead(row, labels)) {
      if (!this.#inHead) this.#begin();
      for (const [column, said] of labels) this.#head(column, said);
      this.#inHead = true;
      return;
    }
    if (this.#isTitle(row)) return;
    this.#inHead = false;
    this.#note(row, labels);
    for (const [column, cell] of row.at) this.#take(row, column, cell, labels.get(column));
  }

  #labelsOf(cell: SheetCell, column: number): Labels {
    const role = this.#columns.get(column)?.role;
    if (role === 'dish' || role === 'price') return { day: null, meal: null, role: roleOf(cell) };
    return {
      day: dayWordsOf(cell, this.#from1904, role === 'day'),
      meal: mealIn(cell.text),
      role: roleOf(cell),
    };
  }

  #begin(): void {
    this.#columns = new Map();
    this.#day = null;
    this.#meal = null;
  }

  #head(column: number, { day, meal, role }: Labels): void {
    const known = this.#columns.get(column) ?? {};
    if (day !== null && (known.day === undefined || day.monthDay !== null)) known.day = day;
    if (meal !== null) known.meal = meal;
    if (role !== null) known.role = role;
    this.#columns.set(column, known);
  }

  /** A row of headings: several days, several meals, or several names of columns. */
  #isHead(row: TableRow, labels: ReadonlyMap<number, Labels>): boolean {
    const own = [...labels].filter(([column]) => isOwnIn(row, column)).map(([, said]) => said);
    const several = (values: readonly (string | number | null | undefined)[]): boolean =>
      new Set(values.filter((value) => value != null)).size > 1;
    const roles = own.map(({ role }) => role).filter((role) => role !== null);
    const names = roles.filter((role) => role !== 'category');
    return (
      several(own.map(({ day }) => (day?.weekday === null ? null : day?.weekday))) ||
      several(own.map(({ day }) => day?.monthDay)) ||
      several(own.map(({ meal }) => meal)) ||
      names.length > 1 ||
      (names.length === 1 && roles.length > 2) ||
      (roles.length > 1 && roles.length === own.length)
    );
  }

  /** A line over all of it: the days or the meal of what follows, or nothing that is known. */
  #isTitle(row: TableRow): boolean {
    const cells = new Set(row.at.values());
    const days = [...cells].map(({ text }) => daysInTitle(text, this.#near)).find((found) => found !== null);
    if (days !== undefined) {
      this.#plan = days;
      return true;
    }
    const [only] = cells;
    if (this.#columns.size > 0 || cells.size !== 1 || only === undefined) return false;
    this.#sheetMeal = mealNamed(only.text) ?? this.#sheetMeal;
    return dayWordsOf(only, this.#from1904) === null && mealIn(only.text) === null;
  }

  /** The row's own day and meal, or those of the rows above it. */
  #note(row: TableRow, labels: ReadonlyMap<number, Labels>): void {
    const columns = [...this.#columns.values()];
    const daysAcross = columns.some(({ day }) => day !== undefined);
    const isAt = (column: number, role: Role): boolean =>
      this.#isOf(column, role) || !columns.some((one) => one.role === role);
    const own = [...labels].filter(([column]) => isOwnIn(row, column));
    // A day or a meal that nobody can read is not the one above it.
    if (!daysAcross && own.some(([column, { day }]) => this.#isOf(column, 'day') && day === null))
      this.#day = null;
    for (const [column, { day }] of labels) {
      const cell = row.at.get(column);
      if (cell !== undefined && day !== null && !daysAcross && isAt(column, 'day')) this.#turnTo(day, cell);
    }
    if (own.some(([column, { meal }]) => this.#isOf(column, 'meal') && meal === null)) this.#meal = 'other';
    for (const [column, { meal }] of labels) if (meal !== null && isAt(column, 'meal')) this.#meal = meal;
  }

  #isOf(column: number, role: Role): boolean {
    return this.#columns.get(column)?.role === role;
  }

  /** Another day begins, or the same one is named by its weekday too. */
  #turnTo(day: DayWords, cell: SheetCell): void {
    const of = this.#day?.of ?? [];
    if (of.includes(cell)) return;
    const isSame = this.#day !== null && of.some(({ row }) => row === cell.row);
    this.#day =
      isSame && this.#day !== null
        ? { words: joined(this.#day.words, day), of: [...of, cell] }
        : { words: day, of: [cell] };
    if (!isSame) this.#meal = null;
  }

  #take(row: TableRow, column: number, cell: SheetCell, labels: Labels | undefined): void {
    const known = this.#columns.get(column) ?? {};
    if (labels === undefined || labels.day !== null || labels.meal !== null || isRemark(cell.text)) return;
    if (!this.#holdsDishes(row, column, known)) return;
    const day = known.day ?? this.#day?.words ?? this.#sheetDay;
    const meal = known.meal ?? this.#meal ?? this.#sheetMeal;
    const key = `${cell.address} ${JSON.stringify(day)} ${meal}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.spots.push({
      ...{ cell, day, meal, plan: this.#plan },
      price: this.#beside(row, column, 'price'),
      small: this.#beside(row, column, 'small'),
      unit: this.#beside(row, column, 'unit'),
    });
  }

  #holdsDishes(row: TableRow, column: number, known: Column): boolean {
    const all = [...this.#columns.values()];
    if (all.some(({ role }) => role === 'dish')) return known.role === 'dish';
    if (known.role !== undefined && known.role !== 'category') return false;
    if (all.some(({ day }) => day !== undefined)) return known.day !== undefined;
    if (all.some(({ meal }) => meal !== undefined)) return known.meal !== undefined;
    if (all.some(({ role }) => role === 'category')) return known.role === 'category';
    // No headings at all: what is no day, no meal and no price is food, once a day has been named.
    const cell = row.at.get(column);
    return cell !== undefined && (this.#day ?? this.#sheetDay) !== null && priceOf(cell) === null;
  }

  /** What stands of a kind in the columns that follow a dish, up to the next one; else in the row's only column of it. */
  #beside(row: TableRow, column: number, role: 'price' | 'small' | 'unit'): SheetCell | null {
    if (this.#columns.size === 0) {
      const next = row.at.get(column + 1);
      return role === 'price' && next !== undefined && priceOf(next) !== null ? next : null;
    }
    const of = (wanted: Role): readonly number[] =>
      [...this.#columns].filter(([, one]) => one.role === wanted).map(([at]) => at);
    const next = of('dish').find((at) => at > column) ?? Number.POSITIVE_INFINITY;
    const after = of(role).find((at) => at > column && at < next);
    const at = after ?? (of('dish').length === 1 ? of(role)[0] : undefined);
    return at === undefined ? null : (row.at.get(at) ?? null);
  }
}

const isOwnIn = (row: TableRow, column: number): boolean => {
  const cell = row.at.get(column);
  return cell !== undefined && cell.row === row.row && cell.column === column;
};

/** A day of the year and one of the week in the same row are one day. */
const joined = (a: DayWords, b: DayWords): DayWords => ({
  year: a.year ?? b.year,
  monthDay: a.monthDay ?? b.monthDay,
  weekday: a.weekday ?? b.weekday,
});

/** The one meal that a title is of: 午餐菜单. */
function mealNamed(text: string): MealName | null {
  const named = (narrow(text).match(/[早午中晚]餐/g) ?? []).map(mealIn);
  const [meal] = named;
  return meal !== undefined && new Set(named).size === 1 ? meal : null;
}

const wordsOnly = (text: string): SheetCell => ({
  address: '',
  row: 0,
  column: 0,
  text,
  value: text,
  date: null,
  formula: 'none',
  spans: { rows: 1, columns: 1 },
});
