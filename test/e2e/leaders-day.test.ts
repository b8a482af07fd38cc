import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { goHome, loneTails, settled, signIn, staysThere } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';

const LEADER = '张老师';
const PIN = '918273';

/** Each glass a leader holds: who comes there, and the course that is not held. */
const SIZES = [
  { size: 'a telephone', glass: { width: 390, height: 844 }, course: '朗读会', start: '14:10' },
  { size: 'a desk', glass: { width: 1440, height: 900 }, course: '拉二胡', start: '15:10' },
] as const;

/** Held on each day, so that the test runs on any. */
const courseRow = ({ course, start }: (typeof SIZES)[number]) => ({
  id: course,
  kind: 'class',
  name: course,
  nameEn: null,
  room: '二楼教室',
  about: null,
  recurrence: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  start,
  minutes: 30,
  from: '2020-01-01',
  until: null,
  capacity: null,
  checkIn: false,
  programmeId: null,
  skipsHolidays: false,
});

/**
 * What an exercise leader does on a day, from the sign-in to what elders see of it, with the hub away in the middle. The
 * steps build on each other, so a failed one fails those after it.
 */
describe("an exercise leader's day", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 12);
  const house = new Profile();
  const tails = loneTails(SIZES.length);
  let hub: HubProcess;
  let kiosk: Page;
  let screen: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const manager = new Browser(hub.url);
    await manager.open(String(hub.links.staff['manager']));
    assert.equal((await manager.post('/api/accounts/leader/secret', { secret: PIN })).status, 204);
    const pusher = new Pusher((body) => manager.post('/sync/push', body));
    await pusher.push(
      'course.save',
      SIZES.map((one) => ({ course: courseRow(one) })),
    );
    await house.open();
    await house.browser.addInitScript(staysThere);
    screen = await house.face('screen', String(hub.links.screens['exercise-room']));
    kiosk = await house.face('kiosk', String(hub.links.kiosk));
  });
  after(async () => {
    await house.dispose();
    await hub.dispose();
    config.remove();
  });

  /** Waits until the screen of the exercise room shows a thing of this kind; a page in the background paints nothing. */
  async function onScreen(kind: 'run' | 'timetable'): Promise<void> {
    await screen.bringToFront();
    await screen.waitForFunction(
      (start) => document.documentElement.dataset['showing']?.startsWith(start) === true,
      `${kind}:`,
    );
  }
  /** A session's row on the screen. */
  const boardRow = (course: string): Locator => screen.locator('li.row').filter({ hasText: course });

  for (const [at, one] of SIZES.entries()) {
    describe(`at ${one.size}`, () => {
      const own = new Profile();
      const tail = tails[at] ?? '';
      const elder = sampleOf('member').find(({ phone }) => phone?.endsWith(tail) === true)?.name ?? '';
      let page: Page;

      before(async () => {
        await own.open();
      });
      after(() => own.dispose());

      const go = (section: string): Promise<void> =>
        page.locator('nav').getByRole('link', { name: section }).click();
      const press = (name: string | RegExp): Promise<void> =>
        page
          .getByRole('button', { name, exact: typeof name === 'string' })
          .first()
          .click();
      const sheet = (): Locator => page.locator('ll-sheet[open]');
      const timetable = (): Locator => page.locator('ll-staff-timetable');
      const unsent = (within: Locator): Locator => within.getByText('还没送到主机');
      /** A desk shows the whole week, and today's is the column of today. */
      async function openRoll(course: string): Promise<void> {
        if (one.size === 'a telephone') return press(`名单：${course}`);
        await timetable().locator('td.today').getByRole('button', { name: course }).first().click();
      }

      it('signs in, and today begins with what is next', async () => {
        page = await own.face('phone', `${hub.url}/staff`);
        await page.setViewportSize(one.glass);
        await page.getByRole('textbox', { name: '姓名', exact: true }).fill(LEADER);
        await page.getByLabel('PIN 或密码').fill(PIN);
        await page.locator('form').getByRole('button', { name: '登录' }).click();
        const next = page.getByRole('region', { name: /^八段锦 · 还有 \d+ 分钟$/ });
        await next.getByText('已到 0 人').waitFor();
        await own.keptOffline(page);
      });

      it('starts the exercise, and it is on the television', async () => {
        await press('开始');
        await onScreen('run');
        await page.getByText(/屏幕正在放/).waitFor();
      });

      it('hears who has come to the kiosk', async () => {
        await kiosk.bringToFront();
        await signIn(kiosk, tail);
        await goHome(kiosk);
        await page.bringToFront();
        await page
          .getByRole('region', { name: /^八段锦/ })
          .getByText('已到 1 人')
          .waitFor();
        const session = page.locator('ll-staff-checkins li').filter({ hasText: elder });
        await session.locator('summary').click();
        await session.locator('.names').getByText(elder).waitFor();
      });

      it('is told what a stop does before it is one, and may go on from there', async () => {
        await press('停止');
        await page.getByText('屏幕会回到平时的内容').waitFor();
        await press('停下来');
        await page.getByRole('button', { name: /^接着做：/ }).waitFor();
        await onScreen('timetable');
        await boardRow(one.course).waitFor();
      });

      it('puts the roll right and cancels a session without the hub, and reads that both wait', async () => {
        await hub.kill('SIGKILL');
        await page.bringToFront();
        await go('活动');
        await openRoll('八段锦');
        await press(`${elder} 没来`);
        await sheet().getByRole('combobox').selectOption({ label: '签错了人' });
        await press('撤掉签到');
        const row = sheet().locator('li').filter({ hasText: elder });
        await unsent(row).waitFor();
        assert.match(await row.innerText(), /签错了人/);
        await sheet().getByRole('button', { name: '关上' }).click();
        await openRoll(one.course);
        await press('改这一场');
        await sheet().getByLabel('这一场不办了').check();
        await sheet()
          .getByLabel(/^为什么不办/)
          .fill('老师病了');
        await press('保存');
        await page.getByText(`${one.course} 这一场取消了`).waitFor();
        await unsent(timetable()).first().waitFor();
        await page.getByText('连不上主机，2 条等着送出').first().waitFor();
      });

      it('sends both when the hub is back: kiosk and television say so, and who was put off the roll is', async () => {
        await hub.restart();
        await page.getByText(/条等着送出/).waitFor({ state: 'hidden' });
        await unsent(timetable()).first().waitFor({ state: 'hidden' });
        await screen.bringToFront();
        await boardRow(one.course).getByText('今天停一次').waitFor();
        await kiosk.bringToFront();
        await settled(kiosk);
        await kiosk.getByRole('button', { name: '上课活动' }).click();
        const card = kiosk.getByRole('button', { name: new RegExp(`${one.course}.*停一次`) });
        await card.waitFor();
        await settled(kiosk);
        await card.click();
        await kiosk.getByText('老师病了').waitFor();
        await goHome(kiosk);
        await page.bringToFront();
        await go('今天');
        await page
          .getByRole('region', { name: /^八段锦/ })
          .getByText('已到 0 人')
          .waitFor();
      });

      it('has thrown no error', () => assert.deepEqual(own.errors, []));
    });
  }

  it('neither has a page of the house', () => assert.deepEqual(house.errors, []));
});
