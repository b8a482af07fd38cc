import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { dishChange, dishSave } from './dish.mutations.ts';
import type { Dish } from './dish.schema.ts';
import { menuImport, menuImportUndo } from './menu-import.mutations.ts';
import type { MenuImport } from './menu-import.schema.ts';
import { menuClose, menuDraft, menuDropDraft, menuWithdraw } from './menu-life.mutations.ts';
import { menuPlanSave, menuPlanTurn } from './menu-plan.mutations.ts';
import { mealCountSet } from './headcount.ts';
import { menuPublish } from './menu.mutations.ts';
import { menuPublishAt } from './publish-at.ts';
import { takeMenuEditing } from './menu-editing.ts';
import type {
  MealCount,
  Menu,
  MenuDraft,
  MenuEditing,
  MenuEditingReport,
  MenuPlan,
  MenuReminder,
} from './menu.schema.ts';
import { menuAllBack, menuLeft, menuSetSoldOut, menuSoldOut } from './sold-out.mutations.ts';
import { undrafted } from './undrafted.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    dish: Static<typeof Dish>;
    menu: Static<typeof Menu>;
    menuDraft: Static<typeof MenuDraft>;
    menuImport: Static<typeof MenuImport>;
    mealCount: Static<typeof MealCount>;
    menuEditing: Static<typeof MenuEditing>;
    menuPlan: Static<typeof MenuPlan>;
    menuReminder: Static<typeof MenuReminder>;
  }
}
declare module '../../../kernel/report.ts' {
  interface Reports {
    menuEditing: Static<typeof MenuEditingReport>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'dish.change': typeof dishChange;
    'dish.save': typeof dishSave;
    'mealCount.set': typeof mealCountSet;
    'menu.allBack': typeof menuAllBack;
    'menu.close': typeof menuClose;
    'menu.draft': typeof menuDraft;
    'menu.dropDraft': typeof menuDropDraft;
    'menu.import': typeof menuImport;
    'menu.importUndo': typeof menuImportUndo;
    'menu.left': typeof menuLeft;
    'menu.publish': typeof menuPublish;
    'menu.publishAt': typeof menuPublishAt;
    'menu.setSoldOut': typeof menuSetSoldOut;
    'menu.soldOut': typeof menuSoldOut;
    'menu.withdraw': typeof menuWithdraw;
    'menuPlan.save': typeof menuPlanSave;
    'menuPlan.turn': typeof menuPlanTurn;
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
    menuDraft: {
      v: 1,
      key: 'the date, meal and canteen, as the menu’s',
      dayFirst: true,
      in: { staff: { for: 'days', days: 7, since: ({ date }) => date, afterwards: 'gone' } },
      without: undrafted,
    },
    menuImport: {
      v: 1,
      key: 'the import',
      in: { staff: { for: 'days', days: 7, since: ({ lastDay }) => lastDay, afterwards: 'gone' } },
    },
    menuReminder: {
      v: 1,
      key: 'the date, meal and canteen, as the menu’s',
      dayFirst: true,
      in: { staff: { for: 'days', days: 1, since: ({ date }) => date, afterwards: 'gone' } },
    },
    mealCount: {
      v: 1,
      key: 'the date, meal and canteen, as the menu’s',
      dayFirst: true,
      in: { staff: { for: 'days', days: 70, since: ({ date }) => date, afterwards: 'archive' } },
    },
    menuEditing: {
      v: 1,
      key: 'the console',
      in: {
        staff: { for: 'days', days: 1, since: ({ atMs }, dayAt) => dayAt(atMs), afterwards: 'gone' },
      },
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
    'mealCount.set': mealCountSet,
    'menu.allBack': menuAllBack,
    'menu.close': menuClose,
    'menu.draft': menuDraft,
    'menu.dropDraft': menuDropDraft,
    'menu.import': menuImport,
    'menu.importUndo': menuImportUndo,
    'menu.left': menuLeft,
    'menu.publish': menuPublish,
    'menu.publishAt': menuPublishAt,
    'menu.setSoldOut': menuSetSoldOut,
    'menu.soldOut': menuSoldOut,
    'menu.withdraw': menuWithdraw,
    'menuPlan.save': menuPlanSave,
    'menuPlan.turn': menuPlanTurn,
  },
  words: {
    'dish.change': 'staff.change.dishSave',
    'dish.save': 'staff.change.dishSave',
    'mealCount.set': 'staff.change.mealCountSet',
    'menu.allBack': 'staff.change.menuAllBack',
    'menu.close': 'staff.change.menuClose',
    'menu.draft': 'staff.change.menuDraft',
    'menu.dropDraft': 'staff.change.menuDropDraft',
    'menu.import': 'staff.change.menuImport',
    'menu.importUndo': 'staff.change.menuImportUndo',
    'menu.left': 'staff.change.menuLeft',
    'menu.publish': 'staff.change.menuPublish',
    'menu.publishAt': 'staff.change.menuPublishAt',
    'menu.setSoldOut': 'staff.change.menuSetSoldOut',
    'menu.soldOut': 'staff.change.menuSoldOut',
    'menu.withdraw': 'staff.change.menuWithdraw',
    'menuPlan.save': 'staff.change.menuPlanSave',
    'menuPlan.turn': 'staff.change.menuPlanTurn',
  },
  reports: { menuEditing: takeMenuEditing },
});
