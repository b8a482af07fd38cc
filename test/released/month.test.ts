import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { releasedBuilds } from '../fixtures/released.ts';
import { ReleasedCentre } from './centre.ts';
import { hasTaken, unsent } from './converge.ts';
import { onRecord, type OnRecord } from './record.ts';

const DAY_MS = 86_400_000;

/** The kiosk stood in a cupboard, the cook was away: what they had not sent comes a month late. */
for (const build of releasedBuilds()) {
  describe(`${build}, taken up by today's program after a month`, { timeout: 600_000 }, () => {
    let centre: ReleasedCentre;
    let stood: OnRecord;
    let kiosk: Page;
    let canteen: Page;

    before(async () => {
      centre = await ReleasedCentre.of(build, { afterMs: 35 * DAY_MS });
      stood = onRecord(centre.released.dataDir);
      await centre.startHub();
    });
    after(() => centre.dispose());

    it('the kiosk is asked nothing, and shows the day that it is', async () => {
      await centre.openProfile();
      kiosk = await centre.kiosk();
      const day = new Date(centre.released.madeAtMs + 35 * DAY_MS + 8 * 3_600_000);
      await kiosk.getByText(`${day.getUTCMonth() + 1}月${day.getUTCDate()}日`).waitFor();
      await kiosk.getByRole('heading', { name: /今天中午吃|日 午饭/ }).waitFor();
    });

    it('what elders did a month ago has come, once', async () => {
      const { 'menu.publish': _, ...theirs } = unsent;
      await hasTaken(centre.released.dataDir, stood, theirs);
    });

    it('the cook, whose session is over, is asked to sign in, and what waits then goes as the cook', async () => {
      canteen = await centre.canteen();
      await canteen.getByRole('dialog', { name: '请重新登录' }).waitFor();
      await canteen.getByLabel('PIN 或密码').fill(centre.released.canteenPin);
      await canteen.getByRole('button', { name: '登录' }).last().click();
      await hasTaken(centre.released.dataDir, stood, unsent);
    });

    it('and nothing that people have recorded is gone', () => {
      const now = onRecord(centre.released.dataDir);
      for (const kind of ['member', 'account', 'looseClaim', 'refusal'])
        assert.ok((now.rows[kind] ?? 0) >= (stood.rows[kind] ?? 0), kind);
      for (const [name, count] of Object.entries(stood.taken))
        assert.ok((now.taken[name] ?? 0) >= count, name);
    });

    it('no page has thrown an error', () => assert.deepEqual(centre.profile.errors, []));
  });
}
