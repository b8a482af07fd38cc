import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, signInAs } from '../support/elders.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { KioskBox, noBox } from '../support/kiosk-box.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';
import { claimsAt } from '../faults/lobby.ts';

const face = '乐龄屏 · 一体机';
/** What a keyboard that somebody has plugged in can ask of a browser. */
const keys = [
  'Escape',
  ...[
    'ctrl+n',
    'ctrl+t',
    'ctrl+shift+n',
    'ctrl+shift+t',
    'ctrl+l',
    'F6',
    'alt+d',
    'ctrl+o',
    'ctrl+s',
    'ctrl+p',
  ],
  ...[
    'ctrl+shift+p',
    'ctrl+u',
    'ctrl+shift+i',
    'ctrl+shift+j',
    'F12',
    'ctrl+h',
    'ctrl+j',
    'ctrl+d',
    'ctrl+f',
  ],
  ...[
    'ctrl+g',
    'ctrl+shift+o',
    'ctrl+shift+Delete',
    'shift+Escape',
    'F1',
    'F3',
    'F7',
    'F10',
    'F11',
    'Escape',
  ],
  ...[
    'alt+f',
    'alt+e',
    'alt+Home',
    'alt+Left',
    'alt+F4',
    'ctrl+w',
    'ctrl+F4',
    'ctrl+shift+w',
    'ctrl+shift+q',
  ],
  ...[
    'ctrl+plus',
    'ctrl+minus',
    'shift+F10',
    'Menu',
    'ctrl+Tab',
    'ctrl+1',
    'ctrl+shift+m',
    'ctrl+k',
    'ctrl+e',
  ],
];

const pathOf = (address: string): string => new URL(address).pathname;

/** The very files a centre copies to its box. What hangs comes back by itself, and no key leads out of the face. */
describe('a box with the kiosk files', { timeout: 600_000, skip: noBox }, () => {
  const config = centreWhereItIs(10, 35);
  let hub: HubProcess;
  let box: KioskBox;
  let kiosk: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await hub.kill();
    box = new KioskBox(hub.url, 'kiosk');
    await box.start();
  });

  after(async () => {
    await box?.dispose();
    await hub?.dispose();
    config.remove();
  });

  it('says what it waits for while there is nothing yet, and shows the face once the hub is there', async () => {
    kiosk = await box.page();
    await kiosk.getByRole('heading', { name: '请稍等，马上就好' }).waitFor();
    await hub.restart();
    kiosk = await box.pair(hub.links.kiosk);
  });

  it('has no key that leads out of the face', async () => {
    box.xdotool('mousemove', '540', '8', 'click', '1');
    const seen = box.deeds.length;
    for (let at = 0; at < keys.length; at += 18) {
      const some = keys.slice(at, at + 18);
      box.xdotool('key', '--delay', '30', ...some);
      // A window that a key opens is there a moment later.
      await kiosk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.deepEqual({ some, windows: box.windows() }, { some, windows: [face] });
    }
    assert.deepEqual(box.pages().map(pathOf), ['/kiosk']);
    assert.deepEqual(box.deeds.slice(seen), []);
    assert.equal(await kiosk.evaluate(() => visualViewport?.scale), 1);
  });

  it('opens no second window for a link or a script', async () => {
    const seen = box.deeds.length;
    await kiosk.evaluate((address) => {
      setTimeout(() => {
        window.open(address);
        const link = document.createElement('a');
        link.href = address;
        link.target = '_blank';
        document.body.append(link);
        link.click();
      }, 500);
    }, `${hub.url}/kiosk`);
    // A connected test holds up new windows itself.
    await box.disconnect();
    await until(() => box.deeds.length > seen && box.windows().length === 1);
    // The one may be closed before the other has come open.
    kiosk = await until(async () => {
      const page = await box.face();
      return box.pages().length === 1 && page;
    });
    assert.ok(box.deeds.slice(seen).every((deed) => deed.startsWith('closes')));
  });

  it('shows no page of another address, nor any file, and comes back to the face', async () => {
    const began = await kiosk.evaluate(() => performance.timeOrigin);
    // The nearest of all: the policy's list is what `kiosk-files.test.ts` looks at.
    await kiosk.evaluate((to) => void setTimeout(() => location.assign(to)), `${hub.url}/staff`);
    kiosk = await until(async () => {
      const page = await box.face();
      return (await page.evaluate(() => performance.timeOrigin)) !== began && page;
    });
    assert.equal(pathOf(kiosk.url()), '/kiosk');
    const devtools = await kiosk.context().newCDPSession(kiosk);
    await kiosk.evaluate(() => {
      for (const type of ['drop', 'contextmenu'])
        window.addEventListener(type, (event) => {
          setTimeout(() => (document.documentElement.dataset[type] = String(event.defaultPrevented)));
        });
    });
    // The page learns from the supervisor's first question that it stands alone.
    await until(async () => {
      box.xdotool('mousemove', '540', '8', 'click', '3');
      return (await kiosk.locator('html[data-contextmenu=true]').count()) === 1;
    });
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 540, y: 900, data });
    await kiosk.locator('html[data-drop=true]').waitFor();
    assert.equal(pathOf(kiosk.url()), '/kiosk');
  });

  it('downloads and prints nothing', async () => {
    await kiosk.evaluate(() => {
      setTimeout(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['x']));
        link.download = 'x.txt';
        document.body.append(link);
        link.click();
        window.print();
      }, 500);
    });
    // A connected test takes the downloads itself.
    await box.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(box.windows(), [face]);
    assert.ok(!existsSync(`${box.folder}/Downloads/x.txt`));
    kiosk = await box.face();
  });

  it('keeps what was checked in without the hub over a page that never lets go of its loop', async () => {
    const [tail = ''] = loneTails(1);
    await hub.kill();
    await signInAs(kiosk, tail, 1);
    await kiosk.evaluate(
      () =>
        void setTimeout(() => {
          for (;;);
        }),
    );
    kiosk = await box.backAfter('blocked');
  });

  it('has the check-in still, and the hub gets it once', async () => {
    await hub.restart();
    const [tail = ''] = loneTails(1);
    const id = sampleOf('member').find(({ phone }) => phone?.endsWith(tail))?.id ?? '';
    assert.equal(await until(() => claimsAt(hub.dataDir).get(id)), 1);
  });
});
