import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { glass, Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { keepNothingAtAll, refusals } from '../support/refusals.ts';

const faces = ['kiosk', 'screen', 'staff'] as const;
type Face = (typeof faces)[number];
const SOON_MS = 25_000;
const shellOf = { kiosk: 'll-kiosk-shell', screen: 'll-screen', staff: 'll-staff-shell' } as const;

/** A browser that may not keep one thing or another: its faces come up all the same, or say in words what is to be done. */
describe('a face whose browser lets nothing be kept', { timeout: 600_000 }, () => {
  let hub: HubProcess;
  before(async () => {
    hub = await startHub({ stays: true });
  });
  after(() => hub.dispose());

  const linkOf = (face: Face): string => {
    const { kiosk, screens, staff } = hub.links;
    const link = { kiosk, screen: screens['dining-hall'], staff: staff['manager'] }[face];
    assert.ok(link);
    return link;
  };
  /** How often each page was begun, one soon after the other: one that starts anew for ever is found out. */
  const begun = new WeakMap<Page, number>();
  const opened = async (profile: Profile, face: Face, url: string): Promise<Page> => {
    const page = await profile.browser.newPage();
    await page.setViewportSize(glass[face]);
    begun.set(page, 0);
    let lastMs = performance.now();
    page.on('framenavigated', () => {
      // One that has not come up in half a minute tries again, which on a busy machine it may.
      const isSoon = performance.now() - lastMs < SOON_MS;
      lastMs = performance.now();
      if (isSoon) begun.set(page, (begun.get(page) ?? 0) + 1);
    });
    await page.goto(url, { waitUntil: 'commit' });
    return page;
  };
  const comesUp = async (page: Page, face: Face): Promise<void> => {
    // A console that is closed before it has written down elsewhere who was here asks for that.
    await page.locator(`${shellOf[face]}, ll-staff-sign-in`).waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('leling:ready').length > 0);
    assert.ok((begun.get(page) ?? 0) <= 3, `the ${face} was begun ${begun.get(page)} times`);
    assert.equal(await page.locator('ll-trouble-page').count(), 0);
    await page.close();
  };

  for (const [what, refuse] of Object.entries(refusals)) {
    it(`${what}: each face comes up by its link and again without it, and starts anew no more than its pairing does`, async () => {
      const profile = new Profile();
      try {
        await hub.restart();
        await profile.open();
        for (const one of refuse) await profile.browser.addInitScript(one);
        for (const face of faces) {
          await comesUp(await opened(profile, face, linkOf(face)), face);
          await comesUp(await opened(profile, face, `${hub.url}/${face}`), face);
        }
      } finally {
        await profile.dispose();
      }
    });
  }

  it('all of it, cookies too: each face says what is to be done, and tries again by itself', async () => {
    const profile = new Profile();
    try {
      mkdirSync(join(profile.folder, 'Default'), { recursive: true });
      writeFileSync(join(profile.folder, 'Default', 'Preferences'), keepNothingAtAll);
      await hub.restart();
      await profile.open();
      for (const face of faces) {
        const page = await opened(profile, face, linkOf(face));
        await page.getByRole('heading', { name: '这个浏览器不让保存东西' }).waitFor();
        await page.getByText('过一分钟会自己再试').waitFor();
      }
    } finally {
      await profile.dispose();
    }
  });

  it('a trouble that is over by the next minute leaves the glass by itself', async () => {
    const profile = new Profile();
    try {
      await hub.restart();
      await profile.open();
      const page = await opened(profile, 'screen', linkOf('screen'));
      await page.locator(shellOf.screen).waitFor();
      await profile.keptOffline(page);
      await page.clock.install();
      await page.addInitScript(brokenOnce);
      await page.reload();
      await page.locator('ll-trouble-page').waitFor();
      await page.clock.runFor(60_000);
      await page.locator(shellOf.screen).waitFor();
    } finally {
      await profile.dispose();
    }
  });
});

/** In a page: the first start of it cannot read who the device is. */
function brokenOnce(): void {
  if (sessionStorage.getItem('broken') !== null) return;
  sessionStorage.setItem('broken', 'once');
  const broken = function (): never {
    throw new TypeError('broken');
  };
  Object.assign(globalThis, { URLSearchParams: broken });
}
