import type { CivilDate } from '../../../../kernel/time.ts';
import type { Workbook } from '../../../../kernel/workbook.ts';
import type { Dish, MealName, MenuItem } from '../menu.ts';

/** What is to be known to understand a kitchen's plan. */
export interface ReadWith {
  readonly dishes: readonly Dish[];
  /** The meals that the centre serves. */
  readonly meals: readonly MealName[];
  /** The days of the week that is meant where the plan names none. */
  readonly week: { readonly from: CivilDate; readonly to: CivilDate };
  /** No menu is written for a day before it. */
  readonly today: CivilDate;
}

/** A dish as it was understood, and where it stands. */
export interface DishRead {
  readonly name: string;
  /** That of the library with this name; null where it is new. */
  readonly dish: Dish | null;
  /** One of the library with nearly this name, where it is new. */
  readonly like: Dish | null;
  /** Fen for one unit; null is free. Undefined where neither the plan nor the library says it. */
  readonly priceFen: number | null | undefined;
  readonly smallPriceFen: number | null;
  readonly unit: MenuItem['unit'];
  readonly sheet: string;
  readonly address: string;
}

/** A meal of a day as it was understood. */
export interface MealRead {
  readonly date: CivilDate;
  readonly meal: MealName;
  readonly dishes: readonly DishRead[];
}

/**
 * Why a cell is doubted (`understood` and taken over all the same) or was not taken over.
 * - `like`: nearly a dish of the library; `blanks`: one dish, or several with blanks between; `zero`: 0 is taken for free;
 *   `leap`: more than five times, or less than a fifth of, what the library says; `meal`: no meal is said, taken for lunch.
 * - `price`: no price; `day`: no day to be found; `past`, `not-served`: a day that is over, a meal the centre does not serve;
 *   `error`: #REF! and its like; `unsaved`: a formula without its value; `long`: a name over 40 characters; `many`: over 24
 *   dishes; `twice`: there already; `same-as`: 同上; `closed`: no meal that day; `not-a-name`: a name without a letter.
 */
export type Reason =
  | 'like'
  | 'blanks'
  | 'zero'
  | 'leap'
  | 'meal'
  | 'price'
  | 'day'
  | 'past'
  | 'not-served'
  | 'error'
  | 'unsaved'
  | 'long'
  | 'many'
  | 'twice'
  | 'same-as'
  | 'closed'
  | 'not-a-name';

/** A cell that somebody should look at. */
export interface Doubt {
  readonly sheet: string;
  readonly address: string;
  /** What stands there. */
  readonly text: string;
  readonly reason: Reason;
  /** Whether it was left out; otherwise it was understood as `as`. */
  readonly left: boolean;
  readonly as: string;
}

export interface WeekRead {
  /** By day and meal. */
  readonly meals: readonly MealRead[];
  readonly doubts: readonly Doubt[];
  /** Whether the plan says of no day of the year which it is: the week is then the one that was asked for. */
  readonly isWeekGuessed: boolean;
  /** What was left out unseen, as people name it: hidden rows and columns, hidden sheets. */
  readonly hidden: { readonly rows: number; readonly columns: number; readonly sheets: readonly string[] };
  /** The sheets in which no plan was found though something stands there. */
  readonly notUnderstood: readonly string[];
}

/** What of a workbook is hidden. */
export const hiddenIn = ({ sheets, hiddenSheets }: Workbook): WeekRead['hidden'] => ({
  rows: sheets.reduce((sum, { hiddenRows }) => sum + hiddenRows.length, 0),
  columns: sheets.reduce((sum, { hiddenColumns }) => sum + hiddenColumns.length, 0),
  sheets: hiddenSheets,
});
