import type { LitElement } from 'lit';
import { createHubClient } from '../../src/app/hub-client.ts';
import { LlStaffSignIn } from '../../src/features/accounts/console/staff-sign-in.ts';
import { LlStaffSignInAgain } from '../../src/features/accounts/console/staff-sign-in-again.ts';
import { id } from '../../src/kernel/ids.ts';
import { LlUnlockPage } from '../../src/shells/staff/lock/unlock-page.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import type { FakeStore } from './fake-store.ts';
import { at, today } from './kiosk-centre.ts';
import { button, deepAll, mount, settled } from './mount.ts';
import { screenConfig } from './rows.ts';
import { until } from './until.ts';

/** The console's pages, by their address. */
export const consolePages = [
  'today',
  'menu',
  'menu/week',
  'menu/dishes',
  'menu/plan',
  'activities',
  'screens',
  'screens/dining-hall',
  'people',
  'policies',
  'policies/meals-help',
  'policies/new-one',
  'media',
  'numbers',
  'more',
  'more/accounts',
  'more/log',
] as const;

/** A button by its name; where several have it, by the element it stands in too. */
type Pressed = string | RegExp | { readonly within: string; readonly name: string };

/** A sheet of the console: the page it comes over, and what is pressed there, one after the other. */
export interface ConsoleSheet {
  readonly page: (typeof consolePages)[number];
  readonly press: readonly Pressed[];
  /** What has to be there for it. */
  readonly prepare?: (store: FakeStore) => unknown;
}

const configured = (store: FakeStore): unknown =>
  store.put('staff', 'deviceConfig', 'dining-hall', screenConfig());

/** The day's meeting, in the grid of a desk and in the list of a telephone. */
const ROLL = /^(上午10:40|名单：八段锦)/;

/** Every sheet that a console may open. */
export const consoleSheets: readonly ConsoleSheet[] = [
  { page: 'today', press: [/^撤下/] },
  { page: 'menu', press: ['加一道菜'] },
  { page: 'menu', press: ['加一道菜', '加一道新菜'] },
  { page: 'menu', press: ['导入表格'] },
  {
    page: 'menu',
    press: [/^看一看，发布/],
    prepare: (store) =>
      store.put('staff', 'menuPlan', 'main', {
        id: id<'MenuPlanId'>('main'),
        canteenId: id('main'),
        anchor: today,
        days: [[{ meal: 'lunch', dishIds: [id('congee')], set: null, note: null }]],
      }),
  },
  { page: 'menu/week', press: [/^分享/] },
  { page: 'menu/dishes', press: ['加一道新菜'] },
  { page: 'menu/dishes', press: [/^白粥/] },
  { page: 'menu/plan', press: [/^用发布过的菜单排/, /^改第 1 天/] },
  { page: 'activities', press: [ROLL] },
  { page: 'activities', press: [ROLL, '改这一场'] },
  { page: 'activities', press: ['新开一个'] },
  { page: 'screens', press: ['马上放…'] },
  { page: 'screens', press: ['添加设备'] },
  { page: 'screens', press: [/^改日程/, '加一段时间'] },
  {
    page: 'screens',
    press: [/^改日程：餐厅电视/, '别的屏幕也这样'],
    prepare: (store) =>
      store.put('staff', 'device', 'corridor', {
        id: id<'DeviceId'>('corridor'),
        kind: 'screen',
        name: '走廊电视',
        place: '二楼走廊',
        pairedAtMs: at(8, 0),
        perhapsClonedAtMs: null,
      }),
  },
  { page: 'screens/dining-hall', press: [/^重新配对/] },
  { page: 'screens/dining-hall', press: [/^停用/] },
  {
    page: 'screens/dining-hall',
    press: [{ within: 'll-staff-device-settings', name: '修改' }],
    prepare: configured,
  },
  { page: 'people', press: ['从表格导入'] },
  { page: 'people', press: ['加一位'] },
  { page: 'people', press: [/^王\*兰/] },
  { page: 'media', press: [/改名$/] },
  { page: 'media', press: ['做一组轮播'] },
  { page: 'more', press: ['写通知'] },
  { page: 'more', press: ['紧急通知'] },
  { page: 'more', press: ['我的 PIN'] },
  { page: 'more', press: ['退出'] },
  { page: 'more/accounts', press: ['加一位同事'] },
  { page: 'more/accounts', press: [/^王经理/] },
];

