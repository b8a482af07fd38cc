import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const TEN_YEARS_MS = 3_653 * 86_400_000;
const HOUR_MS = 3_600_000;
const HALL = 'dining-hall';

/** A television whose battery is dead, or that was set by hand: it goes by its hub, and without one names no day. */
for (const [clock, shiftMs] of [
  ['ten years behind', -TEN_YEARS_MS],
  ['ten years ahead', TEN_YEARS_MS],
] as const) {
  describe(`a television whose clock is ${clock}`, { timeout: 600_000 }, () => {
    const config = centreWhereItIs(10, 35);
    const profile = new Profile({ shiftMs });
    let hub: HubProcess;
    let screen: Page;
    let manager: Pusher;

    const showing = async (what: RegExp): Promise<void> => {
      await screen.waitForFunction(
        (source) => new RegExp(source).test(document.documentElement.dataset['showing'] ?? ''),
        what.source,
      );
    };

    before(async () => {
      hub = await startHub({ env: { LELING_CONFIG: config.folder } });
      const browser = new Browser(hub.url);
      await browser.open(hub.links.staff['manager'] ?? '');
      manager = new Pusher((body) => browser.post('/sync/push', body));
      await profile.open();
      screen = await profile.face('screen', hub.links.screens[HALL] ?? '');
    });
    after(async () => {
      await profile.dispose();
      await hub.dispose();
      config.remove();
    });

    it('shows the meal of the day that it is, and what staff put up till its end', async () => {
      await showing(/^menu:.*lunch/);
      const untilMs = Date.now() + HOUR_MS;
      await manager.push('screen.push', [{ screenIds: [HALL], item: { show: 'clock' }, untilMs }]);
      await showing(/^clock:/);
      await manager.push('screen.unpush', [{ screenIds: [HALL] }]);
      await showing(/^menu:.*lunch/);
    });

    it('has an emergency on its glass as soon as it is raised, until it is lifted', async () => {
      const alarm = { noticeId: 'smoke', title: '请到院子里集合', body: null, untilMs: null };
      await manager.push('notice.alarm', [alarm]);
      await showing(/^notice:smoke@/);
      await manager.push('notice.withdraw', [{ noticeId: 'smoke' }]);
      await showing(/^menu:.*lunch/);
    });

    it('names no day when it is switched on without its hub, and shows the meal again once that is back', async () => {
      await profile.keptOffline(screen);
      await profile.close();
      await hub.kill();
      await profile.open();
      screen = await profile.face('screen', `${hub.url}/screen`);
      await showing(/^no-time:/);
      await screen.getByText('时间还没对好').waitFor();
      await hub.restart();
      await showing(/^menu:.*lunch/);
    });

    it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
  });
}
