import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { MutationName } from '../../src/kernel/mutation.ts';
import { dish, menuOf, today } from './kiosk-centre.ts';
import type { FakeStore } from './fake-store.ts';
import { mediaRow } from './media-rows.ts';
import { button, deepAll, mount, settled } from './mount.ts';
import { policyRow } from './policy-rows.ts';
import { screenConfig } from './rows.ts';
import { staff, staffStore } from './staff-centre.ts';
import { until } from './until.ts';

type Field = readonly [element: string, field: string];

/** Where somebody writes on the console: how they come there, and what they do. */
export interface Editor {
  /** What follows the `#` of the address. */
  readonly page: string;
  /** The element of it. */
  readonly home: string;
  /** What is pressed on the page to begin, one after the other; none where the fields stand on the page. */
  readonly begin: readonly RegExp[];
  /** One field of it, as the element that has it and which of its fields; and what is written there. */
  readonly field: Field;
  readonly text: string;
  /** What stands there before, where that is something. */
  readonly usual?: string;
  /** What else has to be pressed before it can be saved. */
  readonly ticks?: string;
  readonly others?: readonly (readonly [Field, string])[];
  readonly save: RegExp;
  readonly change: MutationName;
}

const lunch = menuOf(today, 'lunch', [dish('五花肉烩苋菜'), dish('清蒸鲈鱼')]);

export const editors: Readonly<Record<string, Editor>> = {
  menu: {
    home: 'll-staff-menu-editor',
    page: `menu/${lunch.id}`,
    begin: [],
    field: ['ll-staff-menu-line', '#price'],
    text: '8.5',
    save: /^发布/,
    change: 'menu.publish',
  },
  policy: {
    home: 'll-staff-policy-editor',
    page: 'policies/meals-help',
    begin: [],
    field: ['ll-staff-policy-fields', '[aria-label="名称"]'],
    text: '助餐补贴（新）',
    save: /^发布/,
    change: 'policy.save',
  },
  course: {
    home: 'll-staff-courses',
    page: 'activities',
    begin: [/新开一个/],
    field: ['ll-staff-course-sheet', '#name'],
    text: '书法',
    others: [[['ll-staff-course-sheet', '#room'], '教室']],
    ticks: "[name='weekdays'][value='3']",
    save: /^保存$/,
    change: 'course.save',
  },
  member: {
    home: 'll-staff-members',
    page: 'people',
    begin: [/加一位/],
    field: ['ll-staff-member-form', '#name'],
    text: '独孤明月',
    save: /^存好$/,
    change: 'member.save',
  },
  notice: {
    home: 'll-staff-notices',
    page: 'more',
    begin: [/写通知/],
    field: ['ll-staff-notice-sheet', '#title'],
    text: '周四下午停水',
    save: /^发出去$/,
    change: 'notice.post',
  },
  session: {
    home: 'll-staff-timetable',
    page: 'activities',
    begin: [/^(上午10:40|名单：八段锦)/, /^改这一场$/],
    field: ['ll-staff-session-sheet', '#note'],
    text: '请带毛巾',
    save: /^保存$/,
    change: 'session.change',
  },
  playlist: {
    home: 'll-staff-playlists',
    page: 'media',
    begin: [/做一组轮播/],
    field: ['ll-staff-playlist-sheet', '#title'],
    text: '春游的照片',
    ticks: '.picks button',
    save: /^保存$/,
    change: 'playlist.save',
  },
  daypart: {
    home: 'll-staff-schedules',
    page: 'screens',
    begin: [/^改日程：餐厅电视/, /^加一段时间$/],
    field: ['ll-staff-daypart-sheet', '#from'],
    text: '09:25',
    usual: '08:00',
    save: /^保存$/,
    change: 'schedule.save',
  },
  dish: {
    home: 'll-staff-dishes',
    page: 'menu/dishes',
    begin: [/^加一道新菜$/],
    field: ['ll-staff-dish-form', '#dish-name'],
    text: '红烧带鱼',
    others: [[['ll-staff-dish-form', '#dish-price'], '12']],
    save: /^保存$/,
    change: 'dish.save',
  },
  'settings of a device': {
    home: 'll-staff-device-settings',
    page: 'screens/dining-hall',
    begin: [/^修改$/],
    field: ['ll-staff-settings-form', '#place'],
    text: '二楼餐厅',
    save: /^保存$/,
    change: 'device.configure',
  },
};

const photo = mediaRow({ mime: 'image/png' });

/** A centre in which there is something of each to be changed. */
export const editedCentre = (): FakeStore =>
  staffStore(staff('manager'))
    .put('centre', 'menu', lunch.id, lunch)
    .put('city', 'policy', 'meals-help', policyRow({ version: 1 }))
    .put('centre', 'media', photo.id, photo)
    .put('staff', 'deviceConfig', 'dining-hall', screenConfig());

/** The console opens at an editor's page. */
export async function openAt({ page, home }: Editor, store: FakeStore): Promise<LlStaffShell> {
  location.hash = `#${page}`;
  const shell = await mount(new LlStaffShell(), { store });
  await until(() => deepAll(shell, home).some((one) => one.matches(':defined')));
  await settled(shell);
  return shell;
}

/** What stands inside the elements of a name, through their shadow roots. */
export const inside = (shell: LlStaffShell, element: string, selector: string): readonly HTMLElement[] =>
  deepAll(shell, element).flatMap((one) => deepAll(one, selector));

function fieldOf(
  shell: LlStaffShell,
  [element, selector]: Field,
): HTMLInputElement | HTMLTextAreaElement | null {
  const [found] = inside(shell, element, selector);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

/** What stands in the editor's field; null where it is not open. */
export const standsIn = (shell: LlStaffShell, { field }: Editor): string | null =>
  fieldOf(shell, field)?.value ?? null;

/** Begins, where that takes a press, and waits for the field. */
export async function begin(shell: LlStaffShell, editor: Editor): Promise<void> {
  await until(() => deepAll(shell, editor.home).length > 0);
  await settled(shell);
  for (const name of editor.begin) await press(shell, editor, name);
  for (const fold of inside(shell, 'll-staff-menu-line', '[aria-expanded="false"]')) fold.click();
  await until(() => standsIn(shell, editor) !== null);
}

/** Fills the editor in as a person would. */
export async function write(shell: LlStaffShell, { field, text, others = [], ticks }: Editor): Promise<void> {
  for (const [where, what] of [...others, [field, text] as const]) {
    const found = fieldOf(shell, where);
    if (found === null) throw new Error(`no field ${where.join(' ')}`);
    found.focus();
    found.value = what;
    found.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(shell);
  }
  if (ticks !== undefined) deepAll(shell, ticks)[0]?.click();
  await settled(shell);
}

/** Presses a button of the editor; anew however soon, as by a key, which no trembling finger does. */
export async function press(shell: LlStaffShell, { home }: Editor, name: RegExp): Promise<void> {
  const found = await until(() => {
    const [host] = deepAll(shell, home);
    return host !== undefined && button(host, name);
  });
  found.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  await settled(shell);
}
