import Type from 'typebox';
import { dishFields } from './dish.schema.ts';
import { MealName } from '../../centre/model/centre.schema.ts';
import {
  DateField,
  Fen,
  IdField,
  Line,
  OneOf,
  OrNull,
  Shape,
  ShortText,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** A dish as it stands on one menu: a copy, so that yesterday's menu keeps yesterday's price. */
const MenuItem = Shape({
  dishId: IdField('DishId'),
  ...dishFields,
  soldOut: Type.Boolean(),
  /** How many portions are left; absent or null where nobody has counted, and where it is sold out. */
  left: Type.Optional(OrNull(Type.Integer({ minimum: 1, maximum: 999 }))),
});
/** English is absent or null where nobody has translated it: then the Chinese is shown. */
const SetMeal = Shape({
  name: ShortText,
  nameEn: Type.Optional(OrNull(Line)),
  priceFen: Fen,
  text: Line,
  textEn: Type.Optional(OrNull(Line)),
  /** Absent while it can be had. */
  soldOut: Type.Optional(Type.Boolean()),
});
const noteFields = { note: OrNull(Line), noteEn: Type.Optional(OrNull(Line)) };
/** What a menu offers: what is published, drafted and planned alike. */
const offerFields = {
  items: Type.Array(MenuItem, { maxItems: 24 }),
  set: OrNull(SetMeal),
  ...noteFields,
};
/** The meal of a day in a canteen that a row is of, which its id names too. */
const mealFields = {
  id: IdField('MenuId'),
  date: DateField,
  meal: MealName,
  canteenId: IdField('CanteenId'),
};

/** One meal of one day in one canteen: row `menu` in `centre:ID`. */
export const Menu = Shape({
  ...mealFields,
  ...offerFields,
  /** Counts up by one with each publishing and each change of what is sold out, from 1. */
  version: Type.Integer({ minimum: 1 }),
  /** The version with which what it offers was put up; absent where that is this one, and not one that only says what is left. */
  offerVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  /** The hub's time; 0 where it was not sure of it. */
  publishedAtMs: UnixMs,
  /** The name of who published it, or stands behind the plan that did; null where a plan did before anybody had to. */
  publishedBy: OrNull(ShortText),
  /** Whether the repeating plan put it up and nobody has touched it since; absent where a person did. */
  byPlan: Type.Optional(Type.Boolean()),
  /** Why nothing is offered: taken down, or no meal that day. Absent while it is up. Its items are then none. */
  off: Type.Optional(OneOf(['withdrawn', 'closed'])),
  /** What guests are told of a meal that is closed, besides that it is. */
  why: Type.Optional(OrNull(ShortText)),
});

/** A menu that nobody has published yet: row `menuDraft` in `staff:ID`. Publishing it ends it. */
export const MenuDraft = Shape({
  ...mealFields,
  ...offerFields,
  /** Counts up by one each time it is saved, from 1. */
  version: Type.Integer({ minimum: 1 }),
  /** The name of who saved it. */
  savedBy: OrNull(ShortText),
  /** The hub's time; 0 where it was not sure of it. */
  savedAtMs: UnixMs,
  /** True where it was up, and was taken down. */
  withdrawn: Type.Optional(Type.Boolean()),
  /** When the hub is to publish it, and on whose word; absent where somebody is to press for it. */
  due: Type.Optional(
    Shape({
      /** The hub's time. */
      atMs: UnixMs,
      by: OrNull(ShortText),
      /** The menu's version that it is to take the place of, whatever is left of that by then; 0 where there was none. */
      upon: Type.Integer({ minimum: 0 }),
      /** True once that time came and another offer stood there: nothing was published, and somebody is to look. */
      missed: Type.Optional(Type.Boolean()),
    }),
  ),
});

/** A canteen is late with a meal's menu: row `menuReminder` in `staff:ID`, gone once that is published or closed. */
export const MenuReminder = Shape({ ...mealFields, sinceMs: UnixMs });

/** Who is writing a menu just now: row `menuEditing` in `staff:ID`, for a console. Believed for two minutes. */
export const MenuEditing = Shape({
  id: IdField('DeviceId'),
  menuId: IdField('MenuId'),
  by: ShortText,
  /** The hub's time. */
  atMs: UnixMs,
});
/** A console says which menu is written on it; null once none is. */
export const MenuEditingReport = Type.Object({ menuId: OrNull(IdField('MenuId')) });

/** How many came to a meal, as the canteen has counted them: row `mealCount` in `staff:ID`. */
export const MealCount = Shape({
  ...mealFields,
  count: Type.Integer({ minimum: 0, maximum: 9999 }),
  /** The name of who said so. */
  by: OrNull(ShortText),
  /** The hub's time; 0 where it was not sure of it. */
  atMs: UnixMs,
});

const planFields = {
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
};

/**
 * The menus that repeat: row `menuPlan` in `staff:ID`. Day i of the cycle serves the dates with (date − anchor) mod days = i.
 * It makes drafts; the hub publishes them where somebody stands behind that.
 */
export const MenuPlan = Shape({
  ...planFields,
  /** Counts up by one each time its days are changed; absent where they never were. */
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  /** True where it makes no drafts for now. */
  stopped: Type.Optional(Type.Boolean()),
  /** Who stands behind what the hub publishes by it, and since which day; absent or null where it only makes drafts. */
  publishing: Type.Optional(OrNull(Shape({ by: ShortText, since: OrNull(DateField) }))),
});

export const MenuPublishArgs = Shape({
  menuId: IdField('MenuId'),
  items: Type.Array(MenuItem, { minItems: 1, maxItems: 24 }),
  set: OrNull(SetMeal),
  ...noteFields,
  /** The version the editor started from; 0 when there was no menu. */
  baseVersion: Type.Integer({ minimum: 0 }),
  /** That of the draft that is published with it, 0 where there was none; absent where whatever is drafted is. */
  draftVersion: Type.Optional(Type.Integer({ minimum: 0 })),
});
export const MenuSoldOutArgs = Shape({
  menuId: IdField('MenuId'),
  dishId: IdField('DishId'),
  soldOut: Type.Boolean(),
});
/** How many portions of a dish are left: 0 is sold out, null is nobody's guess. */
export const MenuLeftArgs = Shape({
  menuId: IdField('MenuId'),
  dishId: IdField('DishId'),
  left: OrNull(Type.Integer({ minimum: 0, maximum: 999 })),
});
export const MenuSetSoldOutArgs = Shape({ menuId: IdField('MenuId'), soldOut: Type.Boolean() });
export const MenuAllBackArgs = Shape({ menuId: IdField('MenuId') });
/** Null takes back what was said. */
export const MealCountSetArgs = Shape({
  menuId: IdField('MenuId'),
  count: OrNull(Type.Integer({ minimum: 0, maximum: 9999 })),
});
const baseVersion = Type.Integer({ minimum: 0 });
export const MenuWithdrawArgs = Shape({ menuId: IdField('MenuId'), baseVersion });
export const MenuCloseArgs = Shape({ menuId: IdField('MenuId'), why: OrNull(ShortText), baseVersion });
/** `baseVersion` is the draft's: 0 where there was none. */
export const MenuDraftArgs = Shape({ menuId: IdField('MenuId'), ...offerFields, baseVersion });
/** Keeps a draft that the hub publishes at a time; `upon` is the version of the menu that it takes the place of. */
export const MenuPublishAtArgs = Shape({
  menuId: IdField('MenuId'),
  ...offerFields,
  items: Type.Array(MenuItem, { minItems: 1, maxItems: 24 }),
  baseVersion,
  upon: Type.Integer({ minimum: 0 }),
  atMs: UnixMs,
});
export const MenuDropDraftArgs = Shape({ menuId: IdField('MenuId'), baseVersion });
/** `baseVersion` is the plan's: 0 where there was none, or it has none. */
export const MenuPlanSaveArgs = Shape({ plan: Shape(planFields), baseVersion });
export const MenuPlanTurnArgs = Shape({
  planId: IdField('MenuPlanId'),
  to: OneOf(['stopped', 'drafts', 'publishing']),
});
