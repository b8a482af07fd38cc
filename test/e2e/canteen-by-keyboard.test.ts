import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { Keys } from '../support/by-keys.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

const COOK = '李师傅';
const PIN = '270618';
const NEW_DISH = '葱油拌面';
const DISH = '番茄炒蛋';
const DESK = { width: 1440, height: 900 };
/** Whoever writes a menu begins with this, each day. */
const MOST_TO_ADD = 10;

interface DishOnMenu {
  readonly name: string;
  readonly priceFen: number | null;
  readonly soldOut: boolean;
}

/**
 * A cook's day at a desk by the keyboard alone: nothing is clicked, and nothing given the focus by the test. The steps
 * build on each other, so a failed one fails those after it.
 */
describe("the canteen's day by the keyboard", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let manager: Browser;
  let page: Page;
  let keys: Keys;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder }, stays: true });
    manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/accounts/canteen/secret', { secret: PIN })).status, 204);
    await profile.open();
    page = await profile.face('staff', `${hub.url}/staff`);
    await page.setViewportSize(DESK);
    keys = new Keys(page);
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const button = (name: string | RegExp): Locator =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .filter({ visible: true })
      .first();
  const link = (name: string): Locator => page.getByRole('link', { name, exact: true }).first();
  const heading = (section: string): Locator => page.getByRole('heading', { level: 1, name: section });

  /** Another page: its heading has the focus, for those who listen. */
  async function go(section: string): Promise<void> {
    await keys.to(link(section), { back: true });
    await keys.press('Enter', heading(section));
    await keys.comesTo(heading(section));
  }

  /** What the hub has of a dish that is on today's lunch. */
  async function onHub(dish: string): Promise<DishOnMenu | undefined> {
    const answer = await manager.get('/sync/pull?clientId=c-reader&bucket=centre:sample&limit=500');
    const { rows }: { rows: readonly { kind: string; id: string; data: { items: DishOnMenu[] } | null }[] } =
      await answer.json();
    const lunch = rows.find(({ kind, id }) => kind === 'menu' && id === `${config.today}.lunch.main`);
    return lunch?.data?.items.find(({ name }) => name === dish);
  }

  it('signs in', async () => {
    await keys.to(page.getByRole('textbox', { name: '姓名', exact: true }));
    await keys.type(COOK);
    await keys.to(page.getByLabel('PIN 或密码'));
    await keys.type(PIN);
    await page.keyboard.press('Enter');
    await button(`${DISH}：卖完`).waitFor();
  });

  it(`comes to the way to add a dish in ${MOST_TO_ADD} presses of Tab, and adds one that is new`, async (t) => {
    await keys.to(link('菜单'));
    await keys.press('Enter', button('加一道菜'));
    await keys.comesTo(heading('菜单'));
    const presses = await keys.to(button('加一道菜'));
    t.diagnostic(`${presses} presses of Tab from the page to 加一道菜`);
    assert.ok(presses <= MOST_TO_ADD, `${presses} presses`);
    const sought = page.getByRole('searchbox');
    await keys.press('Enter', sought);
    await keys.comesTo(sought);
    await keys.type(NEW_DISH);
    const price = page.locator('ll-staff-dish-form').getByLabel('价格（元）');
    await keys.press('Enter', price);
    await keys.comesTo(price);
    await keys.type('8');
    await keys.to(button('加进菜单'));
    await keys.press('Enter', sought);
    await keys.comesTo(sought);
    await keys.to(button('好了，加了 1 道'));
    await keys.press('Enter', page.getByRole('article', { name: NEW_DISH }));
    await keys.comesTo(button('加一道菜'));
  });

  it('changes a price and publishes', async () => {
    await keys.to(page.getByRole('article', { name: DISH }).getByRole('textbox', { name: '价格' }));
    await keys.type('6.5');
    await keys.to(button(/^发布 第2版/));
    await keys.press('Enter', page.getByText('已发布 第2版').first());
    await until(async () => (await onHub(DISH))?.priceFen === 650);
    assert.equal((await onHub(NEW_DISH))?.priceFen, 800);
  });

  it('says what has run out, and brings it back', async () => {
    await go('今天');
    await keys.to(button(`${DISH}：卖完`));
    await keys.press('Enter', button(`${DISH}：又有了`));
    await keys.comesTo(button(`${DISH}：又有了`));
    await until(async () => (await onHub(DISH))?.soldOut === true);
    await keys.press('Enter', button(`${DISH}：卖完`));
    await keys.comesTo(button(`${DISH}：卖完`));
    await until(async () => (await onHub(DISH))?.soldOut === false);
  });

  it('asks how a meal is called off, thinks better of it, then takes it down, and is where it was each time', async () => {
    const way = button(/不开饭…$/);
    const down = button('撤下菜单');
    await keys.to(way);
    await keys.press('Enter', down);
    await page.keyboard.press('Escape');
    await down.waitFor({ state: 'hidden' });
    await keys.comesTo(way);
    await keys.press('Enter', down);
    await keys.to(down);
    await keys.press('Enter', button('不开饭…'));
    await keys.comesTo(way);
    await until(async () => (await onHub(DISH)) === undefined);
  });

  it('carries a meal to where there is none in the week, and takes that back', async () => {
    await go('菜单');
    await keys.to(link('一周菜单'));
    await keys.press('Enter', button(/^搬动：/));
    await keys.comesTo(heading('菜单'));
    await keys.to(button(/^搬动：/));
    await keys.press('Enter', button('不放了'));
    await keys.to(button(/^放这里：.*午饭$/));
    await keys.press('Enter', page.getByText(/抄到了.*，是草稿$/));
    await keys.to(button('撤销'), { back: true });
    await keys.press('Enter', button(/^搬动：/));
    await page.getByText(/抄到了/).waitFor({ state: 'hidden' });
    assert.deepEqual(profile.errors, []);
  });
});
