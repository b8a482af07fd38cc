import { Dish, DishChangeArgs, DishSaveArgs } from './dish.schema.ts';
import { MenuImport, MenuImportArgs, MenuImportUndoArgs } from './menu-import.schema.ts';
import {
  Menu,
  MenuAllBackArgs,
  MenuCloseArgs,
  MenuDraft,
  MenuDraftArgs,
  MenuDropDraftArgs,
  MenuEditing,
  MenuEditingReport,
  MenuLeftArgs,
  MenuPlan,
  MenuPlanSaveArgs,
  MenuPlanTurnArgs,
  MenuPublishArgs,
  MenuPublishAtArgs,
  MenuReminder,
  MenuSetSoldOutArgs,
  MenuSoldOutArgs,
  MenuWithdrawArgs,
} from './menu.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const menusSchemas = {
  rows: {
    dish: Dish,
    menu: Menu,
    menuDraft: MenuDraft,
    menuEditing: MenuEditing,
    menuImport: MenuImport,
    menuPlan: MenuPlan,
    menuReminder: MenuReminder,
  },
  args: {
    'dish.change': DishChangeArgs,
    'dish.save': DishSaveArgs,
    'menu.allBack': MenuAllBackArgs,
    'menu.close': MenuCloseArgs,
    'menu.draft': MenuDraftArgs,
    'menu.dropDraft': MenuDropDraftArgs,
    'menu.import': MenuImportArgs,
    'menu.importUndo': MenuImportUndoArgs,
    'menu.left': MenuLeftArgs,
    'menu.publish': MenuPublishArgs,
    'menu.publishAt': MenuPublishAtArgs,
    'menu.setSoldOut': MenuSetSoldOutArgs,
    'menu.soldOut': MenuSoldOutArgs,
    'menu.withdraw': MenuWithdrawArgs,
    'menuPlan.save': MenuPlanSaveArgs,
    'menuPlan.turn': MenuPlanTurnArgs,
  },
  reports: { menuEditing: MenuEditingReport },
} as const;
