import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { draftVersionOf, lifeOf, publishableOf } from '../../../src/features/menus/model/life.ts';
import { menuId, offerOf, type Offer } from '../../../src/features/menus/model/menu.ts';
import { byId } from '../../../src/features/menus/model/planned.ts';
import { id, type MenuId } from '../../../src/kernel/ids.ts';
import { addDays, civilMoment } from '../../../src/kernel/time.ts';
import type { Browser } from '../../support/browser.ts';
import { testHub, type TestHub } from '../http-support.ts';

const sample = id<'CentreId'>('sample');
const mid = '0193a000-0000-7000-8000-00000000a001';
const corrected = id<'Mid'>('0193a000-0000-7000-8000-00000000a002');

/** The manager who asks who has changed the price is told by whom, and from what to what. */
describe('the audit', () => {
  let hub: TestHub;
  let acts = 0;
  let lunch: MenuId;
  type Role = 'canteen' | 'leader' | 'advisor' | 'manager';
  const consoles = new Map<Role, Promise<Browser>>();
  /** A console of a role: its link opens once. */
  const as = (role: Role): Promise<Browser> => {
    const known = consoles.get(role) ?? hub.opened(hub.links.json.staff[role]);
    consoles.set(role, known);
    return known;
  };
  before(async () => {
    hub = await testHub();
  });
  after(() => hub.dispose());

  it('keeps what stood there before and what stands there now', async () => {
    const cook = await as('canteen');
    const [dish] = await hub.sync.read(sample, (tx) => tx.list('centre', 'dish'));
    assert.ok(dish);
    const priceFen = (dish.priceFen ?? 0) + 300;
    const mut = { mid, seq: 1, prev: null, name: 'dish.save', v: 1, age: 0 };
    const made = { args: { dish: { ...dish, priceFen } }, deviceTime: Date.now(), timeQuality: 'confirmed' };
    const answer = await cook.post('/sync/push', {
      clientId: 'c-1',
      epoch: null,
      muts: [{ ...mut, ...made }],
    });
    assert.equal((await answer.json()).results[0].status, 'applied');
    const entry = await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', mid));
    assert.equal(entry?.by, '李师傅');
    assert.deepEqual(
      entry.changed?.map(({ path, ...values }) => ({ path: path.join('.'), ...values })),
      [{ path: 'priceFen', subject: `dish/${dish.id}`, before: dish.priceFen, after: priceFen }],
    );
  });

  it('keeps who put a roll right, and why', async () => {
    const leader = await as('leader');
    const [member] = await hub.sync.read(sample, (tx) => tx.list('people', 'member'));
    assert.ok(member);
    const { date } = civilMoment(hub.sync.now(), 480);
    const args = {
      sessionId: `baduanjin@${date}`,
      memberId: member.id,
      came: true,
      reason: '忘了签到',
    };
    const mut = { mid: corrected, seq: 1, prev: null, name: 'checkin.correct', v: 1, age: 0, args };
    const answer = await leader.post('/sync/push', {
      clientId: 'c-2',
      epoch: null,
      muts: [{ ...mut, deviceTime: Date.now(), timeQuality: 'confirmed' }],
    });
    assert.equal((await answer.json()).results[0].status, 'applied');
    const entry = await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', corrected));
    assert.equal(entry?.by, '张老师');
    const why = entry.changed?.find(({ path }) => path.at(-1) === 'reason');
    assert.deepEqual([why?.before, why?.after], [null, '忘了签到']);
  });

  /** Does something as a role; answers what the audit says it changed. */
  async function changedBy(role: Role, name: string, args: object) {
    const made = id<'Mid'>(`0193a000-0000-7000-8000-00000000b${String((acts += 1)).padStart(3, '0')}`);
    const mut = { mid: made, seq: 1, prev: null, name, v: 1, age: 0, args };
    const by = await as(role);
    const answer = await by.post('/sync/push', {
      clientId: `c-${made}`,
      epoch: null,
      muts: [{ ...mut, deviceTime: Date.now(), timeQuality: 'confirmed' }],
    });
    assert.equal((await answer.json()).results[0].status, 'applied', name);
    const entry = await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', made));
    return (entry?.changed ?? []).map(({ path, before: was, after: is }) => [path.join('.'), was, is]);
  }
  const life = async (menuId: string) =>
    hub.sync.read(sample, async (tx) =>
      lifeOf(
        {
          menus: await tx.list('centre', 'menu'),
          drafts: await tx.list('staff', 'menuDraft'),
          plans: await tx.list('staff', 'menuPlan'),
          dishes: byId(await tx.list('centre', 'dish')),
        },
        menuId,
      ),
    );
  const dearer = ([first, ...others]: Offer['items'], by: number) => {
    assert.ok(first);
    const was = first.priceFen ?? 0;
    const path = `items.${first.dishId}.priceFen`;
    return { items: [{ ...first, priceFen: was + by }, ...others], was, path };
  };

  it('says of a first draft what was on the menu before, published or planned, and not that nothing was', async () => {
    // So far ahead the hub has published nothing by the plan.
    const day = addDays(civilMoment(hub.sync.now(), 480).date, 20);
    lunch = menuId(day, 'lunch', 'main');
    const planned = await life(lunch);
    const offer = publishableOf(planned);
    assert.ok(offer, planned.state);
    const first = dearer(offer.items, 300);
    const draft = { menuId: lunch, ...offer, items: first.items };
    assert.deepEqual(await changedBy('canteen', 'menu.draft', { ...draft, baseVersion: 0 }), [
      [first.path, first.was, first.was + 300],
    ]);
    await changedBy('canteen', 'menu.publish', { ...draft, baseVersion: planned.version });
    const second = dearer(first.items, 100);
    const again = { ...draft, items: second.items, baseVersion: 0 };
    const [was, is] = [second.was, second.was + 100];
    assert.deepEqual(await changedBy('canteen', 'menu.draft', again), [[first.path, was, is]]);
    const drafted = draftVersionOf(await life(lunch));
    const dropped = await changedBy('canteen', 'menu.dropDraft', { menuId: lunch, baseVersion: drafted });
    assert.deepEqual(dropped, [[first.path, is, was]]);
  });

  it('says what a publication changed once, and not that its draft has gone', async () => {
    const { version, ...standing } = await life(lunch);
    assert.ok('menu' in standing && standing.menu);
    const offer = offerOf(standing.menu);
    const next = dearer(offer.items, 200);
    const draft = { menuId: lunch, ...offer, items: next.items };
    await changedBy('canteen', 'menu.draft', { ...draft, baseVersion: 0 });
    assert.deepEqual(await changedBy('canteen', 'menu.publish', { ...draft, baseVersion: version }), [
      [next.path, next.was, next.was + 200],
    ]);
  });

  it('says of a text that waits for a second person what it changes of the one that stands', async () => {
    await changedBy('manager', 'policy.twoPairs', { twoPairs: true });
    const [policy] = await hub.sync.read(sample, (tx) => tx.list('city', 'policy'));
    assert.ok(policy);
    const changed = { ...policy, author: '陈顾问', phone: '6000123' };
    const told = await changedBy('advisor', 'policy.save', {
      policy: changed,
      baseVersion: policy.version ?? 0,
    });
    assert.deepEqual(
      told.filter(([path]) => path !== 'policy.author'),
      [['policy.phone', policy.phone, '6000123']],
    );
  });
});
