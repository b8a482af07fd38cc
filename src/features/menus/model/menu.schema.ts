import Type from 'typebox';
import { dishFields } from './dish.schema.ts';
import { MealName } from '../../centre/model/centre.schema.ts';
import {
  DateField,
  Fen,
  IdField,
  Line,
  OrNull,
  Shape,
  ShortText,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** A dish as it stands on one menu: a copy, so that yesterday's menu keeps yesterday's price. */
const MenuItem = Shape({ dishId: IdField('DishId'), ...dishFields, soldOut: Type.Boolean() });
/** English is absent or null where nobody has translated it: then the Chinese is shown. */
const SetMeal = Shape({
  name: ShortText,
  nameEn: Type.Optional(OrNull(Line)),
  priceFen: Fen,
  text: Line,
  textEn: Type.Optional(OrNull(Line)),
});
const noteFields = { note: OrNull(Line), noteEn: Type.Optional(OrNull(Line)) };

/** One meal of one day in one canteen: row `menu` in `centre:ID`. */
export const Menu = Shape({
  id: IdField('MenuId'),
  date: DateField,
  meal: MealName,
  canteenId: IdField('CanteenId'),
  items: Type.Array(MenuItem, { maxItems: 24 }),
  set: OrNull(SetMeal),
  ...noteFields,
  /** Counts up by one with each publishing and each change of what is sold out, from 1. */
  version: Type.Integer({ minimum: 1 }),
  /** The hub's time; 0 where it was not sure of it. */
  publishedAtMs: UnixMs,
  /** The name of who published it; null when the repeating plan did. */
  publishedBy: OrNull(ShortText),
});

/** The menus that repeat: row `menuPlan` in `staff:ID`. Day i of the cycle serves the dates with (date − anchor) mod days = i. */
export const MenuPlan = Shape({
  id: IdField('MenuPlanId'),
  canteenId: IdField('CanteenId'),
  anchor: DateField,
  days: Type.Array(
    Type.Array(
      Shape({
        meal: MealName,
        dishIds: Type.Array(IdField('DishId'), { maxItems: 24 }),
        set: OrNull(SetMeal),
        ...noteFields,
      }),
      {
        maxItems: 3,
      },
    ),
    { minItems: 1, maxItems: 28 },
  ),
});

export const MenuPublishArgs = Shape({
  menuId: IdField('MenuId'),
  items: Type.Array(MenuItem, { minItems: 1, maxItems: 24 }),
  set: OrNull(SetMeal),
  ...noteFields,
  /** The version the editor started from; 0 when there was no menu. */
  baseVersion: Type.Integer({ minimum: 0 }),
});
export const MenuSoldOutArgs = Shape({
  menuId: IdField('MenuId'),
  dishId: IdField('DishId'),
  soldOut: Type.Boolean(),
});
