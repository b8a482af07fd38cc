import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { releasedBuilds } from '../fixtures/released.ts';
import { databasesAnswer, MOST_STARTS, ReleasedCentre } from './centre.ts';
import { hasTaken, unsent } from './converge.ts';
import { onRecord, type OnRecord } from './record.ts';

/** A hub was updated in the night; each device still runs the build that its service worker holds. */
for (const build of releasedBuilds()) {
  describe(`the app of ${build} with today's hub`, { timeout: 600_000 }, () => {
    let centre: ReleasedCentre;
    let stood: OnRecord;
    let kiosk: Page;
    let dining: Page;

    before(async () => {
      centre = await ReleasedCentre.of(build, { afterMs: 10 * 60_000, ownApp: true });
      stood = onRecord(centre.released.dataDir);
      await centre.startHub();
    });
    after(() => centre.dispose());

    it('sends what it holds, once, asked nothing', async () => {
      ({ kiosk, dining } = await centre.oldFaces());
      const now = await hasTaken(centre.released.dataDir, stood, unsent);
      assert.equal(now.heads, stood.heads + centre.released.unsent.tails.length);
    });

    it('shows what was published', async () => {
      const shows = (page: Page): Promise<void> =>
        page.bringToFront().then(() => page.getByText(centre.released.unsent.price).first().waitFor());
      for (let start = 1; ; start += 1) {
        try {
          for (const page of [dining, kiosk]) await shows(page);
          return;
        } catch (error) {
          // The engine may leave their database without an answer at any moment, not only at the start (`oldFaces`).
          const answered = await Promise.all([dining, kiosk].map(databasesAnswer));
          if (answered.every(Boolean) || start === MOST_STARTS) throw error;
          ({ kiosk, dining } = await centre.oldFaces());
        }
      }
    });

    it('and leaves its place to the new app with nothing to send', async () => {
      const settled = onRecord(centre.released.dataDir);
      await centre.profile.close();
      await centre.hub.kill();
      await centre.startHub({ app: 'new' });
      await centre.openProfile();
      kiosk = await centre.kiosk();
      await kiosk.getByRole('heading', { name: /今天中午吃/ }).waitFor();
      await kiosk.getByText(centre.released.unsent.price).first().waitFor();
      await hasTaken(centre.released.dataDir, settled, {});
    });

    it('no page has thrown an error', () => assert.deepEqual(centre.profile.errors, []));
  });
}
