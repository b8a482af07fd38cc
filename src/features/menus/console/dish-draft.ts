import { checkDish } from '../model/check-menu.ts';
import { newDish as plainDish } from '../model/new-dish.ts';
import type { Dish } from '../model/menu.ts';
import type { FieldProblem } from '../../../kernel/check.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { same } from '../../../kernel/same.ts';

type Typed = 'price' | 'small' | 'energyKcal' | 'fatG' | 'saltG';

/** A dish of the kitchen's list as somebody writes it: figures stay as they were typed. */
export interface DishDraft extends Readonly<Record<Typed, string>> {
  readonly dish: Dish;
  /** Whether it is refilled for nothing: then nobody is asked for a price. */
  readonly free: boolean;
}

const figure = (value: number | null): string => (value === null ? '' : String(value));

/** A dish that says what the kitchen's list says. */
export const draftOfDish = (dish: Dish): DishDraft => ({
  dish,
  free: dish.priceFen === null,
  price: dish.priceFen === null ? '' : formatPrice(dish.priceFen),
  small: dish.smallPriceFen === null ? '' : formatPrice(dish.smallPriceFen),
  energyKcal: figure(dish.energyKcal),
  fatG: figure(dish.fatG),
  saltG: figure(dish.saltG),
});

/** A dish that nobody has cooked yet, with nothing said of it but its name. */
export const newDish = (id: Dish['id'], name: string): DishDraft => ({
  ...draftOfDish(plainDish(id, name)),
  free: false,
});

/** What would be saved, or what has to be put right first. */
export function dishIn(draft: DishDraft): Result<Dish, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const read = <T>(field: string, parsed: Result<T, string>, otherwise: T): T => {
    if (parsed.ok) return parsed.value;
    problems.push({ field, code: parsed.error });
    return otherwise;
  };
  const { dish, free, price, small } = draft;
  const priceFen = free ? null : read('priceFen', pricedAt(price), 0);
  const smallPriceFen = free || small.trim() === '' ? null : read('smallPriceFen', pricedAt(small), 0);
  const written: Dish = {
    ...dish,
    name: dish.name.trim(),
    nameEn: orNone(dish.nameEn),
    ...(dish.shortName === undefined ? {} : { shortName: orNone(dish.shortName) }),
    ...(dish.shortNameEn === undefined ? {} : { shortNameEn: orNone(dish.shortNameEn) }),
    ...(dish.ingredients === undefined ? {} : { ingredients: orNone(dish.ingredients) }),
    priceFen,
    smallPriceFen,
    energyKcal: read('energyKcal', figureIn(draft.energyKcal, 5000), null),
    fatG: read('fatG', figureIn(draft.fatG, 500), null),
    saltG: read('saltG', figureIn(draft.saltG, 100), null),
  };
  const unread = new Set(problems.map(({ field }) => field));
  const isMisled = ({ field }: FieldProblem): boolean =>
    unread.has(field) || (field === 'smallPriceFen' && unread.has('priceFen'));
  problems.push(...checkDish(written).filter((one) => !isMisled(one)));
  return problems.length > 0 ? err(problems) : ok(written);
}

/** What of a dish is another than it was: what nobody has touched is left to whoever does. */
export function changesOf(before: Dish, after: Dish): ArgsOf<'dish.change'>['change'] {
  const entries = Object.entries(after).filter(
    ([field, value]) => field !== 'id' && !same(value, Reflect.get(before, field) ?? null),
  );
  return Object.fromEntries(entries);
}

/** A price that one pays: 0 is a slip, or free, and nobody but the kitchen knows which. */
function pricedAt(typed: string): Result<number, string> {
  const parsed = parsePrice(typed);
  return parsed.ok && parsed.value === 0 ? err('zero') : parsed;
}

function figureIn(typed: string, most: number): Result<number | null, string> {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return ok(null);
  const value = Number(plain);
  return /^\d+(\.\d+)?$/.test(plain) && value <= most ? ok(value) : err('not-a-figure');
}

const orNone = (typed: string | null): string | null => typed?.trim() || null;
