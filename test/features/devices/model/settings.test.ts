import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeviceConfig } from '../../../../src/features/devices/model/device.schema.ts';
import {
  changedSettings,
  settingProblems,
  withSettings,
} from '../../../../src/features/devices/model/settings.ts';
import { thorough } from '../../../../src/hub/http/validation.ts';
import { staff } from '../../../support/house.ts';
import { furnished } from '../../../support/model-rows.ts';
import { screenConfig } from '../../../support/rows.ts';

describe("a device's settings, changed by a form", () => {
  it('leave what a colleague has set meanwhile as it is', async () => {
    const rows = furnished();
    const begun = screenConfig({ name: '老名字', printer: 'a4' });
    rows.set('staff:sample', 'deviceConfig', begun.id, begun);
    const colleague = { ...begun, mediaBudgetMB: 512, distanceMm: 7000 };
    await rows.act(staff('manager'), 'device.configure', { config: colleague });
    const { printer: _, ...mine } = { ...begun, name: '新名字' };
    const only = [...changedSettings(begun, mine)];
    assert.deepEqual(only, ['name', 'printer']);
    const { status } = await rows.act(staff('manager'), 'device.configure', { config: mine, only });
    assert.equal(status, 'applied');
    const { printer: gone, ...whole } = colleague;
    assert.equal(gone, 'a4');
    for (const scope of ['staff:sample', `device:${begun.id}`] as const)
      assert.deepEqual(rows.get(scope, 'deviceConfig', begun.id), { ...whole, name: '新名字' });
    assert.equal(rows.get('staff:sample', 'device', begun.id)?.name, '新名字');
  });

  it('are found wrong in the form wherever the hub would refuse them, and nowhere else', () => {
    const isRight = thorough(DeviceConfig);
    const cases = [
      screenConfig(),
      screenConfig({ place: '' }),
      screenConfig({ name: '长'.repeat(40) }),
      screenConfig({ name: '长'.repeat(41) }),
      screenConfig({ room: '' }),
      screenConfig({ mediaBudgetMB: 15 }),
      screenConfig({ mediaBudgetMB: 16 }),
      screenConfig({ mediaBudgetMB: 65_537 }),
      screenConfig({ mediaBudgetMB: 20.5 }),
      screenConfig({ group: 'a b' }),
      screenConfig({ group: '餐厅-1' }),
      screenConfig({ group: '长'.repeat(41) }),
      screenConfig({ kind: 'kiosk', checkInWays: [] }),
      screenConfig({ kind: 'kiosk', checkInWays: ['card'] }),
    ];
    for (const config of cases)
      assert.equal(settingProblems(config).size === 0, isRight(config), JSON.stringify(config));
  });

  it('take nothing over that would make no configuration', () => {
    const standing = screenConfig();
    // As a file of another build might say it.
    const broken = JSON.parse(JSON.stringify({ ...standing, locale: 'fr' }));
    assert.deepEqual(withSettings(standing, broken, ['locale']), standing);
  });
});
