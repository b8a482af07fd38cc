import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { itemOf, menuId } from '../../src/features/menus/model/menu.ts';
import { addDays, type CivilDate } from '../../src/kernel/time.ts';
import type { WireRow } from '../../src/protocol/wire/pull.schema.ts';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';
import { xlsx } from '../support/workbooks.ts';

const COOK = '李师傅';
const PIN = '270618';

/** Each glass a cook holds, and a lunch of its own, so that neither run passes for the other. */
const SIZES = [
  {
    size: 'a telephone',
    glass: { width: 390, height: 844 },
    touch: true,
    written: ['番茄炒蛋', '清蒸鲈鱼'],
    priced: { dish: '番茄炒蛋', to: '6.5', later: '7' },
    /** The new price is to last: what the kitchen's list says of the dish from then on. */
    lasting: true,
    listed: '6.5/3',
    made: { name: '红焖羊排', price: '28' },
    out: '清蒸鲈鱼',
    came: '46',
    plan: { file: '冬季食谱.xlsx', dish: '冬笋焖鸡', price: '15元', inDays: 8 },
    why: null,
  },
  {
    size: 'a desk',
    glass: { width: 1440, height: 900 },
    touch: false,
    written: ['干锅菜花', '五花肉烩苋菜'],
    priced: { dish: '干锅菜花', to: '4.5', later: '5' },
    lasting: false,
    listed: '4/2.5',
    made: { name: '糖醋小排', price: '22' },
    out: '五花肉烩苋菜',
    came: '58',
    plan: { file: '师傅的食谱.xlsx', dish: '栗子烧白菜', price: '9元', inDays: 9 },
    why: '厨房停水',
  },
] as const;

/**
 * What a cook does on a day, from the sign-in to what guests see of it in the dining hall and at the kiosk, with the hub
 * away in the middle. The steps build on each other, so a failed one fails those after it.
 */
