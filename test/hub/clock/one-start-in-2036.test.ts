import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { civilMoment } from '../../../src/kernel/time.ts';
import { menuId } from '../../../src/features/menus/model/menu.ts';
import { DeviceClock } from '../../../src/protocol/client/clock.ts';
import { Machine } from '../../support/machine.ts';
import { testHub, type TestHub } from '../http-support.ts';
import { Chain, kiosk, staff } from '../sync/centre.ts';

const CENTRE = id<'CentreId'>('sample');
const NOON = Date.UTC(2026, 10, 28, 4);
const DAY_MS = 86_400_000;
const TODAY = civilMoment(NOON, 480).date;
const lunch = menuId(TODAY, 'lunch', 'main');

describe('one start of the hub with its clock in 2036, and back', () => {
  let dataDir: string;
  const machine = new Machine(NOON);
  const device = { mono: 0, wall: NOON };
  const clock = new DeviceClock(
    { wall: () => device.wall, monotonic: () => device.mono, bootId: 'b1' },
    NOON - DAY_MS,
  );
  let running: TestHub | null = null;
  const start = async (): Promise<TestHub> => (running = await testHub({ dataDir, clock: machine.clock }));
  const menu = (hub: TestHub) => hub.sync.read(CENTRE, (tx) => tx.get('centre', 'menu', lunch));
  const audits = (hub: TestHub) => hub.sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
  const today = (hub: TestHub): string => civilMoment(hub.sync.now(), 480).date;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leling-2036-'));
  });
  after(async () => {
    await running?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('nothing that people published or did is gone, and the board still has its day', async () => {
    const right = await start();
    const cook = new Chain(right.sync, staff('canteen'), 'cook');
    const published = await menu(right);
    assert.ok(published, 'the sample centre has a lunch today');
    const { items, set, note, version } = published;
    assert.deepEqual(
      await cook.do({
        name: 'menu.publish',
        args: { menuId: lunch, items: JSON.parse(JSON.stringify(items)), set, note, baseVersion: version },
      }),
      ['applied'],
    );
    const written = (await audits(right)).length;
    assert.ok(written > 0);
    machine.pass(60_000);
    await right.stop();

    machine.reboot(Date.UTC(2036, 5, 1));
    const wrong = await start();
    assert.equal(today(wrong), TODAY, 'it goes on from what it has written down');
    assert.equal((await menu(wrong))?.version, version + 1);
    assert.equal((await audits(wrong)).length, written);
    const lobby = new Chain(wrong.sync, kiosk('lobby'), 'lobby');
    clock.confirm(await lobby.push([]), device.mono);
    assert.notEqual(clock.read().quality, 'confirmed', 'no device takes this time for the true one');
    machine.pass(60_000);
    await wrong.stop();

    machine.reboot(NOON + 10 * 60_000);
    const back = await start();
    assert.equal(today(back), TODAY);
    assert.ok(Math.abs(back.sync.now() - machine.wallMs) < 60_000, 'it has come back from 2036');
    assert.equal((await menu(back))?.version, version + 1);
    assert.equal((await audits(back)).length, written);
    await back.stop();
  });
});
