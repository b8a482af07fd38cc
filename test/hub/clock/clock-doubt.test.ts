import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clockDoubt } from '../../../src/hub/ops/clock-doubt.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { HubTime } from '../../../src/hub/sync/hub-time.ts';
import { startHub } from '../../support/hub.ts';
import { Machine } from '../../support/machine.ts';
import { furnish } from '../sync/centre.ts';

const NOON = Date.UTC(2026, 10, 22, 4);

test('a clock that is right is no trouble', () => {
  assert.equal(clockDoubt(new HubTime(new Machine(NOON).clock, null)), null);
});

test('a machine without a battery is told what its hub goes by', () => {
  const machine = new Machine(NOON);
  const mark = new HubTime(machine.clock, null).mark();
  machine.reboot(0);
  const words = clockDoubt(new HubTime(machine.clock, JSON.parse(mark ?? 'null'))) ?? '';
  assert.match(
    words,
    /says 1970-01-01 00:00 UTC.*goes by 2026-11-22 04:00.*the manager says what time it is/s,
  );
});

test('a hub whose data is ahead of the machine starts, and says so', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'leling-clock-'));
  const database = await openDatabase({ dataDir });
  const ahead = new Machine(Date.now() + 40 * 86_400_000);
  await furnish(await createHubSync({ database, clock: ahead.clock }));
  await database.close();
  const hub = await startHub({ dataDir });
  try {
    assert.match(hub.output, /earlier than what is written down/);
  } finally {
    await hub.dispose();
    await rm(dataDir, { recursive: true, force: true });
  }
});
