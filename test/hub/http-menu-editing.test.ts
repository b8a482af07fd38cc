import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import type { Browser } from '../support/browser.ts';
import { LiveListener } from '../support/live.ts';
import { onBothEngines, type TestHub } from './http-support.ts';

const sample = id<'CentreId'>('sample');
const menuId = '2026-11-22.lunch.main';

/** Two at one menu, as a cook on a telephone and whoever sits at the office's PC. */
onBothEngines('who writes a menu just now', (start) => {
  let hub: TestHub;
  let cook: Browser;
  let office: Browser;
  before(async () => {
    hub = await start();
    cook = await hub.opened(hub.links.json.staff['canteen']);
    office = await hub.opened(hub.links.json.staff['manager']);
  });
  after(() => hub.dispose());

  const say = async (browser: Browser, of: string | null): Promise<number> =>
    (await browser.post('/sync/report', { reports: [{ type: 'menuEditing', menuId: of, agoMs: 0 }] })).status;
  const editing = () => hub.sync.read(sample, (tx) => tx.list('staff', 'menuEditing'));

  test('the other console is told the moment it is said, and what it says is one row however often', async () => {
    const live = await LiveListener.open(office);
    assert.equal(await say(cook, menuId), 200);
    const poke = await live.nextOf('poke');
    assert.equal(poke['bucket'], 'staff:sample');
    assert.match(JSON.stringify(poke['page']), /menuEditing.*2026-11-22\.lunch\.main/);
    live.close();
    for (let again = 0; again < 5; again += 1) await say(cook, menuId);
    assert.deepEqual(
      (await editing()).map(({ id: at, by, menuId: of }) => ({ at, by, of })),
      [{ at: cook.device, by: '李师傅', of: menuId }],
    );
  });

  test('it is no change: the manager’s list of changes stays as it is', async () => {
    const audit = () => hub.sync.read(sample, (tx) => tx.list('audit', 'audit'));
    const before = (await audit()).length;
    await say(cook, menuId);
    assert.equal((await audit()).length, before);
  });

  test('neither a kiosk nor a name in the report says who it is', async () => {
    const kiosk = await hub.opened(hub.links.json.kiosk);
    await say(kiosk, menuId);
    await cook.post('/sync/report', {
      reports: [{ type: 'menuEditing', menuId, agoMs: 0, by: '王经理', id: kiosk.device }],
    });
    assert.deepEqual(
      (await editing()).map(({ id: at, by }) => ({ at, by })),
      [{ at: cook.device, by: '李师傅' }],
    );
  });

  test('whoever has done with it is there no more', async () => {
    await say(cook, null);
    assert.deepEqual(await editing(), []);
  });
});
