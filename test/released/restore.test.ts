import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { releasedBuilds } from '../fixtures/released.ts';
import { runProgram } from '../support/hub.ts';
import { ReleasedCentre } from './centre.ts';
import { hasTaken, unsent } from './converge.ts';
import { onRecord, type OnRecord } from './record.ts';

for (const build of releasedBuilds()) {
  describe(`a backup of ${build}, put back by today's program`, { timeout: 600_000 }, () => {
    let centre: ReleasedCentre;
    let stood: OnRecord;
    let backup: string;

    before(async () => {
      centre = await ReleasedCentre.of(build, { afterMs: 10 * 60_000 });
      const { dataDir } = centre.released;
      backup = readdirSync(join(dataDir, 'backups')).find((name) => name.endsWith('.sqlite')) ?? '';
      stood = onRecord(join(dataDir, 'backups'), backup);
    });
    after(() => centre.dispose());

    it('is brought to the new shape, with all that was in it', async () => {
      const ran = await runProgram('src/hub/ops/backup/restore-command.ts', [backup], centre.env);
      assert.equal(ran.code, 0, ran.output);
      await centre.startHub();
      const now = onRecord(centre.released.dataDir);
      assert.equal(now.heads, stood.heads);
      for (const [name, count] of Object.entries(stood.taken))
        assert.ok((now.taken[name] ?? 0) >= count, name);
      for (const kind of ['attendance', 'menu', 'audit', 'notice', 'member', 'helpCall', 'looseClaim'])
        assert.ok((now.rows[kind] ?? 0) >= (stood.rows[kind] ?? 0), kind);
    });

    it('and the devices bring back what came after it, with what they had not sent', async () => {
      await centre.openProfile();
      await centre.kiosk();
      await centre.canteen();
      const more: Record<string, number> = { ...unsent };
      for (const [name, count] of Object.entries(centre.released.afterBackup))
        more[name] = (more[name] ?? 0) + count;
      await hasTaken(centre.released.dataDir, stood, more);
    });

    it('no page has thrown an error', () => assert.deepEqual(centre.profile.errors, []));
  });
}
