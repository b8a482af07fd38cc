import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { releasedBuilds } from '../fixtures/released.ts';
import { migrations } from '../../src/hub/db/migrations/index.ts';
import { loneTails, signIn, signInAs } from '../support/elders.ts';
import { ReleasedCentre } from './centre.ts';
import { hasTaken, unsent } from './converge.ts';
import { onRecord, type OnRecord } from './record.ts';

const MINUTE_MS = 60_000;

/** What people have made or written, of which nothing may go. */
const peoples = [
  'attendance',
  'looseClaim',
  'helpCall',
  'menu',
  'notice',
  'audit',
  'refusal',
  'member',
  'account',
];

for (const build of releasedBuilds()) {
  describe(`${build}, taken up by today's program the same morning`, { timeout: 600_000 }, () => {
    let centre: ReleasedCentre;
    let stood: OnRecord;
    let kiosk: Page;
    let dining: Page;
    let canteen: Page;

    before(async () => {
      centre = await ReleasedCentre.of(build, { afterMs: 10 * MINUTE_MS });
      stood = onRecord(centre.released.dataDir);
    });
    after(() => centre.dispose());

    it('away from its hub each face starts from what the profile holds', async () => {
      const { price } = centre.released.unsent;
      await centre.servePagesOnly();
      await centre.openProfile();
      kiosk = await centre.kiosk();
      await kiosk.getByRole('heading', { name: /今天中午吃/ }).waitFor();
      dining = await centre.dining();
      await dining.locator('html[data-showing*=".lunch.main@"]').waitFor({ state: 'attached' });
      canteen = await centre.canteen();
      await canteen
        .getByText(/条等着送出/)
        .first()
        .waitFor();
      await canteen
        .getByText(/已保存到本机|等着送到主机/)
        .first()
        .waitFor();
      await canteen.getByText(price).first().waitFor();
    });

    it('the hub starts on the data folder, having backed it up before it changed its shape', async () => {
      await centre.startHub();
      const backups = readdirSync(join(centre.released.dataDir, 'backups'));
      assert.equal(
        backups.filter((file) => file.startsWith('before-')).length,
        migrations.length > 1 ? 1 : 0,
      );
    });

    it('and has lost nothing that people have made', () => {
      const now = onRecord(centre.released.dataDir);
      for (const kind of peoples)
        assert.ok(
          (now.rows[kind] ?? 0) >= (stood.rows[kind] ?? 0),
          `${kind}: ${JSON.stringify([stood.rows, now.rows])}`,
        );
      assert.equal(now.heads, stood.heads);
      assert.ok(now.devices >= stood.devices);
    });

    it('paired devices are asked nothing, and all that was not sent arrives, once', async () => {
      await centre.openProfile();
      kiosk = await centre.kiosk();
      dining = await centre.dining();
      canteen = await centre.canteen();
      const now = await hasTaken(centre.released.dataDir, stood, unsent);
      for (const [name, count] of Object.entries(unsent))
        assert.equal(
          now.applied[name],
          (stood.applied[name] ?? 0) + count,
          `${name} was taken but not applied`,
        );
      assert.equal(now.heads, stood.heads + centre.released.unsent.tails.length);
    });

    it('the faces show what was published without the hub', async () => {
      const { price } = centre.released.unsent;
      for (const page of [dining, kiosk]) {
        await page.bringToFront();
        await page.getByText(price).first().waitFor();
      }
      await canteen.bringToFront();
      await canteen.getByText(/条等着送出/).waitFor({ state: 'hidden' });
    });

    it('the kiosk goes on: one more signs in, and counts', async () => {
      const [tail = ''] = loneTails(11).slice(-1);
      await kiosk.bringToFront();
      await signInAs(kiosk, tail, stood.heads + centre.released.unsent.tails.length + 1);
      const more = { ...unsent, 'checkin.claim': unsent['checkin.claim'] + 1 };
      await hasTaken(centre.released.dataDir, stood, more);
    });

    it('opened once more it sends nothing twice', async () => {
      const settled = onRecord(centre.released.dataDir);
      await centre.openProfile();
      kiosk = await centre.kiosk();
      canteen = await centre.canteen();
      await kiosk.bringToFront();
      const [tail = ''] = loneTails(12).slice(-1);
      await signIn(kiosk, tail);
      await hasTaken(centre.released.dataDir, settled, { 'checkin.claim': 1 });
    });

    it('no page has thrown an error', () => assert.deepEqual(centre.profile.errors, []));
  });
}