/** What a sheet is called where something is wrong with it. */
export const sheetName = ({ page, press }: ConsoleSheet): string =>
  [page, ...press.map((one) => (typeof one === 'object' && 'name' in one ? one.name : String(one)))].join(
    ' › ',
  );

/** Opens a page of the console, and the sheet over it. */
export async function openConsole(
  store: FakeStore,
  page: string,
  { press, prepare }: Partial<ConsoleSheet> = {},
): Promise<LlStaffShell> {
  location.hash = `#${page}`;
  prepare?.(store);
  const shell = await mount(new LlStaffShell(), { store });
  await allDefined(shell);
  for (const name of press ?? []) {
    const pressed = await until(() => pressedBy(shell, name));
    pressed.click();
    await settled(shell);
  }
  if (press !== undefined) await until(() => deepAll(shell, 'dialog[open]').length > 0);
  await allDefined(shell);
  await settled(shell);
  return shell;
}

function pressedBy(shell: Element, pressed: Pressed): HTMLButtonElement {
  if (typeof pressed === 'string' || pressed instanceof RegExp) return button(shell, pressed);
  const [within] = deepAll(shell, pressed.within);
  if (within === undefined) throw new Error(`there is no ${pressed.within}`);
  return button(within, pressed.name);
}

/** Waits until the code of all that a page is made of has come. */
async function allDefined(root: Element): Promise<void> {
  await until(() => {
    // The policy's preview turns its pages by itself, and brings nothing of the kiosk's.
    const names = deepAll(root, ':not(:defined, ll-pages)').map(({ localName }) => localName);
    if (names.length > 0) throw new Error(`nothing has brought ${names.join(', ')}`);
    return true;
  });
}

const owner = (accountId: string, name: string): LlUnlockPage['people'][number] => ({
  owner: { deviceId: 'console-1', centreId: 'sample', accountId, name, role: 'canteen' },
  digits: true,
  wrong: 0,
});
const answered = (body: object): Response => Response.json(body, { headers: { 'leling-hub': 'the-hub' } });
const api = createHubClient('console-1', async () =>
  answered({
    people: [
      { accountId: 'account-canteen', name: '李师傅' },
      { accountId: 'account-leader', name: '张老师' },
    ],
  }),
);
const locked = (): LlUnlockPage =>
  Object.assign(new LlUnlockPage(), {
    locked: true,
    people: [owner('account-canteen', '李师傅'), owner('account-leader', '张老师')],
  });

/** What stands before a console, or over it, until somebody has shown who they are. */
export const consoleDoors: Readonly<Record<string, () => Promise<LitElement>>> = {
  'sign-in': () => mount(new LlStaffSignIn(), {}),
  'sign-in, forgotten': () => pressedOn(new LlStaffSignIn(), '忘了 PIN？'),
  'sign-in, whose': () => mount(new LlStaffSignIn(), { api }),
  'sign-in, PIN pad': () => pressedOn(new LlStaffSignIn(), '李师傅'),
  'sign-in again': () => mount(Object.assign(new LlStaffSignInAgain(), { person: '李师傅', count: 2 }), {}),
  'lock, whose': () => mount(locked(), {}),
  'lock, PIN pad': () => pressedOn(locked(), '李师傅'),
};

async function pressedOn(page: LitElement, name: string): Promise<LitElement> {
  await mount(page, { api });
  const pressed = await until(() => button(page, name));
  pressed.click();
  await settled(page);
  return page;
}
