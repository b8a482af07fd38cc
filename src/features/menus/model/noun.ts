import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { dishChange, dishSave } from './dish.mutations.ts';
import { menuPublish, menuSoldOut } from './menu.mutations.ts';
import type { Dish } from './dish.schema.ts';
import type { Menu, MenuPlan } from './menu.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    dish: Static<typeof Dish>;
    menu: Static<typeof Menu>;
    menuPlan: Static<typeof MenuPlan>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'dish.change': typeof dishChange;
    'dish.save': typeof dishSave;
    'menu.publish': typeof menuPublish;
    'menu.soldOut': typeof menuSoldOut;
  }
}

export const menus = defineNoun({
  rows: {
    dish: {
      v: 1,
      key: 'the dish',
      in: { centre: standing },
    },
    menu: {
      v: 1,
      key: 'the date, meal and canteen: `2026-11-28.lunch.main`',
      dayFirst: true,
      in: { centre: { for: 'days', days: 7, since: ({ date }) => date, afterwards: 'archive' } },
    },
    menuPlan: {
      v: 1,
      key: 'the canteen',
      in: { staff: standing },
    },
  },
  mutations: {
    'dish.change': dishChange,
    'dish.save': dishSave,
    'menu.publish': menuPublish,
    'menu.soldOut': menuSoldOut,
  },
  words: {
    'dish.change': 'staff.change.dishSave',
    'dish.save': 'staff.change.dishSave',
    'menu.publish': 'staff.change.menuPublish',
    'menu.soldOut': 'staff.change.menuSoldOut',
  },
});
