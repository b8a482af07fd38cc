import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { leaveDone, loneTails, settled, signInAs, whichOne } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import type { Hands } from '../support/touch.ts';
import { handsOn, placeOn } from '../support/touch-page.ts';

/** Real fingers on the real kiosk: the browser is told of touches as a panel would, and of nothing else. */
describe('an old hand on the kiosk', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const doubled = loneTails(120).filter((one) => /(\d)\1/.test(one));
  let hub: HubProcess;
  let kiosk: Page;
  let hands: Hands;

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
    hands = await handsOn(kiosk);
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    // The taps' own code comes right after home.
    await kiosk.locator('html[style*="touch-action"]').waitFor({ state: 'attached' });
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  /** Down near one corner of a thing, over it to the other, and up: with a tremble of the whole thing. */
  async function trembling(thing: Locator): Promise<void> {
    await thing.waitFor();
    await hands.put(1, await placeOn(thing, 0.2, 0.25));
    for (const [across, along] of [
      [0.5, 0.7],
      [0.7, 0.4],
      [0.85, 0.8],
    ] as const)
      await hands.slide(1, await placeOn(thing, across, along));
    await hands.lift(1);
  }

  /** From home to ✓ by touches alone. */
  async function signIn(tail: string, press: (thing: Locator) => Promise<void>): Promise<void> {
    await settled(kiosk);
    await press(kiosk.getByRole('button', { name: '我来签到' }));
    const keypad = kiosk.getByRole('group', { name: '数字键盘' });
    await keypad.or(whichOne(kiosk)).first().waitFor();
    if (!(await keypad.isVisible())) {
      await settled(kiosk);
      await press(whichOne(kiosk));
    }
    await keypad.waitFor();
    await settled(kiosk);
    for (const digit of tail) {
      // As fast as people type: a third of a second from digit to digit, by the panel's clock.
      hands.pause(350);
      await hands.tap(await placeOn(kiosk.getByRole('button', { name: digit, exact: true })));
    }
    await kiosk.getByRole('heading', { name: '是您吗？' }).waitFor();
    await settled(kiosk);
    await press(kiosk.locator('ll-pages.names').getByRole('button').first());
    await kiosk.getByText('签好了').waitFor();
  }

  it('signs in whose number ends in the same digit twice', async () => {
    const [tail = ''] = doubled;
    await signInAs(kiosk, tail, 1, () => signIn(tail, async (thing) => hands.tap(await placeOn(thing))));
  });

  /** The last elder's ✓ goes by itself, and not under a finger that was put where a button stood. */
  const home = (): Promise<true> => leaveDone(kiosk, kiosk.getByRole('button', { name: '我来签到' }));

  it('signs in though it trembles over the whole button and the other palm lies on the glass', async () => {
    await home();
    await hands.put(9, { x: 20, y: 900 });
    const tail = doubled[1] ?? '';
    await signInAs(kiosk, tail, 2, () => signIn(tail, trembling));
    await hands.lift(9);
  });

  /** Round the corners of the glass, and a PIN. */
  async function asStaff(secret: string): Promise<void> {
    await settled(kiosk);
    for (const [x, y] of [
      [20, 20],
      [1060, 20],
      [1060, 1900],
      [20, 1900],
    ] as const)
      await hands.tap({ x, y });
    await kiosk.getByRole('heading', { name: '工作人员设置' }).waitFor();
    await settled(kiosk);
    for (const digit of secret) {
      hands.pause(350);
      await hands.tap(await placeOn(kiosk.getByRole('button', { name: digit, exact: true })));
    }
    await hands.tap(await placeOn(kiosk.getByRole('button', { name: '确定' })));
  }

  it('lets staff in by the corners and their PIN, and nobody by another', async () => {
    const manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/account/secret', { secret: '402917' })).status, 204);
    await home();
    await asStaff('402918');
    await kiosk.getByText('没有核对上').waitFor();
    await kiosk.getByRole('button', { name: '首页' }).click();
    await asStaff('402917');
    await kiosk.getByRole('button', { name: '重新配对' }).waitFor();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
