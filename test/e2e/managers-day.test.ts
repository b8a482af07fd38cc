import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { goHome, loneTails, signInAs } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { excelDay, readBack } from '../support/read-back.ts';

const MANAGER = '王经理';
const PIN = '918273';
/** A glass that has said nothing for so long is gone. */
const SILENT_MS = 240_000;

/** What the console says of it. */
const SEE_TO_IT = /没有回音：去看看电源和网线/;

/** Each glass a manager holds, and what is done on it, by other names each time. */
const SIZES = [
  {
    size: 'a telephone',
    glass: { width: 390, height: 844 },
    finds: '3 台都好',
    notice: '下午两点量血压',
    language: { label: '英文', is: 'en' },
    room: { name: '门厅电视', place: '门厅' },
    colleague: '小赵',
  },
  {
    size: 'a desk',
    glass: { width: 1440, height: 900 },
    finds: SEE_TO_IT,
    notice: '明天上午理发',
    language: { label: '中文', is: 'zh' },
    room: { name: '走廊电视', place: '走廊' },
    colleague: '小钱',
  },
] as const;

/**
 * The manager's day on a telephone and at a desk, from signing in to what comes of each thing on a glass, also while the hub
 * is away. The steps build on each other, so a failed one fails those after it.
 */
describe("the manager's day", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const glasses = new Profile();
  const office = new Profile();
  const others = new Profile();
  const tails = loneTails(SIZES.length);
  let hub: HubProcess;
  let manager: Browser;
  let kiosk: Page;
  let dining: Page;
  let exercise: Page;
  let page: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const { kiosk: kioskLink, screens, staff } = hub.links;
    manager = new Browser(hub.url);
    await manager.open(linkOf(staff['manager']));
    assert.equal((await manager.post('/api/accounts/manager/secret', { secret: PIN })).status, 204);
    await Promise.all([glasses.open(), office.open(), others.open()]);
    dining = await glasses.face('screen', linkOf(screens['dining-hall']));
    exercise = await glasses.face('screen', linkOf(screens['exercise-room']));
    kiosk = await glasses.face('kiosk', linkOf(kioskLink));
    page = await office.face('phone', `${hub.url}/staff`);
  });
  after(async () => {
    await Promise.all([glasses.dispose(), office.dispose(), others.dispose()]);
    await hub.dispose();
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
  /** Nobody waits till a page asks by itself whether the hub is back. */
  const cableIsIn = (of: Page): Promise<unknown> => of.evaluate(() => dispatchEvent(new Event('online')));
  const healthOf = (): Locator => page.locator('ll-staff-device-troubles');

  for (const [at, { size, glass, finds, notice, language, room, colleague }] of SIZES.entries()) {
    describe(`at ${size}`, () => {
      const came = at + 1;

      it('begins with how the glasses are and how many have come', async () => {
        await kiosk.bringToFront();
        await signInAs(kiosk, tails[at] ?? '', came);
        await goHome(kiosk);
        await page.bringToFront();
        await page.setViewportSize(glass);
        await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
        await page.getByLabel('PIN 或密码').fill(PIN);
        await page.locator('form').getByRole('button', { name: '登录' }).click();
        await page.getByText(`${came} 人次`).first().waitFor();
        await healthOf().getByText(finds).first().waitFor();
      });

      it('a notice is on the glass in the dining hall', async () => {
        await go('更多');
        await press('写通知');
        await sheet().getByRole('radio', { name: /^要紧/ }).check();
        await sheet().getByLabel('一句话（大字）').fill(notice);
        await confirm('发出去');
        await glassSays(dining, notice);
      });

      it('a form sets how a glass is: it speaks another language at once', async () => {
        await go('屏幕');
        await press(/^详细.*餐厅电视/);
        const settings = page.locator('ll-staff-device-settings');
        await settings.getByRole('button', { name: '修改', exact: true }).click();
        await sheet().getByLabel('语言').selectOption({ label: language.label });
        await confirm('保存');
        await dining.waitForFunction((is) => document.documentElement.lang.startsWith(is), language.is);
      });

      it('a new glass is taken in by the code on it, and opens', async () => {
        const fresh = await others.browser.newPage();
        await fresh.goto(`${hub.url}/screen?pair`);
        const code = (await fresh.locator('ll-pairing-page .code').textContent()) ?? '';
        await go('屏幕');
        await press('添加设备');
        await sheet().getByLabel('屏幕上的 6 位数字').fill(code.replace(/\s/g, ''));
        await sheet().getByLabel('这是哪一台').selectOption({ label: '新设备' });
        await sheet().getByLabel(/^名字/).fill(room.name);
        await sheet()
          .getByLabel(/^放在哪里/)
          .fill(room.place);
        await sheet().getByLabel(/寸/).fill('55');
        await sheet().getByLabel(/米/).fill('4');
        await confirm('配对');
        await sheet().getByText('配好了').waitFor();
        await fresh.bringToFront();
        // Whoever stands before it is asked how large it is, which has been said.
        await fresh.getByRole('button', { name: '先不量，打开这块屏' }).click();
        await fresh.locator('ll-screen').waitFor();
        await page.bringToFront();
        await confirm('关上');
        await page.getByRole('heading', { name: room.name }).first().waitFor();
      });

      it('a colleague is taken in by a link, given a PIN anew, and signed out everywhere', async () => {
        await go('更多');
        await page.getByRole('link', { name: '同事和账号' }).click();
        await press('加一位同事');
        await sheet().getByLabel('姓名').fill(colleague);
        await confirm('加上，出登录链接');
        const link = (await sheet().locator('.address').textContent()) ?? '';
        await confirm('关上');
        const theirs = await others.face('phone', link.trim());
        await others.listens(theirs);
        await page.bringToFront();
        await page.getByRole('button', { name: new RegExp(`^${colleague}`) }).click();
        await confirm('请本人在这里设 PIN');
        for (const field of ['新的 PIN', '再填一次']) await sheet().getByLabel(field).fill('270618');
        await confirm('保存');
        await sheet().getByText(`${colleague}的 PIN 设好了`).waitFor();
        await theirs.bringToFront();
        const again = theirs.locator('ll-staff-sign-in-again');
        await again.getByLabel('PIN 或密码').fill('270618');
        await again.locator('form').getByRole('button', { name: '登录' }).click();
        await again.waitFor({ state: 'detached' });
        await others.listens(theirs);
        await page.bringToFront();
        await confirm('让 TA 在所有设备上退出');
        await confirm(`让${colleague}退出`);
        await sheet().getByText(`${colleague}在所有设备上都退出了`).waitFor();
        await confirm('关上');
        await theirs.bringToFront();
        await again.getByText(`${colleague}的登录结束了`).first().waitFor();
        await theirs.close();
      });

      it('who changed what is found by words', async () => {
        await go('更多');
        await page.getByRole('link', { name: '查谁改了什么' }).click();
        await page.getByLabel('找什么：菜名、设备、做的事').fill('改设备');
        await press('查找');
        const found = page.locator('ll-staff-log').getByRole('listitem');
        // All that was listed before the search goes when what was found comes.
        await found.filter({ hasNotText: '改设备' }).first().waitFor({ state: 'detached' });
        await found.filter({ hasText: '餐厅电视' }).nth(at).waitFor();
        for (const entry of await found.allInnerTexts()) assert.match(entry, /改设备/);
      });

      it('the figures go to the district office in a workbook, and the day comes to what the kiosk said', async () => {
        await go('统计');
        const [download] = await Promise.all([page.waitForEvent('download'), press('存成 Excel')]);
        assert.match(download.suggestedFilename(), /统计\.xlsx$/);
        const { 总数: totals = [], 按天: days = [] } = await readBack(
          await readFile(await download.path()),
          page,
        );
        const today = days.find(({ A }) => A === excelDay(config.today));
        assert.equal(today?.C, String(came));
        const total = totals.find(({ A }) => A === '签到人次');
        assert.equal(Number(total?.B), sumOf(days.slice(1).map(({ C }) => Number(C))));
      });

      it('what is done while the hub is away is said to wait, and is on the glass once it is back', async () => {
        await office.keptOffline(page);
        await hub.kill();
        await go('更多');
        await press(`撤下：${notice}`);
        const undone = page.locator('ll-staff-refusals');
        await undone.getByText('有 1 件还没送到主机：撤通知').waitFor();
        assert.equal(await undone.getByText('都做成了').count(), 0);
        await page.getByText('连不上主机，1 条等着送出').first().waitFor();
        await dining.bringToFront();
        assert.ok(await dining.getByText(notice).filter({ visible: true }).first().isVisible());
        await hub.restart();
        await cableIsIn(page);
        await page.bringToFront();
        await undone.getByText('没有，都做成了').waitFor();
        for (const one of [...glasses.browser.pages(), ...others.browser.pages()]) await cableIsIn(one);
        await dining.bringToFront();
        await dining.getByText(notice).filter({ visible: true }).first().waitFor({ state: 'hidden' });
      });

      const gone = (): Locator => healthOf().getByRole('listitem').filter({ hasText: '活动室电视' });
      if (at === 0)
        it('a glass that has gone is red, with what to do', async () => {
          await go('今天');
          await exercise.close();
          // As if that were minutes ago.
          const nowMs = Date.now() + SILENT_MS;
          assert.equal((await manager.post('/api/clock', { nowMs })).status, 204);
          await gone().getByText('有事').waitFor();
          await gone().getByText(SEE_TO_IT).waitFor();
        });
      else
        it('a glass that had gone is red till it is back', async () => {
          await go('今天');
          await gone().getByText('有事').waitFor();
          await glasses.face('screen', `${hub.url}/screen?device=exercise-room`);
          await page.bringToFront();
          await gone().waitFor({ state: 'detached' });
        });

      it('ends with a sign-out, which leaves the page to the next', async () => {
        await go('更多');
        await press('退出');
        await confirm('退出');
        await page.locator('form').getByRole('button', { name: '登录' }).waitFor();
      });
    });
  }

  it('no page has thrown an error', () =>
    assert.deepEqual([...glasses.errors, ...office.errors, ...others.errors], []));
});

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function linkOf(link: string | null | undefined): string {
  assert.ok(link, 'the hub printed no such link');
  return link;
}
