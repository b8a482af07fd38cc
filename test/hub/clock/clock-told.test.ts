import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { Machine } from '../../support/machine.ts';
import { testHub, type TestHub } from '../http-support.ts';

const CENTRE = id<'CentreId'>('sample');
const NOON = Date.UTC(2026, 10, 28, 4);
const HOUR_MS = 3_600_000;

describe('a hub that doubts its clock tells the manager with the first sync, as the boards do', () => {
  let dataDir: string;
  const machine = new Machine(NOON);
  let running: TestHub | null = null;
  const start = async (): Promise<TestHub> => (running = await testHub({ dataDir, clock: machine.clock }));
  const told = async (hub: TestHub): Promise<string | null> =>
    (await hub.sync.read(CENTRE, (tx) => tx.get('staff', 'hubClock', 'hub')))?.doubt?.why ?? null;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leling-told-'));
  });
  after(async () => {
    await running?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  for (const [what, why, change] of [
    ['eight hours off since the last start', 'set', () => (machine.wallMs += 8 * HOUR_MS)],
    ['where it was when it was switched off', 'as-left', () => machine.reboot(machine.wallMs)],
    ['a night later, unchecked', 'unchecked', () => machine.reboot(machine.wallMs + 14 * HOUR_MS)],
  ] as const)
    test(`its clock stands ${what}`, async () => {
      const right = running ?? (await start());
      right.sync.time.confirm(machine.wallMs);
      await right.stop();
      change();
      const hub = await start();
      assert.equal(hub.sync.time.sure, false);
      assert.equal(await told(hub), why);
    });
});
