import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeviceConfig } from '../../../../src/features/devices/model/is-device-config.ts';
import { DeviceConfig } from '../../../../src/features/devices/model/device.schema.ts';

const whole = {
  id: 'dining-hall',
  kind: 'screen',
  name: '餐厅电视',
  place: '餐厅',
  panel: { diagonalInches: 55, widthPx: 1920, heightPx: 1080 },
  distanceMm: 5000,
  canteenId: 'main',
  room: null,
  oneDecoder: true,
  mediaBudgetMB: 1024,
  locale: 'zh-CN',
  sound: { volume: 50, taps: true },
};

test('a glass is laid out by a whole configuration, also one of a newer build', () => {
  assert.equal(isDeviceConfig(whole), true);
  assert.equal(isDeviceConfig({ ...whole, brightness: 3 }), true);
});

test('without any one of the fields its schema wants, or with another in its place, an answer is no configuration', () => {
  const wanted: readonly string[] = DeviceConfig.required;
  for (const field of Object.keys(DeviceConfig.properties)) {
    const { [field]: _, ...rest } = whole as Record<string, unknown>;
    assert.equal(isDeviceConfig(rest), !wanted.includes(field), `without ${field}`);
    assert.equal(isDeviceConfig({ ...whole, [field]: [] }), false, `${field} is something else`);
  }
});

test('a router’s page or nothing at all is no configuration', () => {
  for (const other of [null, undefined, '<html>', 7, [], {}]) assert.equal(isDeviceConfig(other), false);
});
