import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { places } from '../../src/shells/watch/picture-drift.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { findByTail, leaveDone, loneTails, sayItIsMe } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

/** A face whose hub does not push asks it every minute. */
const ASKS_WITHIN_MS = 300_000;
/** What pages note of a machine that leaves them without the processor: nothing of theirs is gone. */
const OF_A_BUSY_MACHINE: readonly string[] = [
  'page-stood',
  'picture-renewed',
  'film-nudged',
  'live-renewed',
  'store-reopened',
];
/** So far down a screen's picture goes at some times of the day, lest it burns in; what stands at its foot does not. */
const DRIFTS_PX = Math.max(...places.map(([, y]) => y));

/** A glass that its hub no longer knows must not go on as if live, and must be let in again by its code. */
describe('a device that is signed off', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let manager: Page;

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
    manager = await profile.face('staff', hub.links.staff['manager'] ?? '');
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  /** Asks the hub as the manager's console would; gives the status. */
  const asManager = (method: string, path: string, body?: unknown): Promise<number> =>
    manager.evaluate(
      async ([how, where, what]) => {
        const { searchParams } = new URL(location.href);
        const answer = await fetch(`${where}?device=${searchParams.get('device') ?? ''}`, {
          method: how,
          ...(what === null ? {} : { body: what, headers: { 'content-type': 'application/json' } }),
        });
        return answer.status;
      },
      [method, path, body === undefined ? null : JSON.stringify(body)] as const,
    );
  const signOff = async (device: string): Promise<void> =>
    assert.equal(await asManager('DELETE', `/api/devices/${device}/token`), 204);
  /** Types the code that stands on a glass, as that same device. */
  async function pairAgain(glass: Page, deviceId: string): Promise<void> {
    const code = await glass.locator('ll-signed-out .code').textContent();
    const digits = (code ?? '').replace(/\s/g, '');
    assert.match(digits, /^\d{6}$/);
    assert.equal(await asManager('POST', '/api/pairing/confirm', { code: digits, deviceId }), 200);
  }
  /** How many have come today, as the hub has it. */
  const cameToTheHub = (): Promise<number> =>
    manager.evaluate(async () => {
      const device = new URL(location.href).searchParams.get('device') ?? '';
      const address = `/sync/pull?clientId=c-reader&bucket=people:sample&device=${device}`;
      const page: { readonly rows: readonly { readonly kind: string }[] } = await (
        await fetch(address)
      ).json();
      return page.rows.filter(({ kind }) => kind === 'attendance').length;
    });
  const showing = (glass: Page): Promise<string> =>
    glass.evaluate(() => document.documentElement.dataset['showing'] ?? '');

  it('a screen says so, keeps what it shows with its time, and comes back with its content by its code', async () => {
    const screen = await profile.face('screen', hub.links.screens['dining-hall'] ?? '');
    await screen.getByText('番茄炒蛋').first().waitFor();
    const before = await showing(screen);
    await manager.getByRole('link', { name: '屏幕' }).click();
    const told = manager.getByRole('region', { name: '餐厅电视' });
    await told.getByText('正在显示', { exact: true }).waitFor();
    await signOff('dining-hall');
    await told.getByText(/没有配对，收不到新内容/).waitFor();
    assert.equal(await told.getByText(/正在显示/).count(), 0);
    await screen.getByText(/这块屏已退出/).waitFor();
    await screen.getByText(/内容停在 今天 上午10:\d\d/).waitFor();
    await screen.getByText('番茄炒蛋').first().waitFor();
    await pairAgain(screen, 'dining-hall');
    await screen.locator('ll-signed-out').waitFor({ state: 'detached' });
    await screen.getByText('番茄炒蛋').first().waitFor();
    await screen.locator(`html[data-showing="${before}"]`).waitFor({ state: 'attached' });
    await told.getByText('正在显示', { exact: true }).waitFor();
    await manager.getByRole('link', { name: '今天' }).click();
    await screen.close();
  });

  it('a screen in the middle of an exercise says so too, within the minute, and the exercise goes on above it', async () => {
    const screen = await profile.face('screen', hub.links.screens['exercise-room'] ?? '');
    const leader = await profile.face('staff', hub.links.staff['leader'] ?? '');
    await leader.getByRole('link', { name: '活动' }).first().click();
    await leader.getByRole('button', { name: '活动室电视' }).click();
    await leader.getByRole('button', { name: '开始' }).click();
    await screen.waitForFunction(() => document.documentElement.dataset['showing']?.startsWith('run:'));
    await signOff('exercise-room');
    await screen.locator('ll-signed-out .code').waitFor({ timeout: 60_000 });
    assert.match(await showing(screen), /^run:exercise-room/);
    const [band, board] = [screen.locator('ll-signed-out .band'), screen.locator('ll-board-exercise')];
    await until(async () => {
      const [foot, whole] = [await band.boundingBox(), await board.boundingBox()];
      return foot !== null && whole !== null && whole.y + whole.height <= foot.y + DRIFTS_PX + 1;
    });
    await pairAgain(screen, 'exercise-room');
    await screen.locator('ll-signed-out').waitFor({ state: 'detached' });
    await screen.close();
    await leader.close();
  });

  it('a screen whose cookies are gone is let in again by itself, and shows nobody a code', async () => {
    const screen = await profile.face('screen', `${hub.url}/screen?device=dining-hall`);
    await screen.getByText('番茄炒蛋').first().waitFor();
    const cookie = async (): Promise<string | undefined> =>
      (await screen.context().cookies()).find(({ name }) => name.includes('dining-hall'))?.value;
    const lost = await cookie();
    assert.ok(lost !== undefined);
    const giveUpAt = Date.now() + ASKS_WITHIN_MS;
    let now: string | undefined = lost;
    while (now === undefined || now === lost) {
      if (Date.now() > giveUpAt)
        throw new Error(`not within ${ASKS_WITHIN_MS / 1000} s: it has a cookie of its own again`);
      // An answer that was under way may bring the old one back.
      if (now === lost) await screen.context().clearCookies({ name: /dining-hall/ });
      assert.equal(await screen.locator('ll-signed-out').count(), 0);
      await screen.waitForTimeout(200);
      now = await cookie();
    }
    await screen.close();
  });

  it('a kiosk is covered once nobody uses it, and what was made on it is sent when it is let in again', async () => {
    const kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
    const [tail = ''] = loneTails(1);
    await findByTail(kiosk, tail);
    await signOff('lobby-kiosk');
    await kiosk.getByText(/要重新配对/).waitFor();
    assert.equal(await kiosk.getByText(/现在连不上/).count(), 0, 'no cable is loose');
    assert.equal(await kiosk.locator('ll-signed-out').count(), 0, 'somebody is using it');
    await sayItIsMe(kiosk);
    await leaveDone(kiosk, kiosk.getByText('这台机器已退出，暂时不能用'));
    assert.equal(await kiosk.getByRole('button', { name: '吃饭' }).isVisible(), false);
    assert.equal(await cameToTheHub(), 0);
    await pairAgain(kiosk, 'lobby-kiosk');
    await kiosk.getByRole('button', { name: '吃饭' }).waitFor();
    await manager.getByText('1 人次').first().waitFor();
    assert.equal(await cameToTheHub(), 1);
    const healed: readonly { readonly kind: string; readonly detail: string }[] = JSON.parse(
      await kiosk.evaluate(() => localStorage.getItem('leling:healed') ?? '[]'),
    );
    // The screen of this browser may have told that it was let in again.
    const others = healed.filter(
      ({ kind, detail }) => detail !== 'dining-hall' && !OF_A_BUSY_MACHINE.includes(kind),
    );
    assert.deepEqual(others, [], 'what was let go of on purpose is no loss');
  });

  it('a console on which somebody signs out shows what they were granted on no other page either', async () => {
    const first = await profile.face('staff', hub.links.staff['advisor'] ?? '');
    const second = await profile.face('staff', first.url());
    await second.getByText('今天签到').first().waitFor();
    await first.bringToFront();
    await first.getByRole('link', { name: '更多' }).click();
    await first.getByRole('button', { name: '退出' }).click();
    await first.locator('ll-sheet[open]').getByRole('button', { name: '退出' }).click();
    for (const page of [first, second]) {
      await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
      await page.getByText('今天签到').first().waitFor({ state: 'detached' });
    }
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));

  it('asks how large it is where it is a new kiosk that hangs lengthways, and fills its glass from then on', async () => {
    const fresh = new Profile();
    try {
      await fresh.open();
      const glass = await fresh.browser.newPage();
      await glass.setViewportSize({ width: 1920, height: 1080 });
      await glass.goto(`${hub.url}/kiosk`);
      const digits = ((await glass.locator('ll-pairing-page .code').textContent()) ?? '').replace(/\s/g, '');
      const as = { code: digits, kind: 'kiosk', name: '二楼一体机', place: '二楼' };
      assert.equal(await asManager('POST', '/api/pairing/confirm', as), 200);
      await glass.getByRole('heading', { name: '这块屏有多大？' }).waitFor();
      await glass.getByRole('button', { name: '32 寸' }).click();
      await glass.getByText('这是一块 32 寸的屏，横着挂').waitFor();
      await glass.getByRole('button', { name: '一样大了，下一步' }).click();
      await glass.getByRole('button', { name: '看得清' }).click();
      await glass.getByRole('button', { name: '吃饭' }).waitFor();
      // The row with what was measured may come a moment later than the face.
      await until(async () => {
        const isWhole = (await glass.locator('ll-panel-line .strip').count()) === 0;
        const mm = await glass.evaluate(() =>
          parseFloat(document.documentElement.style.getPropertyValue('--mm')),
        );
        const shell = await glass.locator('ll-kiosk-shell').boundingBox();
        const fills = shell?.width === 1920 && shell.height === 1080;
        return isWhole && fills && Math.abs(mm - Math.hypot(1920, 1080) / (32 * 25.4)) < 0.01;
      });
      assert.deepEqual(fresh.errors, []);
    } finally {
      await fresh.dispose();
    }
  });
});
