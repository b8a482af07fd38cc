import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { civilMoment } from '../../../src/kernel/time.ts';
import { menuId } from '../../../src/features/menus/model/menu.ts';
import { Machine } from '../../support/machine.ts';
import { testHub, type TestHub } from '../http-support.ts';
import { Chain, kiosk, staff } from '../sync/centre.ts';

const CENTRE = id<'CentreId'>('sample');
const NOON = Date.UTC(2026, 10, 28, 4);
const HOUR_MS = 3_600_000;
const lunch = menuId(civilMoment(NOON, 480).date, 'lunch', 'main');

describe('what a hub writes down while it is not sure of the time is nobody’s fact afterwards', () => {
  const machine = new Machine(NOON);
  let hub: TestHub;
  let screen: Chain;
  const paint = (version: number, shownForMs: number) =>
    screen.report({ type: 'glass', showing: `menu:${lunch}@${version}`, shownForMs });
  const glass = () => hub.sync.read(CENTRE, (tx) => tx.get('staff', 'glass', 'dining-hall'));
  const menu = () => hub.sync.read(CENTRE, (tx) => tx.get('centre', 'menu', lunch));

  before(async () => {
    hub = await testHub({ clock: machine.clock });
    screen = new Chain(hub.sync, kiosk('dining-hall'), 'glass');
    hub.sync.time.confirm(NOON);
    machine.wallMs += 8 * HOUR_MS;
    assert.equal(hub.sync.time.sure, false);
  });
  after(() => hub.dispose());

  test('neither when a menu was published nor when a dish was sold out is told', async () => {
    const cook = new Chain(hub.sync, staff('canteen'), 'cook');
    const standing = await menu();
    assert.ok(standing);
    const { items, set, note, version } = standing;
    const args = { menuId: lunch, items: JSON.parse(JSON.stringify(items)), set, note, baseVersion: version };
    assert.deepEqual(await cook.do({ name: 'menu.publish', args }), ['applied']);
    assert.equal((await menu())?.publishedAtMs, 0);
    const soldOut = { menuId: lunch, dishId: items[0]?.dishId ?? '', soldOut: true };
    assert.deepEqual(await cook.do({ name: 'menu.soldOut', args: soldOut }), ['applied']);
    assert.equal((await menu())?.publishedAtMs, 0);
  });

  test('nor since when a glass has shown it; once the time is sure the glass says how long it has been', async () => {
    await paint(3, 0);
    assert.equal((await glass())?.sinceMs, 0);
    machine.pass(60_000);
    machine.wallMs -= 8 * HOUR_MS;
    await paint(3, 60_000);
    assert.equal((await glass())?.sinceMs, NOON);
    assert.equal(
      (await glass())?.confirmedMs,
      NOON + 60_000,
      'what comes is not kept out by an hour to come',
    );
  });
});
