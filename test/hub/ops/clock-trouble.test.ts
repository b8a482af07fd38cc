import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clockTrouble } from '../../../src/hub/ops/clock-trouble.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { startHub } from '../../support/hub.ts';
import { furnish } from '../sync/centre.ts';

const NOON = Date.UTC(2026, 10, 22, 4);

test('a clock that is right, or a little behind, is no trouble', () => {
  assert.equal(clockTrouble(NOON, NOON + 86_400_000), null);
  assert.equal(clockTrouble(NOON, NOON - 60_000), null);
});

test('a machine without a battery is told what its hub believes', () => {
  assert.match(
    clockTrouble(NOON, 0) ?? '',
    /says 1970-01-01 00:00 UTC.*2026-11-22 04:00.*[Ss]et the machine/s,
  );
});

test('a hub whose data is ahead of the machine starts, and says so', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'leling-clock-'));
  const database = await openDatabase({ dataDir });
  const wall = Date.now() + 40 * 86_400_000;
  await furnish(await createHubSync({ database, clock: { wall: () => wall, monotonic: () => 0 } }));
  await database.close();
  const hub = await startHub({ dataDir });
  try {
    assert.match(hub.output, /goes on from there/);
  } finally {
    await hub.dispose();
    await rm(dataDir, { recursive: true, force: true });
  }
});
