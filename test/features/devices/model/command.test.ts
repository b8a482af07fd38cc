import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  COMMAND_VALID_MS,
  commandState,
  type DeviceCommand,
} from '../../../../src/features/devices/model/command.ts';
import { takeCommand, takeFaults } from '../../../../src/features/devices/model/reports.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { type House, hub, NOW, screen, staff } from '../../../support/house.ts';
import { furnished, health } from '../../../support/model-rows.ts';

const ROW = 'dining-hall/reload';
const reload = { deviceId: id<'DeviceId'>('dining-hall'), what: 'reload' } as const;

/** A house whose screen says what can be asked of it. */
function house(can: readonly string[] = ['reload', 'volume']): House {
  const furnishedHouse = furnished();
  furnishedHouse.set('staff:sample', 'deviceHealth', 'dining-hall', health('dining-hall', { can: [...can] }));
  return furnishedHouse;
}

async function asked(rows: House): Promise<DeviceCommand> {
  const { status } = await rows.act(staff('canteen', '李师傅'), 'device.command', reload);
  assert.equal(status, 'applied');
  const command = rows.get('device:dining-hall', 'deviceCommand', ROW);
  assert.ok(command);
  return command;
}

const answer = (rows: House, askedId: DeviceCommand['askedId'], outcome: 'done' | 'waits', agoMs = 0) =>
  takeCommand(
    rows.tx(hub),
    { what: 'reload', askedId, outcome },
    {
      deviceId: id('dining-hall'),
      nowMs: NOW + 4000,
      isSure: true,
      agoMs,
    },
  );

describe('asking something of a device', () => {
  it('is read by the device in its own bucket, and ends there by itself', async () => {
    const command = await asked(house());
    assert.equal(command.by, '李师傅');
    assert.equal(command.untilMs, NOW + COMMAND_VALID_MS);
  });

  it('is refused where the device has not said that it can: no button that does nothing', async () => {
    for (const can of [[], ['identify']]) {
      const outcome = await house(can).act(staff('canteen'), 'device.command', reload);
      assert.equal(outcome.status === 'refused' && outcome.code, 'cannot');
    }
    const silent = await furnished().act(staff('canteen'), 'device.command', reload);
    assert.equal(silent.status, 'refused', 'an older build says nothing of what it can');
  });

  it('is nothing for a television to ask of another, nor of one that was signed off', async () => {
    const rows = house();
    assert.equal((await rows.act(screen, 'device.command', reload)).status, 'refused');
    const device = rows.get('staff:sample', 'device', 'dining-hall');
    assert.ok(device);
    rows.set('staff:sample', 'device', 'dining-hall', { ...device, pairedAtMs: null });
    const outcome = await rows.act(staff('manager'), 'device.command', reload);
    assert.equal(outcome.status === 'refused' && outcome.code, 'unknown-device');
  });

  it('is done when the device says so, and not before', async () => {
    const rows = house();
    const command = await asked(rows);
    const state = (nowMs: number) =>
      commandState(command, rows.get('staff:sample', 'deviceAnswer', ROW), nowMs).type;
    assert.equal(state(NOW + 1000), 'asked');
    assert.equal(state(command.untilMs + 1), 'unanswered');
    await answer(rows, command.askedId, 'done', 1500);
    assert.equal(state(NOW + 5000), 'done');
    assert.equal(rows.get('staff:sample', 'deviceAnswer', ROW)?.atMs, NOW + 2500);
  });

  it('is not answered by what the device said of an earlier one', async () => {
    const rows = house();
    const before = await asked(rows);
    await answer(rows, before.askedId, 'done');
    const command = await asked(rows);
    await answer(rows, before.askedId, 'done');
    const known = rows.get('staff:sample', 'deviceAnswer', ROW);
    assert.equal(commandState(command, known, NOW + 5000).type, 'asked');
  });

  it('keeps how loud a device is where it is read after it was switched off', async () => {
    const rows = house();
    await rows.act(staff('manager'), 'device.configure', {
      config: {
        id: id('dining-hall'),
        kind: 'screen',
        name: '餐厅电视',
        place: '餐厅',
        panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
        distanceMm: 5000,
        canteenId: null,
        room: null,
        oneDecoder: false,
        mediaBudgetMB: 512,
        locale: 'zh-CN',
      },
    });
    await rows.act(staff('leader'), 'device.command', { ...reload, what: 'volume', volume: 30 });
    assert.equal(rows.get('device:dining-hall', 'deviceConfig', 'dining-hall')?.sound?.volume, 30);
  });

  it('writes what went wrong in a program down once, however often it is told', async () => {
    const rows = house();
    const list = [{ kind: 'error' as const, atMs: NOW, text: 'TypeError: x', where: 'main.js:1', count: 1 }];
    const told = { deviceId: id<'DeviceId'>('dining-hall'), isSure: true, agoMs: 0 };
    await takeFaults(rows.tx(hub), { list }, { ...told, nowMs: NOW });
    await takeFaults(rows.tx(hub), { list }, { ...told, nowMs: NOW + 60_000 });
    assert.equal(rows.get('staff:sample', 'deviceFaults', 'dining-hall')?.toldMs, NOW);
  });
});
