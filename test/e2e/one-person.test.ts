import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

const PIN = '402917';

interface AuditRow {
  readonly kind: string;
  readonly data: { readonly name: string; readonly by: string } | null;
}

/**
 * One cook and one phone, and sessions that end on it. Whichever way he comes back, what he made goes out, once. The
 * steps build on each other, so a failed one fails those after it.
 */
describe('one person comes back to one browser', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let manager: Browser;
  let cookId: string;
  let page: Page;
  let made = 0;
  /** Only this gives a browser its console's cookie anew. */
  const asksWho = /\/api\/me\?/;
  const underWay = new Set<Request>();

  /** Who has made a sort of change, as the manager reads it: one name a change. */
  async function doers(change: string): Promise<string[]> {
    const answer = await (await manager.get('/sync/pull?clientId=c-reader&bucket=audit:sample')).json();
    const rows: AuditRow[] = answer.rows;
    return rows.flatMap(({ kind, data }) => (kind === 'audit' && data?.name === change ? [data.by] : []));
  }
  const sellers = (): Promise<string[]> => doers('menu.soldOut');

  const consoleOf = (face: Page): string => new URL(face.url()).searchParams.get('device') ?? '';
  const sheetOf = (face: Page) => face.getByRole('dialog', { name: '请重新登录' });
  /** His session ends, the page finds out and asks for his PIN, and he puts that away. */
  async function endSession(face: Page): Promise<void> {
    await until(async () => {
      // An answer that was under way to the page may bring its session back.
      await profile.browser.clearCookies({ name: /^leling_s_/ });
      await face.evaluate(() => dispatchEvent(new Event('online')));
      return sheetOf(face)
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
    });
    await putAway(face);
  }

  /** The browser has no cookie any more. An answer that was under way would bring one back: it is let come first, and no other asked for. */
  async function loseCookies(): Promise<void> {
    await profile.browser.route(asksWho, (route) => route.abort());
    await until(() => underWay.size === 0);
    await profile.browser.clearCookies();
    await profile.browser.unroute(asksWho);
  }

  /** The manager sends somebody a fresh one-time link. */
  async function linkFor(accountId: string): Promise<string> {
    const answer = await (await manager.post(`/api/accounts/${accountId}/link`, {})).json();
    return String(answer.url);
  }

  async function sellOut(face: Page): Promise<void> {
    await face
      .getByRole('button', { name: /：卖完$/ })
      .first()
      .click();
    made += 1;
    await shown(face);
  }

  const shown = (face: Page): Promise<void> =>
    face
      .getByRole('button', { name: /：又有了$/ })
      .nth(made - 1)
      .waitFor();

  async function signInOver(face: Page): Promise<void> {
    const form = face.locator('ll-staff-sign-in');
    await form.getByRole('textbox', { name: 'PIN 或密码' }).fill(PIN);
    await form.getByRole('button', { name: '登录', exact: true }).click();
    await sheetOf(face).waitFor({ state: 'hidden' });
  }

  async function putAway(face: Page): Promise<void> {
    await sheetOf(face).getByRole('button', { name: '关上' }).click();
    await sheetOf(face).waitFor({ state: 'hidden' });
  }

  /** All he has made is with the hub, as his, nothing of it twice, and before him; and nobody is told of any that waits. */
  async function allSent(face: Page): Promise<void> {
    // While it is brought from one console to another it may stand noted under neither.
    await until(async () => (await sellers()).length >= made);
    await face.waitForFunction(() => localStorage.getItem('leling:unsent') === '[]');
    assert.deepEqual(await sellers(), Array(made).fill('李师傅'));
    await face.getByText('等本人在这里登录后送出').waitFor({ state: 'hidden' });
    await shown(face);
  }

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
    profile.browser
      .on('request', (asked) => asksWho.test(asked.url()) && underWay.add(asked))
      .on('response', (answer) => underWay.delete(answer.request()))
      .on('requestfailed', (asked) => underWay.delete(asked));
    manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    page = await profile.face('phone', hub.links.staff['canteen'] ?? '');
    cookId = await page.evaluate(async (console) => {
      await fetch(`/api/account/secret?device=${console}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: '402917' }),
      });
      return String((await (await fetch(`/api/me?device=${console}`)).json()).account.id);
    }, consoleOf(page));
    await page.getByRole('heading', { name: /午饭/ }).waitFor();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('the sheet that asks for the PIN stays away once it is put away, and the page says how it stands', async () => {
    await endSession(page);
    await sellOut(page);
    await sellOut(page);
    await page.getByText('李师傅的登录结束了').first().waitFor();
    await page.getByText('2 项修改还在这台设备上').first().waitFor();
    assert.equal(await sheetOf(page).isVisible(), false, 'not again at each press in the lunch rush');
    assert.equal(await page.getByText('本机连不上').count(), 0, 'the hub can be reached');
    assert.deepEqual(await sellers(), []);
  });

  it('a fresh link brings him back to his console after a colleague was on it by hers, and his work goes out', async () => {
    const his = consoleOf(page);
    await page.goto(hub.links.staff['leader'] ?? '');
    await page.getByText('李师傅有 2 项修改在这台设备上').waitFor();
    assert.deepEqual(await sellers(), []);
    await page.goto(await linkFor(cookId));
    assert.equal(consoleOf(page), his);
    await allSent(page);
  });

  it('a browser that has lost its cookies becomes another console: what waited under the first goes out from there', async () => {
    await endSession(page);
    await sellOut(page);
    const before = consoleOf(page);
    await loseCookies();
    await page.goto(await linkFor(cookId));
    assert.notEqual(consoleOf(page), before);
    await allSent(page);
  });

  it('his page of the first console is still open: the second says so, and sends when that is closed', async () => {
    await endSession(page);
    await sellOut(page);
    await page.getByText('1 项修改还在这台设备上').first().waitFor();
    await loseCookies();
    const second = await profile.face('phone', await linkFor(cookId));
    assert.notEqual(consoleOf(second), consoleOf(page));
    await second.getByText('您还有 1 项修改在这台设备的另一个页面里').waitFor();
    await page.close();
    page = second;
    await allSent(page);
  });

  it('signing in over the page leaves him where he is, and nothing he made stays behind', async () => {
    const here = consoleOf(page);
    await endSession(page);
    await sellOut(page);
    await page.getByRole('button', { name: '登录', exact: true }).first().click();
    await signInOver(page);
    assert.equal(consoleOf(page), here);
    await allSent(page);
  });

  it('cookies that go while he writes a menu cost him nothing: the PIN over the page, and it is published from there', async () => {
    const here = consoleOf(page);
    await page.getByRole('link', { name: '修改菜单' }).click();
    const price = page.getByRole('article', { name: '番茄炒蛋' }).getByRole('textbox', { name: '价格' });
    await price.fill('6.5');
    await loseCookies();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('李师傅的登录结束了').first().waitFor();
    assert.equal(await sheetOf(page).isVisible(), false, 'nothing opens under the hands of somebody typing');
    assert.equal(await price.inputValue(), '6.5');
    await page.getByRole('button', { name: /^发布/ }).click();
    await sheetOf(page).waitFor();
    assert.deepEqual(await doers('menu.publish'), []);
    await signInOver(page);
    await until(async () => (await doers('menu.publish')).length > 0);
    assert.deepEqual(await doers('menu.publish'), ['李师傅']);
    assert.equal(consoleOf(page), here, 'he is where he was');
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
