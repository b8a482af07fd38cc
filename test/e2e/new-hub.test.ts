import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Browser } from '../support/browser.ts';
import { leaveDone, loneTails, signIn } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

/** The mini PC was replaced, its folder was not brought along, and the new one has the old one's address. */
describe('a kiosk at whose hub’s address a hub was begun anew', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const env = { LELING_CONFIG: config.folder };
  const profile = new Profile();
  const told: Request[] = [];
  let old: HubProcess;
  let anew: HubProcess;
  let kiosk: Page;

  before(async () => {
    old = await startHub({ env });
    await profile.open();
    profile.browser.on('request', (request) => told.push(request));
  });
  after(async () => {
    await profile.dispose();
    await old.dispose();
    await anew.dispose();
    config.remove();
  });

  const answered = (path: string): Promise<Request> =>
    until(async () => {
      const asked = told.filter((request) => new URL(request.url()).pathname.startsWith(path));
      for (const request of asked) if ((await request.response().catch(() => null)) !== null) return request;
      return undefined;
    });

  it('goes on with what it has, and tells the new hub nothing that waits', async () => {
    kiosk = await profile.face('kiosk', old.links.kiosk ?? '');
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    await profile.keptOffline(kiosk);
    await old.kill();
    await signIn(kiosk, loneTails(1)[0] ?? '');
    told.splice(0);
    anew = await startHub({ env, port: old.port });
    await until(() => kiosk.evaluate(() => localStorage.getItem('leling:another-hub') !== null));
    const { muts } = JSON.parse((await answered('/sync/push')).postData() ?? '{}');
    assert.deepEqual(muts, []);
    assert.equal(await kiosk.locator('ll-signed-out').count(), 0);
    await leaveDone(kiosk, kiosk.getByRole('button', { name: '吃饭' }));
  });

  it('is paired again by one press on its self-check and the number typed at the new hub, which then has what waited, once', async () => {
    const manager = new Browser(anew.url);
    await manager.open(anew.links.staff['manager'] ?? '');
    await until(async () => {
      const { troubles } = await (await manager.get('/api/health')).json();
      return troubles.some(({ code }: { code: string }) => code === 'strangers');
    });
    const page = await profile.face('kiosk', `${anew.url}/self-check`);
    await page.getByText('应答的不是它认得的那台主机').waitFor();
    told.splice(0);
    await page.getByRole('link', { name: '显示配对号码' }).click();
    await page.getByText('没送出的 1 条记录都留着').waitFor();
    const code = ((await page.locator('ll-pairing-page .code').textContent()) ?? '').replace(/\s/g, '');
    assert.equal((await (await answered('/api/pairing')).allHeaders())['cookie'], undefined);
    const shown = await (await manager.get(`/api/pairing/shown/${code}`)).json();
    assert.deepEqual(shown.was, { deviceId: 'lobby-kiosk', waiting: 1 });
    await kiosk.close();
    assert.equal((await manager.post('/api/pairing/confirm', { code, deviceId: 'lobby-kiosk' })).status, 200);
    await page.getByRole('button', { name: '吃饭' }).waitFor();
    const came = await until(async () => {
      const answer = await manager.get('/sync/pull?clientId=c-reader&bucket=people:sample');
      const { rows } = await answer.json();
      const found = rows.filter(({ kind }: { kind: string }) => kind === 'attendance');
      return found.length > 0 && found;
    });
    assert.equal(came.length, 1);
    assert.deepEqual(profile.errors, []);
  });
});
