import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import type { ArgsOf } from '../../../../src/kernel/mutation.ts';
import { House, NOW, staff } from '../../../support/house.ts';
import { device } from '../../../support/model-rows.ts';

const hall = id<'DeviceId'>('dining-hall');
const schedule: ArgsOf<'schedule.save'>['schedule'] = {
  id: hall,
  dayparts: [],
  default: { show: 'clock' },
};

function house(): House {
  const one = new House(true);
  one.set('staff:sample', 'device', hall, device(hall, 'screen'));
  return one;
}

describe('two members of staff at one schedule', () => {
  it('lose nothing: taken away is the one that was looked at, not what a colleague has saved since', async () => {
    const centre = house();
    await centre.act(staff('canteen'), 'schedule.save', { schedule, baseVersion: 0 });
    const theirs = { ...schedule, default: { show: 'welcome' as const } };
    await centre.act(staff('leader'), 'schedule.save', { schedule: theirs, baseVersion: 1 });
    const outcome = await centre.act(staff('canteen'), 'schedule.remove', { id: hall, baseVersion: 1 });
    assert.equal(outcome.status, 'conflict');
    assert.equal(centre.get('centre:sample', 'schedule', hall)?.default?.show, 'welcome');

    await centre.act(staff('canteen'), 'schedule.remove', { id: hall, baseVersion: 2 });
    assert.equal(centre.get('centre:sample', 'schedule', hall), undefined);
  });

  it('may both take it away, also by a build that does not say which it looked at', async () => {
    const centre = house();
    await centre.act(staff('canteen'), 'schedule.save', { schedule, baseVersion: 0 });
    for (const args of [{ id: hall }, { id: hall, baseVersion: 1 }])
      assert.equal((await centre.act(staff('canteen'), 'schedule.remove', args)).status, 'applied');
  });
});

describe('two members of staff at what is pushed on one screen', () => {
  const push = (centre: House, show: 'clock' | 'welcome', who: string, minutes: number) =>
    centre.act(staff('canteen', who), 'screen.push', {
      screenIds: [hall],
      item: { show },
      untilMs: NOW + minutes * 60_000,
    });
  const which = (by: string, minutes: number) => ({ by, untilMs: NOW + minutes * 60_000 });

  it('end what they looked at: what a colleague has put up meanwhile stays, and they are told', async () => {
    const centre = house();
    await push(centre, 'clock', '李师傅', 30);
    await push(centre, 'welcome', '王老师', 20);
    const end = { screenIds: [hall], which: which('李师傅', 30) };
    assert.equal((await centre.act(staff('canteen'), 'screen.unpush', end)).status, 'conflict');
    const standing = centre.get('centre:sample', 'push', hall);
    assert.deepEqual([standing?.by, standing?.untilMs], ['王老师', NOW + 20 * 60_000]);

    await centre.act(staff('canteen'), 'screen.unpush', { ...end, which: which('王老师', 20) });
    assert.equal(centre.get('centre:sample', 'push', hall)?.untilMs, NOW);
    const again = await centre.act(staff('leader'), 'screen.unpush', end);
    assert.equal(again.status, 'applied', 'where nothing is pushed any more there is nothing to tell');
  });

  it('end on the other screens what stands there still, and whatever stands by a build that does not say which', async () => {
    const centre = house();
    const corridor = id<'DeviceId'>('corridor');
    centre.set('staff:sample', 'device', corridor, device(corridor, 'screen'));
    const untilMs = NOW + 30 * 60_000;
    const both = { screenIds: [hall, corridor], item: { show: 'clock' as const }, untilMs };
    await centre.act(staff('canteen', '李师傅'), 'screen.push', both);
    await push(centre, 'welcome', '王老师', 20);
    const end = { screenIds: both.screenIds, which: which('李师傅', 30) };
    assert.equal((await centre.act(staff('canteen'), 'screen.unpush', end)).status, 'applied');
    const ends = () => both.screenIds.map((one) => centre.get('centre:sample', 'push', one)?.untilMs);
    assert.deepEqual(ends(), [NOW + 20 * 60_000, NOW]);
    await centre.act(staff('canteen'), 'screen.unpush', { screenIds: both.screenIds });
    assert.deepEqual(ends(), [NOW, NOW]);
  });
});
