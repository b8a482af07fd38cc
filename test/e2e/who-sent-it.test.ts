import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
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
 * Two people take turns at one console, as in a kitchen, and a session ends between them. The steps build on each
 * other, so a failed one fails those after it.
 */
describe('two people at one console', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let manager: Browser;
  let cooks: Page;
  let colleagues: Page;
  let device: string;

  /** Who has published a menu, as the manager reads it. */
  async function publishers(): Promise<string[]> {
    const page = await (await manager.get('/sync/pull?clientId=c-reader&bucket=audit:sample')).json();
    const rows: AuditRow[] = page.rows;
    return rows.flatMap(({ kind, data }) =>
      kind === 'audit' && data?.name === 'menu.publish' ? [data.by] : [],
    );
  }

  /** The cook changes their PIN on their phone: they are signed out at every console. */
  async function changePinElsewhere(): Promise<void> {
    const phone = new Browser(hub.url);
    const signedIn = await phone.post('/api/session', { name: '李师傅', secret: PIN });
    phone.device = (await signedIn.json()).deviceId;
    assert.equal((await phone.post('/api/account/secret', { secret: PIN })).status, 204);
  }

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
    manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/account/secret', { secret: PIN })).status, 204);
    cooks = await profile.face('staff', hub.links.staff['canteen'] ?? '');
    device = new URL(cooks.url()).searchParams.get('device') ?? '';
    await cooks.evaluate(
      async ({ console, secret }) =>
        void (await fetch(`/api/account/secret?device=${console}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ secret }),
        })),
      { console: device, secret: PIN },
    );
    await cooks.getByRole('heading', { name: /午饭/ }).waitFor();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('what the cook publishes after the session has ended is kept, and the page asks the cook to sign in over it', async () => {
    await cooks.getByRole('link', { name: '修改菜单' }).click();
    await cooks.getByRole('article', { name: '番茄炒蛋' }).getByRole('textbox', { name: '价格' }).fill('6.5');
    await changePinElsewhere();
    await cooks.getByText('李师傅的登录结束了').first().waitFor();
    const sheet = cooks.getByRole('dialog', { name: '请重新登录' });
    const form = cooks.locator('ll-staff-sign-in');
    assert.equal(await sheet.isVisible(), false, 'nothing opens under the hands of somebody typing');
    await cooks.getByRole('button', { name: /^发布/ }).click();
    await sheet.waitFor();
    await until(async () => (await form.getByRole('textbox', { name: '姓名' }).inputValue()) === '李师傅');
    await cooks.getByText('1 项修改还在这台设备上').first().waitFor();
    assert.equal(await cooks.getByText('不能改菜单').count(), 0, 'nobody says the cook may not');
    assert.deepEqual(await publishers(), []);
  });

  it('a colleague who signs in on it does not send it, works as themselves, and is told whose it is', async () => {
    colleagues = await profile.face('staff', `${hub.url}/staff?device=${device}`);
    const form = colleagues.locator('ll-staff-sign-in');
    await form.getByRole('textbox', { name: '姓名' }).fill('王经理');
    await form.getByRole('textbox', { name: 'PIN 或密码' }).fill(PIN);
    await form.getByRole('button', { name: '登录', exact: true }).click();
    await colleagues.getByText('李师傅有 1 项修改在这台设备上').waitFor();
    await colleagues.getByRole('link', { name: '更多' }).click();
    await colleagues.getByRole('heading', { name: '王经理' }).waitFor();
    assert.equal(await colleagues.locator('ll-staff-sign-in-again').count(), 0);
    assert.deepEqual(await publishers(), []);
  });

  it('the cook signs in again where they were, and it is published and recorded as the cook’s', async () => {
    await cooks.bringToFront();
    const sheet = cooks.getByRole('dialog', { name: '请重新登录' });
    const form = cooks.locator('ll-staff-sign-in');
    await form.getByRole('textbox', { name: 'PIN 或密码' }).fill(PIN);
    await form.getByRole('button', { name: '登录', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await cooks.waitForFunction(() => localStorage.getItem('leling:unsent') === '[]');
    assert.deepEqual(
      await until(async () => {
        const found = await publishers();
        return found.length > 0 && found;
      }),
      ['李师傅'],
    );
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
