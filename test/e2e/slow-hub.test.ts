import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** Longer than a console waits for its hub where a PIN would open it. */
const SLOW_MS = 2500;

/** A hub that answers, and takes its time: a line across the town, a machine under its nightly work. */
describe('a hub that is slow to say who is here', { timeout: 600_000 }, () => {
  const profile = new Profile();
  let hub: HubProcess;

  before(async () => {
    hub = await startHub({ stays: true });
    await profile.open();
    await profile.browser.addInitScript(waitsLonger);
    await profile.browser.route(/\/api\/me(\?|$)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await route.continue();
    });
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
  });

  it('lets in whoever opens their link: they are asked for no name, and the page does not begin again and again', async () => {
    const page = await profile.browser.newPage();
    const form = page
      .locator('ll-staff-sign-in')
      .waitFor({ state: 'attached' })
      .then(() => 'a form to sign in by')
      .catch(() => 'no form');
    const console = page
      .getByText('今天签到')
      .first()
      .waitFor()
      .then(() => 'the console');
    await page.goto(hub.links.staff['manager'] ?? '');
    assert.equal(await Promise.race([form, console]), 'the console');
  });
});

/** In a page: a hub is given up later, lest a busy machine make of a slow one one that is away. */
function waitsLonger(): void {
  const after = globalThis.setTimeout;
  const late = (run: () => void, ms = 0): number => Number(after(run, ms === 10_000 ? 80_000 : ms));
  Object.assign(globalThis, { setTimeout: late });
}
