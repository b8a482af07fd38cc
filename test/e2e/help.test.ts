import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { LocalStore } from '../../src/protocol/client/api.ts';
import { staysThere } from '../support/elders.ts';
import { Profile, shiftClock } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

const clock = fileURLToPath(new URL('../support/shifted-clock.mjs', import.meta.url));
const DAY_MS = 86_400_000;

/** A kiosk in the lobby and a console in the office, with a hub between them. */
describe('a call for help', { timeout: 600_000 }, () => {
  const profile = new Profile();
  let hub: HubProcess;
  let kiosk: Page;
  let office: Page;

  before(async () => {
    hub = await startHub();
    await profile.open();
    await profile.browser.addInitScript(staysThere);
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
  });

  const press = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.bringToFront();
    await page.getByRole('button', { name }).click();
  };
  const says = async (page: Page, words: string): Promise<void> => {
    await page.bringToFront();
    await page.getByText(words).first().waitFor();
  };

  /** A tap that falls into the change of a page is none: whoever means it taps again. */
  const tap = (name: string, then: string): Promise<boolean> =>
    until(async () => {
      await kiosk.bringToFront();
      if (await kiosk.getByText(then).first().isVisible()) return true;
      const button = kiosk.getByRole('button', { name, exact: true });
      if (await button.isVisible()) await button.click();
      return false;
    });

  it('is nobody’s while no console is there, and the kiosk says so; it says that somebody is called once one has it', async () => {
    await tap('找人帮忙', '正在叫人');
    await says(kiosk, '还没有人看到');
    office = await profile.face('staff', hub.links.staff['manager'] ?? '');
    await says(office, '1 个人在找人帮忙');
    await says(kiosk, '已经叫人了');
  });

  it('answered by a slip waits again; answered, it names who comes, on home too', async () => {
    await press(office, /^我马上来：/);
    await says(kiosk, '有人来了');
    await press(office, '撤销');
    await says(kiosk, '已经叫人了');
    await press(office, /^我马上来：/);
    await says(kiosk, '说马上过来');
    await tap('首页', '马上来');
  });

  it('comes up on a locked phone by its worker, once, and the page says that it was heard only then', async () => {
    await profile.browser.grantPermissions(['notifications'], { origin: hub.url });
    await office.bringToFront();
    await office.getByRole('link', { name: '更多' }).click();
    await office.getByText('手机锁着也能叫您').waitFor();
    // What is pushed before its worker has begun to work is nobody's.
    await profile.keptOffline(office);
    const devtools = await profile.browser.newCDPSession(office);
    const registrationId = await new Promise<string>((found, failed) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
        if (first !== undefined) found(first.registrationId);
      });
      devtools.send('ServiceWorker.enable').catch(failed);
    });
    const push = (data: object): Promise<unknown> =>
      devtools.send('ServiceWorker.deliverPushMessage', {
        origin: hub.url,
        registrationId,
        data: JSON.stringify(data),
      });
    const shown = (): Promise<readonly string[]> =>
      office.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return ((await registration?.getNotifications()) ?? []).map(({ title }) => title);
      });
    await push({ tag: 'c1', title: '大厅有人找人帮忙', body: '', quiet: false });
    await until(async () => (await shown()).includes('大厅有人找人帮忙'));
    await office.getByText('锁屏也会叫您，试过听得到').waitFor();
    await push({ tag: 'c1', title: '张老师去大厅了', body: '', quiet: true });
    await until(async () => (await shown()).includes('张老师去大厅了'));
    assert.deepEqual(await shown(), ['张老师去大厅了'], 'the newest stands for the call');
    await office.getByRole('link', { name: '今天' }).click();
  });

  it('that nobody closed is over the next day: home does not speak of it, staff are told, and a press is a new call', async () => {
    await kiosk.close();
    await office.close();
    const { port, dataDir } = hub;
    await hub.kill();
    const env = { NODE_OPTIONS: `--import ${clock}`, LELING_TEST_SHIFT_MS: String(DAY_MS) };
    hub = await startHub({ port, dataDir, env });
    await profile.browser.addInitScript(shiftClock, DAY_MS);
    office = await profile.face('staff', hub.links.staff['manager'] ?? '');
    await says(office, '1 次求助没有人记下结果');
    kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
    assert.equal(await kiosk.evaluate(callsThatHomeKnows), 1, 'home knows of it');
    assert.equal(await kiosk.getByText('有人叫帮忙').count(), 0);
    await tap('找人帮忙', '叫人');
    await says(office, '1 个人在找人帮忙');
    await says(kiosk, '已经叫人了');
  });

  it('is an emergency once that is asked and answered, and stands apart at the console', async () => {
    await tap('助急：马上要人', '要马上来人吗');
    await tap('马上来人', '紧急叫人');
    await says(office, '助急：');
    await says(kiosk, '已经紧急叫人了');
    assert.deepEqual(profile.errors, []);
  });
});

/** In the page: how many calls home has to say something of, once it has: what says it comes after its first paint. */
async function callsThatHomeKnows(): Promise<number> {
  await customElements.whenDefined('ll-kiosk-open-call');
  const face = document.querySelector('ll-kiosk-shell');
  const store = await new Promise<LocalStore>((callback) => {
    const asked = { context: 'leling-store', contextTarget: face, callback };
    face?.dispatchEvent(
      Object.assign(new Event('context-request', { bubbles: true, composed: true }), asked),
    );
  });
  // It has asked the same before.
  const calls = await store.query((view) => view.list('device', 'helpCall'));
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return calls.length;
}
