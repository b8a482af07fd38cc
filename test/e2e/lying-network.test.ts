import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { AppFolder } from '../support/app-folder.ts';
import { untilWritten } from '../support/builds-here.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, signInAs } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { LyingProxy, type Lie } from '../support/lying-proxy.ts';

const lies: readonly Lie[] = [
  'json-200',
  '401',
  '302-to-login',
  'cut-body',
  'no-gzip',
  'bent-numbers',
  'bent-json',
  'anothers-answer',
  'other-hub',
];

/** A network that answers in the hub's place, or spoils its answers: nothing of that is kept, and nobody is put out. */
describe('a network that lies', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const newerApp = new AppFolder();
  const tails = loneTails(lies.length + 2);
  let hub: HubProcess;
  let neighbours: HubProcess;
  let proxy: LyingProxy;
  let kiosk: Page;
  let screen: Page;
  let staff: Page;
  let came = 0;

  before(async () => {
    const env = { LELING_CONFIG: config.folder };
    newerApp.becomes({ id: 'newer001' });
    const withNewer = { ...env, LELING_APP: newerApp.path };
    [hub, neighbours] = await Promise.all([startHub({ env }), startHub({ env: withNewer })]);
    proxy = await LyingProxy.before(hub.port);
    await profile.open();
    const { kiosk: kioskLink, screens, staff: people } = hub.links;
    assert.ok(kioskLink && screens['dining-hall'] && people['leader']);
    kiosk = await profile.face('kiosk', proxy.through(kioskLink));
    await profile.keptOffline(kiosk);
    // What the first page took for the hours of its centre, before it had heard, holds for that page.
    await kiosk.reload();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    screen = await profile.face('screen', proxy.through(screens['dining-hall']));
    staff = await profile.face('staff', proxy.through(people['leader']));
  });

  after(async () => {
    await profile.dispose();
    await proxy.close();
    await hub.dispose();
    await neighbours.dispose();
    newerApp.remove();
    config.remove();
  });

  const signInNext = async (): Promise<void> => {
    await kiosk.bringToFront();
    came += 1;
    await signInAs(kiosk, tails[came - 1] ?? '', came);
  };
  const staffSee = async (): Promise<void> => {
    await staff.bringToFront();
    await staff.getByText(`${came} 人次`, { exact: true }).first().waitFor();
  };
  /** A face that rests after failures is told that its cable is in again, as a browser tells it. */
  const cableIsIn = (page: Page): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('online')));

  for (const lie of lies) {
    it(`says ${lie}: a check-in is kept, no face is put out, and the truth is taken up when it returns`, async () => {
      proxy.lie(lie, { only: /^\/(sync|api)/, otherHub: neighbours.port });
      await signInNext();
      for (const page of [kiosk, screen, staff]) await cableIsIn(page);
      await proxy.hasLied(3, / \/sync\/(?:push|pull)/);
      await proxy.hasLied(1, /device=dining-hall/);
      for (const page of [kiosk, screen, staff]) {
        assert.equal(await page.locator('ll-signed-out, ll-trouble-page, ll-pairing-page').count(), 0);
        assert.equal(await page.getByText('请先登录 Wi-Fi').count(), 0);
      }
      assert.match((await screen.locator('html').getAttribute('data-showing')) ?? '', /\S/);
      proxy.tellTheTruth();
      for (const page of [kiosk, staff]) await cableIsIn(page);
      await staffSee();
    });
  }

  it("keeps no build of the neighbours' hub, which offers a newer one on the same address", async () => {
    await untilWritten(kiosk, ({ current }) => (current?.proved ?? []).includes('/kiosk'));
    proxy.lie('other-hub', { otherHub: neighbours.port });
    await kiosk.reload();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    await proxy.hasLied(1, / \/build\.json/);
    // What was asked first is judged before what is asked after it.
    await kiosk.reload();
    await proxy.hasLied(2, / \/build\.json/);
    const { kept, waiting } = await untilWritten(kiosk, () => true);
    assert.deepEqual([kept.length, waiting], [1, null]);
    proxy.tellTheTruth();
  });

  it('has left nothing behind that a cold start falls over: the day is known and elders sign in, with the hub away', async () => {
    proxy.lie('bent-numbers', { only: /^\/(sync|api)/ });
    await cableIsIn(kiosk);
    await proxy.hasLied(2, / \/sync\/(?:push|pull)/);
    await profile.close();
    proxy.lie('json-200', { only: /^\/(sync|api)/ });
    await profile.open();
    kiosk = await profile.face('kiosk', `${proxy.url}/kiosk`);
    await signInNext();
    proxy.tellTheTruth();
    staff = await profile.face('staff', `${proxy.url}/staff`);
    // By itself: nobody tells the kiosk that the truth is back.
    await staffSee();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
