import {
  isBoolean,
  isNumber,
  isString,
  isText,
  listOf,
  orNull,
  shape,
  type Guard,
} from '../../../kernel/guards.ts';
import type { Dish } from '../model/menu.ts';
import type { DishDraft } from './dish-draft.ts';

/** A dish's form as it is kept while somebody is at it. */
export interface DishForm {
  readonly draft: DishDraft;
  /** The dish as it was when they began; null for a new one. */
  readonly base: Dish | null;
}

const hasDish = shape({
  id: isText,
  name: isString,
  priceFen: orNull(isNumber),
  smallPriceFen: orNull(isNumber),
  unit: isText,
  drawing: isText,
  photo: orNull(isText),
  tags: listOf(isText),
  allergens: listOf(isText),
});
const isDish: Guard<Dish> = (value): value is Dish => hasDish(value);
const isDraft = shape<DishDraft>({
  dish: isDish,
  free: isBoolean,
  price: isString,
  small: isString,
  energyKcal: isString,
  fatG: isString,
  saltG: isString,
});

/** Of a form that was left half filled in. */
export const isDishForm = shape<DishForm>({ draft: isDraft, base: orNull(isDish) });

/** By what a dish that the kitchen has not cooked yet is known again: the name that somebody began it with. */
export const keptAsNew = (name: string): string => `new ${name}`.trim();
