import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const PINS = { canteen: '270618', leader: '918273', manager: '402917' } as const;
const COOK = '李师傅';
const LEADER = '张老师';
const MANAGER = '王经理';

/**
 * One tablet in a kitchen and two who use it: each acts in their own name, and none loses what they were at.
 * The steps build on each other, so a failed one fails those after it.
 */
describe('a tablet that two share', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let page: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    for (const [accountId, secret] of Object.entries(PINS))
      assert.equal((await manager.post(`/api/accounts/${accountId}/secret`, { secret })).status, 204);
    await profile.open();
    page = await profile.face('phone', `${hub.url}/staff`);
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const consoleOf = (): string => new URL(page.url()).searchParams.get('device') ?? '';
  const isHere = (name: string): Promise<void> =>
    page.getByRole('button', { name: `${name} 换人` }).waitFor();
  async function byName(name: string, pin: string): Promise<void> {
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(name);
    await page.getByLabel('PIN 或密码').fill(pin);
    await page.locator('form').getByRole('button', { name: '登录' }).click();
    await isHere(name);
  }
  async function byPad(pin: string): Promise<void> {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: '打开', exact: true }).click();
  }

  async function turnTo(name: string, pin: string): Promise<void> {
    await page.getByRole('button', { name: /换人$/ }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await byPad(pin);
    await isHere(name);
  }
  /** What somebody has typed for the price of a dish and not published. */
  const price = () => page.getByRole('article', { name: '番茄炒蛋' }).getByRole('textbox', { name: '价格' });
  async function toMenu(): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: '菜单' }).click();
    await price().waitFor();
  }

  it('lets a second come in by name, on the console that it is', async () => {
    await byName(COOK, PINS.canteen);
    const tablet = consoleOf();
    await page.getByRole('button', { name: /换人$/ }).click();
    await page.getByRole('button', { name: '我不在上面' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
    // The session of whoever left it lasts: a page that has asked the hub is nobody's all the same.
    await Promise.all([page.waitForResponse(/\/api\/me/), page.reload()]);
    await byName(LEADER, PINS.leader);
    assert.equal(consoleOf(), tablet, 'and no other is made of it');
  });

  it('lets them take turns by a tap on the name and the PIN', async () => {
    const tablet = consoleOf();
    for (const [name, pin] of [
      [COOK, PINS.canteen],
      [LEADER, PINS.leader],
      [COOK, PINS.canteen],
    ] as const) {
      await page.getByRole('button', { name: /换人$/ }).click();
      await page.getByRole('button', { name, exact: true }).click();
      await byPad(pin);
      await isHere(name);
    }
    assert.equal(consoleOf(), tablet);
  });

  it('asks whoever loads a locked page anew for the PIN, though the session lasts', async () => {
    await page.getByRole('button', { name: /换人$/ }).click();
    await page.getByRole('heading', { name: '您是哪一位？' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: `您好，${COOK}` }).waitFor();
    await byPad(PINS.leader);
    await page.getByText('PIN 不对，请再试一次').waitFor();
    await byPad(PINS.canteen);
    await isHere(COOK);
    await page.reload();
    await isHere(COOK);
  });

  it('keeps what two of them are writing apart, and for each till they come back', async () => {
    await page.getByRole('button', { name: /换人$/ }).click();
    await page.getByRole('button', { name: '我不在上面' }).click();
    await byName(MANAGER, PINS.manager);
    await toMenu();
    await price().fill('7');
    await turnTo(COOK, PINS.canteen);
    await toMenu();
    assert.equal(await price().inputValue(), '5', 'the price that stands, not what another was typing');
    await price().fill('8');
    await turnTo(MANAGER, PINS.manager);
    await toMenu();
    assert.equal(await price().inputValue(), '7');
    await turnTo(COOK, PINS.canteen);
    await toMenu();
    assert.equal(await price().inputValue(), '8');
    await page.getByRole('navigation').getByRole('link', { name: '今天' }).click();
  });

  it('lets the other in while the hub is gone, and asks for the PIN once', async () => {
    await profile.keptOffline(page);
    await hub.kill();
    await page
      .getByText(/连不上主机/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /换人$/ }).click();
    await page.getByRole('button', { name: LEADER, exact: true }).click();
    await page.getByRole('heading', { name: `您好，${LEADER}` }).waitFor();
    await byPad(PINS.leader);
    await isHere(LEADER);
  });
});