describe("a canteen worker's day", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const house = new Profile();
  let hub: HubProcess;
  let kiosk: Page;
  let screen: Page;
  let manager: Browser;
  let pusher: Pusher;
  let today: CivilDate;
  /** Of today's lunch, as it stands: each thing that is done with it makes the next. */
  let version = 0;

  const lunch = (): string => menuId(today, 'lunch', 'main');
  const push = (name: string, args: object): Promise<void> =>
    pusher.push(name, [{ menuId: lunch(), ...args }]);

  /** The version of what is drafted of today's lunch, as the hub has it. */
  async function drafted(): Promise<number> {
    const page: { readonly rows: readonly WireRow[] } = await (
      await manager.get('/sync/pull?clientId=c-reader&bucket=staff:sample')
    ).json();
    const row = page.rows.find(({ kind, id }) => kind === 'menuDraft' && id === lunch());
    return Number(Reflect.get(Object(row?.data), 'version'));
  }

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    manager = new Browser(hub.url);
    await manager.open(String(hub.links.staff['manager']));
    assert.equal((await manager.post('/api/accounts/canteen/secret', { secret: PIN })).status, 204);
    pusher = new Pusher((body) => manager.post('/sync/push', body));
    await house.open();
    kiosk = await house.face('kiosk', String(hub.links.kiosk));
    screen = await house.face('screen', String(hub.links.screens['dining-hall']));
    const showing = await shows(/^menu:.*\.lunch\.main@\d+$/);
    today = showing.slice('menu:'.length, 'menu:2026-01-01'.length);
    version = Number(showing.slice(showing.indexOf('@') + 1));
    await push('menu.withdraw', { baseVersion: version });
    version += 1;
  });
  after(async () => {
    await house.dispose();
    await hub.dispose();
    config.remove();
  });

  /** Waits until the screen of the dining hall says that it shows something, and gives what; a page in the background paints nothing. */
  async function shows(what: RegExp): Promise<string> {
    await screen.bringToFront();
    const found = await screen.waitForFunction((pattern) => {
      const { showing } = document.documentElement.dataset;
      return showing !== undefined && new RegExp(pattern).test(showing) ? showing : null;
    }, what.source);
    return String(await found.jsonValue());
  }
  /** The next version of today's lunch, or the one so many after this, is on the screen. */
  async function onScreen(steps = 1): Promise<void> {
    version += steps;
    await shows(new RegExp(`^menu:${lunch()}@${version}$`));
  }
  /** The rows on the screen: others are set unseen beside them to be measured. */
  const boardRows = (): Locator => screen.locator('ul:not(.galley) > li.row');
  const boardRow = (dish: string): Locator => boardRows().filter({ hasText: dish });
  const costs = (row: Locator, yuan: string): Promise<void> =>
    row
      .locator('.price')
      .filter({ hasText: new RegExp(`^\\s*${yuan}\\s*元`) })
      .first()
      .waitFor();
  async function atKiosk(look: (row: (dish: string) => Locator) => Promise<unknown>): Promise<void> {
    await kiosk.bringToFront();
    const rows = kiosk.locator('ll-kiosk-meal-card li').filter({ visible: true });
    await look((dish) => rows.filter({ hasText: dish }));
  }

  for (const [at, one] of SIZES.entries()) {
    describe(`at ${one.size}`, () => {
      const { priced, made, plan } = one;
      const own = new Profile({ touch: one.touch });
      let page: Page;

      before(async () => {
        // Whoever cooks finds what a colleague has written the evening before.
        const items = one.written.flatMap((name) => sampleOf('dish').filter((dish) => dish.name === name));
        await push('menu.draft', {
          items: items.map(itemOf),
          set: null,
          note: null,
          baseVersion: await drafted(),
        });
        await own.open();
      });
      after(() => own.dispose());

      const tap = (what: Locator): Promise<void> => (one.touch ? what.tap() : what.click());
      const press = (name: string | RegExp, within: Locator | Page = page): Promise<void> =>
        tap(
          within
            .getByRole('button', { name, exact: typeof name === 'string' })
            .filter({ visible: true })
            .first(),
        );
      const go = (section: string): Promise<void> =>
        tap(page.locator('nav').getByRole('link', { name: section }));
      const says = (words: string | RegExp): Promise<void> =>
        page.getByText(words).filter({ visible: true }).first().waitFor();
      const silent = (words: string | RegExp): Promise<void> =>
        page.getByText(words).first().waitFor({ state: 'hidden' });
      const line = (dish: string): Locator => page.getByRole('article', { name: dish });
      const price = (dish: string): Locator => line(dish).getByRole('textbox', { name: '价格' });

      async function toLunch(): Promise<void> {
        await go('今天');
        await tap(page.getByRole('link', { name: '修改菜单' }));
        await price(priced.dish).waitFor();
      }
      const publish = (become = version + 1): Promise<void> => press(`发布 第${become}版`);
      const proof = (): Promise<void> =>
        says(new RegExp(`^餐厅电视 \\d+:\\d\\d:\\d\\d 起显示第${version}版$`));

      it('signs in, and today begins with a lunch to publish', async () => {
        await shows(new RegExp(`^no-menu:${lunch()}@`));
        page = await own.face('phone', `${hub.url}/staff`);
        await page.setViewportSize(one.glass);
        await page.getByRole('textbox', { name: '姓名', exact: true }).fill(COOK);
        await page.getByLabel('PIN 或密码').fill(PIN);
        await tap(page.locator('form').getByRole('button', { name: '登录' }));
        await says('王经理写的，长者还看不到');
        const [first] = await page.locator('main h2').allInnerTexts();
        assert.match(String(first), /^午饭/, 'the day’s job does not come first');
        await press(`发布这 ${one.written.length} 道菜`);
        await onScreen();
        for (const dish of one.written) await boardRow(dish).waitFor();
        await says(`已发布 第${version}版`);
      });

      it('puts down how many came to breakfast, and finds what was put down before', async () => {
        const earlier = SIZES[at - 1];
        if (earlier !== undefined) {
          await says(`早饭来了 ${earlier.came} 人（${COOK}记的）`);
          await press('改');
        }
        await page.getByLabel('早饭来了多少人').fill(one.came);
        await press('记下');
        await says(`早饭来了 ${one.came} 人（${COOK}记的）`);
      });

      it('publishes another price, and reads since when it is on the television', async () => {
        await toLunch();
        await price(priced.dish).fill(priced.to);
        await publish();
        await onScreen();
        await costs(boardRow(priced.dish), priced.to);
        await proof();
        await press(one.lasting ? '以后都改' : '只这一次');
        await silent('以后的菜单也改吗');
        await atKiosk((row) => costs(row(priced.dish), priced.to));
      });

      it('types a dish that the kitchen has never made, and guests can order it', async () => {
        await press('加一道菜');
        const picker = page.locator('ll-staff-dish-picker');
        await picker.getByLabel(/^找菜名/).fill(made.name);
        await press(`菜品库里没有，新做“${made.name}”`, picker);
        await picker.getByLabel('价格（元）').fill(made.price);
        await press('加进菜单', picker);
        // So soon after it, and where the finger still is, a second tap would count as a tremble.
        await picker.getByRole('button', { name: '好了，加了 1 道' }).press('Enter');
        await line(made.name).waitFor();
        await publish();
        await onScreen();
        await costs(boardRow(made.name), made.price);
        await proof();
        await atKiosk((row) => costs(row(made.name), made.price));
      });

      it('brings in a plan from a workbook, is told of what is doubtful, and takes it back', async () => {
        const days = page.getByRole('group', { name: '哪一天', exact: true }).getByRole('button');
        // The first of them is yesterday.
        await tap(days.nth(plan.inDays + 1));
        await line(made.name).waitFor({ state: 'detached' });
        const day = (after: number): string => addDays(today, plan.inDays + after);
        const buffer = await xlsx([
          ['日期', '餐次', '菜名', '价格'],
          [day(0), '午餐', plan.dish, plan.price],
          [day(0), '午餐', priced.dish, '时价'],
          [day(1), '午餐', made.name, '20元'],
        ]);
        await press('导入表格');
        const sheet = page.locator('ll-staff-menu-import');
        await sheet.locator('input[type=file]').setInputFiles({
          name: plan.file,
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(buffer),
        });
        await says('读懂了 2 天、2 餐、3 道菜');
        const doubt = sheet.locator('details li').filter({ hasText: '价格看不懂，用菜品库的价格' });
        assert.match(await doubt.innerText(), /^\s*D3\s.*时价/s);
        const read = sheet.locator('p.meal').filter({ hasText: plan.dish });
        assert.match(await read.innerText(), new RegExp(`${priced.dish} ${one.listed}$`));
        assert.equal(await line(plan.dish).count(), 0, 'nothing is saved before it is confirmed');
        await press('存成草稿，2 餐', sheet);
        await says('2 餐已存成草稿，还没有发布');
        await line(plan.dish).waitFor();
        await press('撤销这次导入', sheet);
        await says('已经撤销，和导入以前一样');
        await line(plan.dish).waitFor({ state: 'detached' });
        await press('关上', sheet);
      });

      it('says in one tap what has run out, and in one that all is there again', async () => {
        await go('今天');
        await press(`${one.out}：卖完`);
        await onScreen();
        await boardRow(one.out).getByText('卖完了').waitFor();
        await atKiosk((row) => row(one.out).getByText('卖完了').waitFor());
        await press('全部恢复');
        await onScreen();
        await boardRow(one.out).locator('.price').first().waitFor();
        await atKiosk((row) => row(one.out).locator('.price').waitFor());
        await says('卖完的都恢复了');
      });

      it('sells out and publishes without the hub, and reads that both wait', async () => {
        await hub.kill('SIGKILL');
        await press(`${one.out}：卖完`);
        await says('等着送到主机');
        await says('连不上主机，1 条等着送出');
        await toLunch();
        await price(priced.dish).fill(priced.later);
        await publish(version + 2);
        await says(`第${version + 2}版 已保存到本机，2 条等着送出`);
        await says('连不上主机，2 条等着送出');
        assert.equal(await page.getByText(/起显示第/).count(), 0, 'nobody knows what is on the glass now');
        await shows(new RegExp(`^menu:${lunch()}@${version}$`));
      });

      it('has both on the television once, when the hub is back', async () => {
        await hub.restart();
        await silent(/条等着送出/);
        await onScreen(2);
        await boardRow(one.out).getByText('卖完了').waitFor();
        await costs(boardRow(priced.dish), priced.later);
        await until(async () => (await boardRows().count()) === one.written.length + 1);
        await proof();
        await atKiosk(async (row) => {
          await row(one.out).getByText('卖完了').waitFor();
          await costs(row(priced.dish), priced.later);
        });
      });

      it('takes the day’s lunch down, and guests are told', async () => {
        await go('今天');
        await press('撤下、不开饭…');
        const off = page.locator('ll-staff-meal-card ll-staff-menu-off');
        if (one.why === null) await press('撤下菜单', off);
        else {
          await off.getByLabel(/^为什么/).fill(one.why);
          await press('这一餐不开饭', off);
        }
        version += 1;
        const [told, why] = one.why === null ? ['今日菜单未更新', '请问工作人员'] : ['这一餐不开饭', one.why];
        await screen.bringToFront();
        await screen.getByText(told).waitFor();
        await screen.getByText(why).waitFor();
        await kiosk.bringToFront();
        const card = kiosk.locator('ll-kiosk-meal-card').filter({ visible: true });
        await card.getByText(new RegExp(`${told}.*${why}`)).waitFor();
      });

      it('has thrown no error', () => assert.deepEqual(own.errors, []));
    });
  }

  it('neither has a page of the house', () => assert.deepEqual(house.errors, []));
});
