import Type from 'typebox';
import { DateField, Fen, IdField, OrNull, Shape, ShortText, UnixMs } from '../../../kernel/fields.schema.ts';
import { Dish, dishFields } from './dish.schema.ts';
import { MenuDraft } from './menu.schema.ts';

/** The menus of a plan that somebody has brought as a file; they become drafts, all of them or none. */
export const MenuImportArgs = Shape({
  importId: IdField('MenuImportId'),
  /** The file's name, as whoever chose it knows it. */
  from: ShortText,
  /** The dishes of it that the kitchen did not know. */
  dishes: Type.Array(Dish, { maxItems: 300 }),
  menus: Type.Array(
    Shape({
      menuId: IdField('MenuId'),
      /** The draft's version that it takes the place of; 0 where there was none. */
      baseVersion: Type.Integer({ minimum: 0 }),
      /** What is not said here of a dish is as the kitchen knows it. */
      items: Type.Array(
        Shape({
          dishId: IdField('DishId'),
          priceFen: OrNull(Fen),
          smallPriceFen: OrNull(Fen),
          unit: dishFields.unit,
        }),
        { minItems: 1, maxItems: 24 },
      ),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});

export const MenuImportUndoArgs = Shape({ importId: IdField('MenuImportId') });

/** What an import has changed, so that it can be taken back: row `menuImport` in `staff:ID`. */
export const MenuImport = Shape({
  id: IdField('MenuImportId'),
  from: ShortText,
  /** The name of who brought it. */
  by: OrNull(ShortText),
  /** The hub's time; 0 where it was not sure of it. */
  atMs: UnixMs,
  /** The last day it has a menu for. */
  lastDay: DateField,
  /** The dishes that came with it. */
  dishIds: Type.Array(IdField('DishId'), { maxItems: 300 }),
  /** They as they came, to tell what somebody has gone on with; absent where an older hub took them in. */
  dishes: Type.Optional(Type.Array(Dish, { maxItems: 300 })),
  menus: Type.Array(
    Shape({
      menuId: IdField('MenuId'),
      /** The draft's version that the import made. */
      version: Type.Integer({ minimum: 1 }),
      /** The draft that stood there before; null where there was none. */
      before: OrNull(MenuDraft),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});
