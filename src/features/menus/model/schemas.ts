import { Dish, DishChangeArgs, DishSaveArgs } from './dish.schema.ts';
import { Menu, MenuPlan, MenuPublishArgs, MenuSoldOutArgs } from './menu.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const menusSchemas = {
  rows: {
    dish: Dish,
    menu: Menu,
    menuPlan: MenuPlan,
  },
  args: {
    'dish.change': DishChangeArgs,
    'dish.save': DishSaveArgs,
    'menu.publish': MenuPublishArgs,
    'menu.soldOut': MenuSoldOutArgs,
  },
} as const;
