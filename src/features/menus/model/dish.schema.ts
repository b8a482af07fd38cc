import Type from 'typebox';
import {
  DateField,
  Fen,
  IdField,
  Line,
  MediaRef,
  OneOf,
  OrNull,
  Shape,
  ShortText,
} from '../../../kernel/fields.schema.ts';

const DishTag = OneOf(['low-salt', 'soft', 'halal', 'vegetarian', 'low-sugar', 'spicy']);
const Allergen = OneOf(['egg', 'fish', 'shellfish', 'milk', 'soy', 'peanut', 'nut', 'gluten', 'sesame']);
/** What a price is for. */
const Unit = OneOf(['portion', 'bowl', 'piece', 'jin', 'person']);
const Drawing = OneOf([
  'meat',
  'fish',
  'egg',
  'greens',
  'tofu',
  'soup',
  'rice',
  'noodles',
  'bun',
  'porridge',
  'fruit',
]);

export const dishFields = {
  name: ShortText,
  /** What a television says in place of a name that is long for its row; absent or null where the name does. */
  shortName: Type.Optional(OrNull(ShortText)),
  nameEn: OrNull(Line),
  /** The same for a name in English, which is longer by far. */
  shortNameEn: Type.Optional(OrNull(ShortText)),
  tags: Type.Array(DishTag, { maxItems: 4 }),
  allergens: Type.Array(Allergen, { maxItems: 9 }),
  /** Fen for one unit; null means free, with free refills. */
  priceFen: OrNull(Fen),
  unit: Unit,
  /** Fen for the small portion, where one is offered. */
  smallPriceFen: OrNull(Fen),
  photo: OrNull(MediaRef),
  /** What is drawn where there is no photo. */
  drawing: Drawing,
  energyKcal: OrNull(Type.Number({ minimum: 0, maximum: 5000 })),
  fatG: OrNull(Type.Number({ minimum: 0, maximum: 500 })),
  saltG: OrNull(Type.Number({ minimum: 0, maximum: 100 })),
  /** What it is made of, in words; absent or null where the kitchen has not said. */
  ingredients: Type.Optional(OrNull(Line)),
  ingredientsEn: Type.Optional(OrNull(Line)),
};

/** Whether it is no longer cooked: kept, as menus that were say its name, and not offered. Absent is false. */
const archived = Type.Optional(Type.Boolean());
/** A dish the kitchen knows: row `dish` in `centre:ID`. */
export const Dish = Shape({ id: IdField('DishId'), ...dishFields, archived });

export const DishSaveArgs = Shape({ dish: Dish });
export const DishChangeArgs = Shape({
  dishId: IdField('DishId'),
  /** What of it is another now; what is absent stays. */
  change: Type.Partial(Shape({ ...dishFields, archived })),
  /** The first day whose menus are changed with it; null for none. */
  from: OrNull(DateField),
});
