import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, signIn, signInAs } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { runProgram, startHub, type HubProcess } from '../support/hub.ts';

/** What a hub may do to a kiosk on a bad day: accept and never answer, or come back as it was this morning. */
describe('a bad day for the hub', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const [first = '', second = '', third = ''] = loneTails(3);
  let hub: HubProcess;
  let kiosk: Page;
  let staff: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    const { kiosk: kioskLink, staff: people } = hub.links;
    assert.ok(kioskLink && people['leader']);
    kiosk = await profile.face('kiosk', kioskLink);
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    staff = await profile.face('staff', people['leader']);
    for (const page of [kiosk, staff]) await profile.keptOffline(page);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const staffSee = (count: number): Promise<void> =>
    staff.getByText(`${count} 人次`, { exact: true }).first().waitFor();

  it('a hub that hangs keeps nobody from starting and signing in, and has it all once it wakes', async () => {
    await profile.close();
    hub.pause();
    await profile.open();
    kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
    await signInAs(kiosk, first, 1);
    hub.resume();
    staff = await profile.face('staff', `${hub.url}/staff`);
    await staffSee(1);
  });

  it('a hub put back to an older backup is told again what it has lost', async () => {
    const env = { LELING_DATA: hub.dataDir };
    const backup = await runProgram('src/hub/ops/backup/backup-command.ts', [], env);
    assert.equal(backup.code, 0, backup.output);
    await kiosk.bringToFront();
    await signIn(kiosk, second);
    await staff.bringToFront();
    await staffSee(2);
    await hub.kill();
    const file = readdirSync(join(hub.dataDir, 'backups')).find((name) => !name.endsWith('.json')) ?? '';
    const restore = await runProgram('src/hub/ops/backup/restore-command.ts', [file], env);
    assert.equal(restore.code, 0, restore.output);
    await kiosk.bringToFront();
    await signIn(kiosk, third);
    await hub.restart();
    await staff.bringToFront();
    await staffSee(3);
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
