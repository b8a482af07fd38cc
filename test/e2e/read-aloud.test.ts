import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { findByTail, loneTails, settled } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { until } from '../support/until.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

declare global {
  interface Window {
    /** Seconds of each sound that has been heard to its end. */
    heard: number[];
    /** How many times as fast as it is said it is heard. */
    haste: number;
  }
}

/** Somebody who cannot read the page has it read to them, by the hub's voice and without it. */
describe('读给我听 at the kiosk', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let kiosk: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder, LELING_VOICE: '' } });
    await profile.open();
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '', (page) =>
      page.addInitScript(() => {
        window.heard = [];
        // Nobody waits here.
        window.haste = 4;
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
          this.addEventListener('ended', () => window.heard.push(this.duration));
          this.playbackRate *= window.haste;
          return play.call(this);
        };
      }),
    );
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const read = () => kiosk.getByRole('button', { name: '读给我听' });
  const marks = () => kiosk.locator('.reading-marks > div');
  const heard = (): Promise<number[]> => kiosk.evaluate(() => window.heard);
  const hearsMore = (than: number) =>
    kiosk.waitForFunction((count) => window.heard.length > count, than, { timeout: 60_000 });

  it('reads a page sentence by sentence, marking each, and stops when another page comes', async () => {
    await read().waitFor();
    await kiosk.getByRole('button', { name: '吃饭' }).click();
    await kiosk.getByText('番茄炒蛋').first().waitFor();
    await settled(kiosk);
    await read().click();
    await marks().first().waitFor();
    await hearsMore(2);
    assert.ok(
      (await heard()).every((seconds) => seconds > 0.3),
      'sounds without anything in them',
    );
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '首页' }).click();
    await read().waitFor();
    await marks().first().waitFor({ state: 'detached' });
  });

  it('says it slower at a second press, and is silent at the third', async () => {
    // Whatever this machine takes from press to press, the page is not read to its end meanwhile.
    await kiosk.evaluate(() => void (window.haste = 0.1));
    await settled(kiosk);
    await read().click();
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '读慢一点' }).click();
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '不用读了' }).click();
    await read().waitFor();
    await marks().first().waitFor({ state: 'detached' });
    await kiosk.evaluate(() => void (window.haste = 4));
  });

  it('reads English pages in English', async () => {
    await settled(kiosk);
    await kiosk.getByRole('button', { name: 'English' }).click();
    const before = (await heard()).length;
    await settled(kiosk);
    await kiosk.getByRole('button', { name: 'Read out' }).click();
    await hearsMore(before + 1);
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '中文' }).click();
    await read().waitFor();
  });

  it('keeps no sound of what stands there of one person', async () => {
    await findByTail(kiosk, loneTails(1)[0] ?? '');
    const name = await kiosk.locator('ll-pages.names b').first().innerText();
    await settled(kiosk);
    const before = (await heard()).length;
    await read().click();
    await hearsMore(before + 1);
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '首页' }).click();
    const kept = await kiosk.evaluate(async () => {
      const keys = await (await caches.open('leling-speech')).keys();
      return keys.map(({ url }) => decodeURIComponent(url));
    });
    assert.ok(kept.length > 0);
    assert.deepEqual(
      kept.filter((text) => text.includes(name)),
      [],
    );
  });

  it('reads without the hub what nobody has had read before, and says so where it cannot', async () => {
    // With nobody at the glass what people may want to hear is fetched.
    await until(() =>
      kiosk.evaluate(async (title) => {
        const keys = await (await caches.open('leling-speech')).keys();
        return keys.some(({ url }) => decodeURIComponent(url).includes(title));
      }, '政策咨询'),
    );
    await hub.kill('SIGKILL');
    const before = (await heard()).length;
    await settled(kiosk);
    await read().click();
    await hearsMore(before + 2);
    await read().waitFor();
    await settled(kiosk);
    await kiosk.evaluate(() => caches.delete('leling-speech'));
    await read().click();
    await kiosk.getByText('现在读不出来').waitFor();
    await read().waitFor();
  });
});
