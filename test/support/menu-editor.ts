import { LlStaffMenuEditor } from '../../src/features/menus/console/staff-menu-editor.ts';
import { menuId, type Menu, type MenuItem } from '../../src/features/menus/model/menu.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/mutation.ts';
import type { FakeStore } from './fake-store.ts';
import { deepAll, mount, settled } from './mount.ts';
import { menuItem } from './rows.ts';

/*
 * A menu of three dishes in the console's editor, and how to find one's way in it.
 */

export const canteen: Actor = {
  type: 'staff',
  deviceId: id('console-1'),
  centreId: id('sample'),
  accountId: id('li'),
  name: '李师傅',
  role: 'canteen',
};
export const lunch = menuId('2026-11-22', 'lunch', 'main');

export const item = (dishId: string, name: string, priceFen: number | null): MenuItem =>
  menuItem({ dishId: id(dishId), name, priceFen, drawing: 'meat' });
export const pork = item('pork', '五花肉烩苋菜', 900);
export const egg = item('egg', '番茄炒蛋', 500);
export const rice = item('rice', '杂粮米饭', null);

export const menu = (version: number, items: readonly MenuItem[], by = '李师傅'): Menu => ({
  id: lunch,
  date: '2026-11-22',
  meal: 'lunch',
  canteenId: id('main'),
  items: [...items],
  set: null,
  note: null,
  version,
  publishedAtMs: 1_000 + version,
  publishedBy: by,
});

export const names = (editor: LlStaffMenuEditor): string[] =>
  deepAll(editor, 'll-staff-menu-line').map(
    (line) => line.shadowRoot?.querySelector('h3')?.textContent?.trim() ?? '',
  );
export const field = (editor: LlStaffMenuEditor, name: string, selector: string): HTMLInputElement => {
  const line = deepAll(editor, 'll-staff-menu-line')[names(editor).indexOf(name)];
  const found = line === undefined ? undefined : deepAll(line, selector)[0];
  if (!(found instanceof HTMLInputElement)) throw new Error(`no ${selector} at ${name}`);
  return found;
};
export const text = (editor: LlStaffMenuEditor): string =>
  deepAll(editor, 'p, h2, li, mark')
    .map((one) => one.textContent ?? '')
    .join('\n');

export async function open(store: FakeStore): Promise<LlStaffMenuEditor> {
  const editor = new LlStaffMenuEditor();
  editor.menuId = lunch;
  return mount(editor, { store });
}

/** Shows all there is to each dish of the menu. */
export async function unfold(editor: LlStaffMenuEditor): Promise<void> {
  for (const turn of deepAll(editor, 'h3 button[aria-expanded="false"]')) turn.click();
  await settled(editor);
}
