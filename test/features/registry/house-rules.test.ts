import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canShowMenu, pxPerArcminute, pxPerMm } from '../../../src/features/devices/model/panel.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { ArgsOf, Role } from '../../../src/kernel/mutation.ts';
import { isCurrent, policiesByCategory } from '../../../src/features/policies/model/policy.ts';
import { House, staff } from '../../support/house.ts';
import { centre } from '../../support/model-rows.ts';
import { sampleOf } from '../../support/sample.ts';

const account = (key: string, role: Role, active = true) => ({
  id: id<'AccountId'>(key),
  name: key,
  role,
  active,
});
const save = (house: House, key: string, role: Role, active = true) =>
  house.act(staff('manager'), 'account.save', { account: account(key, role, active) });

describe('staff accounts', () => {
  it('the last manager can be neither made something else nor shut out', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    assert.equal((await save(house, 'wang', 'viewer')).status, 'refused');
    assert.equal((await save(house, 'wang', 'manager', false)).status, 'refused');
    await save(house, 'chen', 'manager');
    assert.equal((await save(house, 'wang', 'viewer')).status, 'applied');
  });

  it('two people do not share a name to sign in with', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    const twin = { ...account('wang-2', 'leader'), name: 'wang' };
    assert.equal((await house.act(staff('manager'), 'account.save', { account: twin })).status, 'refused');
  });

  it('nor one that sign-in takes for the same: it would let in whoever comes first in the list', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    const twin = { ...account('wang-2', 'leader'), name: ' Ｗang' };
    assert.equal((await house.act(staff('manager'), 'account.save', { account: twin })).status, 'refused');
  });

  it('the name of somebody who has left is free again', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    await save(house, 'li', 'leader', false);
    const heir = { ...account('li-2', 'leader'), name: 'li' };
    assert.equal((await house.act(staff('manager'), 'account.save', { account: heir })).status, 'applied');
    assert.equal((await save(house, 'li', 'leader', true)).status, 'refused');
  });

  it('two managers who change different things of one undo nothing of each other’s', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    await save(house, 'li', 'canteen');
    const change = (set: ArgsOf<'account.change'>['set']) =>
      house.act(staff('manager'), 'account.change', { accountId: id('li'), set });
    assert.equal((await change({ locked: true })).status, 'applied');
    assert.equal((await change({ role: 'leader' })).status, 'applied');
    const row = house.get('staff:sample', 'account', 'li');
    assert.deepEqual(row, { ...account('li', 'leader'), locked: true });
  });

  it('a manager who is locked out is none: the other one cannot go then', async () => {
    const house = new House();
    await save(house, 'wang', 'manager');
    await save(house, 'chen', 'manager');
    const lock = (key: string) =>
      house.act(staff('manager'), 'account.change', { accountId: id(key), set: { locked: true } });
    assert.equal((await lock('chen')).status, 'applied');
    assert.equal((await lock('wang')).status, 'refused');
  });

  it('only the manager changes them', async () => {
    const args = { account: account('wang', 'manager') };
    assert.equal((await new House().act(staff('advisor'), 'account.save', args)).status, 'refused');
  });
});

describe("the centre's settings", () => {
  it('are its own: no manager writes those of another house', async () => {
    const other = { ...centre, id: id<'CentreId'>('elsewhere') };
    assert.equal(
      (await new House().act(staff('manager'), 'centre.save', { centre: other })).status,
      'refused',
    );
  });

  it('do not name a meal twice', async () => {
    const twice = { ...centre, meals: [...centre.meals, ...centre.meals] };
    assert.equal(
      (await new House().act(staff('manager'), 'centre.save', { centre: twice })).status,
      'refused',
    );
  });
});

describe('policies', () => {
  const [policy] = sampleOf('policy');

  it('that have run out do not hold any more, nor any that could have where the day is unknown; they stay to be asked about', () => {
    assert.ok(policy);
    const ending = { ...policy, expiresOn: '2026-12-31' };
    assert.ok(isCurrent(ending, '2026-12-31'));
    assert.ok(!isCurrent(ending, '2027-01-01'));
    assert.ok(!isCurrent(ending, null));
    assert.ok(isCurrent(policy, null));
    assert.deepEqual(policiesByCategory([ending]), [{ category: ending.category, policies: [ending] }]);
  });
});

describe('sizes on the glass', () => {
  const tv = { diagonalInches: 65, widthPx: 1920, heightPx: 1080 };

  it('a 21.5-inch kiosk has 4.03 pixels to the millimetre', () => {
    assert.ok(Math.abs(pxPerMm({ diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 }) - 4.034) < 0.001);
  });

  it('40 minutes of arc of ink on a 65-inch TV at 5 m take a font of 84 pixels', () => {
    assert.equal(Math.round((40 * pxPerArcminute(tv, 5000)) / 0.92), 84);
  });

  it('a menu that fits at 5 m does not at 8 m, and set-up can say so', () => {
    assert.ok(canShowMenu({ panel: tv, distanceMm: 5000 }));
    assert.ok(!canShowMenu({ panel: tv, distanceMm: 8000 }));
  });
});
