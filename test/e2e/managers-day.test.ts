import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, signIn } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const clock = fileURLToPath(new URL('../support/shifted-clock.mjs', import.meta.url));
const MANAGER = '王经理';
const PIN = '918273';
const NOTICE = '下午两点量血压';
const ROOM = '门厅电视';
const COLLEAGUE = '小赵';
/** A glass that has said nothing for so long is gone. */
const SILENT_MS = 240_000;
const PHONE = { width: 390, height: 844 };

/**
 * The manager's day on a telephone, from signing in to what comes of each thing on a glass, also while the hub
 * is away. The steps build on each other, so a failed one fails those after it.
 */
describe("the manager's day on a telephone", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const glasses = new Profile();
  const office = new Profile();
  const others = new Profile();
  const [tail = ''] = loneTails(1);
  let hub: HubProcess;
  let owner: HubProcess;
  let kiosk: Page;
  let dining: Page;
  let exercise: Page;
  let page: Page;

  before(async () => {
    hub = owner = await startHub({ env: { LELING_CONFIG: config.folder } });
    const { kiosk: kioskLink, screens, staff } = hub.links;
    const manager = new Browser(hub.url);
    await manager.open(linkOf(staff['manager']));
    assert.equal((await manager.post('/api/accounts/manager/secret', { secret: PIN })).status, 204);
    await Promise.all([glasses.open(), office.open(), others.open()]);
    dining = await glasses.face('screen', linkOf(screens['dining-hall']));
    exercise = await glasses.face('screen', linkOf(screens['exercise-room']));
    kiosk = await glasses.face('kiosk', linkOf(kioskLink));
  });
  after(async () => {
    await Promise.all([glasses.dispose(), office.dispose(), others.dispose()]);
    await hub.dispose();
    await owner.dispose();
    config.remove();
  });

  const go = async (section: string): Promise<void> => {
    await page.bringToFront();
    const way = page.getByRole('link', { name: section, exact: true }).filter({ visible: true });
    // On a telephone what has no room on the bar is reached from 更多.
    if ((await way.count()) === 0) await page.getByRole('link', { name: /^更多/ }).first().click();
    await way.first().click();
  };
  const sheet = (): Locator => page.locator('ll-sheet[open]');
  const press = (name: string | RegExp): Promise<void> =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .filter({ visible: true })
      .first()
      .click();
  /** Presses in the sheet that is open. */
  const confirm = (name: string): Promise<void> =>
    sheet().getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
  const glassSays = async (glass: Page, words: string): Promise<void> => {
    await glass.bringToFront();
    await glass.getByText(words).filter({ visible: true }).first().waitFor();
  };
  const healthOf = (): Locator => page.locator('ll-staff-device-troubles');
  it('begins with how the glasses are and how many have come', async () => {
    await kiosk.bringToFront();
    await signIn(kiosk, tail);
    page = await office.face('staff', `${hub.url}/staff`, (fresh) => fresh.setViewportSize(PHONE));
    await page.setViewportSize(PHONE);
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
    await page.getByLabel('PIN 或密码').fill(PIN);
    await page.locator('form').getByRole('button', { name: '登录' }).click();
    await page.getByText('1 人次').first().waitFor();
    await healthOf().getByText('3 台都好').waitFor();
  });

  it('a notice is on the glass in the dining hall', async () => {
    await go('更多');
    await press('写通知');
    await sheet().getByRole('radio', { name: /^要紧/ }).check();
    await sheet().getByLabel('一句话（大字）').fill(NOTICE);
    await confirm('发出去');
    await glassSays(dining, NOTICE);
  });

  it('a form sets how a glass is: it speaks another language at once', async () => {
    await go('屏幕');
    await press(/^详细.*餐厅电视/);
    const settings = page.locator('ll-staff-device-settings');
    await settings.getByRole('button', { name: '修改', exact: true }).click();
    await sheet().getByLabel('语言').selectOption({ label: '英文' });
    await confirm('保存');
    await dining.waitForFunction(() => document.documentElement.lang.startsWith('en'));
  });

  it('a new glass is taken in by the code on it, and opens', async () => {
    const glass = await others.browser.newPage();
    await glass.goto(`${hub.url}/screen?pair`);
    const code = (await glass.locator('ll-pairing-page .code').textContent()) ?? '';
    await go('屏幕');
    await press('添加设备');
    await sheet().getByLabel('屏幕上的 6 位数字').fill(code.replace(/\s/g, ''));
    await sheet().getByLabel('这是哪一台').selectOption({ label: '新设备' });
    await sheet().getByLabel(/^名字/).fill(ROOM);
    await sheet()
      .getByLabel(/^放在哪里/)
      .fill('门厅');
    await sheet().getByLabel(/寸/).fill('55');
    await sheet().getByLabel(/米/).fill('4');
    await confirm('配对');
    await sheet().getByText('配好了').waitFor();
    await glass.bringToFront();
    // Whoever stands before it is asked how large it is, which has been said.
    await glass.getByRole('button', { name: '先不量，打开这块屏' }).click();
    await glass.locator('ll-screen').waitFor();
    await page.bringToFront();
    await confirm('关上');
    await page.getByRole('heading', { name: ROOM }).first().waitFor();
  });

  it('a colleague is taken in by a link, given a PIN anew, and signed out everywhere', async () => {
    await go('更多');
    await page.getByRole('link', { name: '同事和账号' }).click();
    await press('加一位同事');
    await sheet().getByLabel('姓名').fill(COLLEAGUE);
    await confirm('加上，出登录链接');
    const link = (await sheet().locator('.address').textContent()) ?? '';
    await confirm('关上');
    const theirs = await others.face('phone', link.trim());
    await theirs.getByRole('link', { name: '菜单', exact: true }).first().waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: new RegExp(`^${COLLEAGUE}`) }).click();
    await confirm('请本人在这里设 PIN');
    for (const field of ['新的 PIN', '再填一次']) await sheet().getByLabel(field).fill('270618');
    await confirm('保存');
    await sheet().getByText(`${COLLEAGUE}的 PIN 设好了`).waitFor();
    await theirs.bringToFront();
    const again = theirs.locator('ll-staff-sign-in-again');
    await again.getByLabel('PIN 或密码').fill('270618');
    await again.locator('form').getByRole('button', { name: '登录' }).click();
    await again.waitFor({ state: 'detached' });
    await page.bringToFront();
    await confirm('让 TA 在所有设备上退出');
    await confirm(`让${COLLEAGUE}退出`);
    await sheet().getByText(`${COLLEAGUE}在所有设备上都退出了`).waitFor();
    await confirm('关上');
    await theirs.bringToFront();
    await again.getByText(`${COLLEAGUE}的登录结束了`).first().waitFor();
    await theirs.close();
  });

  it('who changed what is found by words', async () => {
    await go('更多');
    await page.getByRole('link', { name: '查谁改了什么' }).click();
    await page.getByLabel('找什么：菜名、设备、做的事').fill('改设备');
    await press('查找');
    const found = page.locator('ll-staff-log').getByRole('listitem');
    await found.filter({ hasText: '餐厅电视' }).first().waitFor();
    for (const entry of await found.allInnerTexts()) assert.match(entry, /改设备/);
  });

  it('what is done while the hub is away is said to wait, and is on the glass once it is back', async () => {
    await office.keptOffline(page);
    await exercise.close();
    await hub.kill();
    await go('更多');
    await page
      .getByText(/连不上主机/)
      .first()
      .waitFor();
    await press(`撤下：${NOTICE}`);
    const undone = page.locator('ll-staff-refusals');
    await undone.getByText('有 1 件还没送到主机：撤通知').waitFor();
    assert.equal(await undone.getByText('都做成了').count(), 0);
    await dining.bringToFront();
    assert.ok(await dining.getByText(NOTICE).filter({ visible: true }).first().isVisible());
    const { port, dataDir } = hub;
    const env = {
      LELING_CONFIG: config.folder,
      NODE_OPTIONS: `--import ${clock}`,
      LELING_TEST_SHIFT_MS: String(SILENT_MS),
    };
    hub = await startHub({ port, dataDir, env });
    await dining.getByText(NOTICE).filter({ visible: true }).first().waitFor({ state: 'hidden' });
    await page.bringToFront();
    await undone.getByText('没有，都做成了').waitFor();
  });

  it('a glass that has gone is red, with what to do, till it is back', async () => {
    await go('今天');
    const gone = healthOf().getByRole('listitem').filter({ hasText: '活动室电视' });
    await gone.getByText('有事').waitFor();
    await gone.getByText(/没有回音：去看看电源和网线/).waitFor();
    exercise = await glasses.face('screen', `${hub.url}/screen?device=exercise-room`);
    await page.bringToFront();
    await gone.waitFor({ state: 'detached' });
    await page.close();
    assert.deepEqual([...glasses.errors, ...office.errors, ...others.errors], []);
  });
});

function linkOf(link: string | null | undefined): string {
  assert.ok(link, 'the hub printed no such link');
  return link;
}
