import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeGlass } from '../../../../src/features/glass/model/reports.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { House, hub, NOW } from '../../../support/house.ts';
import { device } from '../../../support/model-rows.ts';

const hall = id<'DeviceId'>('dining-hall');
const SECOND = 1000;

test('a television hung in the place of another is not said to have shown since before it hung there', async () => {
  const house = new House(true);
  const says = (nowMs: number) =>
    takeGlass(
      house.tx(hub),
      { showing: 'clock:now@1', shownForMs: 0 },
      { deviceId: hall, nowMs, isSure: true, agoMs: 0 },
    );
  const glass = () => house.get('staff:sample', 'glass', hall);
  house.set('staff:sample', 'device', hall, { ...device(hall, 'screen'), pairedAtMs: NOW - SECOND });
  await says(NOW);
  await says(NOW + 5 * SECOND);
  assert.equal(glass()?.confirmedMs, NOW, 'the same again is not written down anew');
  house.set('staff:sample', 'device', hall, { ...device(hall, 'screen'), pairedAtMs: NOW + 6 * SECOND });
  await says(NOW + 8 * SECOND);
  assert.equal(glass()?.sinceMs, NOW + 8 * SECOND);
  assert.equal(glass()?.confirmedMs, NOW + 8 * SECOND, 'and its first word is heard at once');
});
