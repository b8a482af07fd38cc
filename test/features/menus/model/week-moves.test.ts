import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { uuid7 } from '../../../../src/kernel/uuid7.ts';
import type { Menu, MenuDraft } from '../../../../src/features/menus/model/menu.ts';
import {
  argsOf,
  carry,
  repeatWeek,
  undoOf,
  type DraftStep,
  type TakenStep,
} from '../../../../src/features/menus/model/week-moves.ts';
import { type House, staff } from '../../../support/house.ts';
import { furnished, item } from '../../../support/model-rows.ts';

const where = { meals: ['lunch'] as const, canteenId: 'main', today: '2026-11-23' };
const lunch = (date: string): Menu['id'] => id(`${date}.lunch.main`);

const menu = (date: string, name: string, over: Partial<Menu> = {}): Menu => ({
  id: lunch(date),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: [item({ name, dishId: id(name), soldOut: true })],
  set: null,
  note: null,
  version: 3,
  publishedAtMs: 0,
  publishedBy: '李师傅',
  ...over,
});
const draft = (date: string, name: string, version = 2): MenuDraft => ({
  id: lunch(date),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: [item({ name, dishId: id(name) })],
  set: null,
  note: null,
  version,
  savedBy: '李师傅',
  savedAtMs: 0,
});
const book = (menus: readonly Menu[], drafts: readonly MenuDraft[] = []) => ({
  menus,
  drafts,
  plans: [],
  dishes: new Map(),
});
const said = (steps: readonly DraftStep[]) =>
  steps.map(({ menuId, offer, baseVersion }) => [
    menuId,
    offer?.items.map(({ name }) => name) ?? null,
    baseVersion,
  ]);

let changes = 0;
/** As a device names its changes. */
const newMid = (): string => uuid7(1_795_000_000_000 + changes, new Uint8Array(16).fill((changes += 1)));

/** Takes steps in a house in which drafts lie, as the console takes them. */
async function take(house: House, steps: readonly DraftStep[]): Promise<readonly TakenStep[]> {
  const taken: TakenStep[] = [];
  for (const step of steps) {
    const { menuId, offer, baseVersion } = step;
    const mid = newMid();
    const { status } =
      offer === null
        ? await house.act(staff('canteen'), 'menu.dropDraft', { menuId, baseVersion }, { mid })
        : await house.act(staff('canteen'), 'menu.draft', argsOf(menuId, offer, baseVersion), { mid });
    assert.equal(status, 'applied');
    taken.push({ ...step, mid: id(mid) });
  }
  return taken;
}

describe('a week of menus', () => {
  it('takes the week before into what is empty alone, and nothing of it sold out', () => {
    const week = book(
      [
        menu('2026-11-16', '红烧肉'),
        menu('2026-11-17', '清蒸鱼'),
        menu('2026-11-18', '豆腐'),
        menu('2026-11-19', '旧菜', { off: 'closed', items: [] }),
        menu('2026-11-24', '已经发布'),
      ],
      [draft('2026-11-25', '已经写了')],
    );
    const steps = repeatWeek(week, '2026-11-23', where);
    assert.deepEqual(said(steps), [[lunch('2026-11-23'), ['红烧肉'], 0]]);
    assert.equal(steps[0]?.offer?.items[0]?.soldOut, false);
  });

  it('writes nothing into a day that is over', () => {
    const week = book([menu('2026-11-16', '红烧肉')]);
    assert.deepEqual(repeatWeek(week, '2026-11-23', { ...where, today: '2026-11-24' }), []);
  });

  it('moves a draft with its place, and leaves what guests see where it is', () => {
    const week = book([menu('2026-11-24', '红烧肉')], [draft('2026-11-25', '豆腐')]);
    assert.deepEqual(said(carry(week, lunch('2026-11-25'), lunch('2026-11-26'), true)), [
      [lunch('2026-11-26'), ['豆腐'], 0],
      [lunch('2026-11-25'), null, 2],
    ]);
    assert.deepEqual(said(carry(week, lunch('2026-11-24'), lunch('2026-11-25'), true)), [
      [lunch('2026-11-25'), ['红烧肉'], 2],
    ]);
    assert.deepEqual(carry(week, lunch('2026-11-25'), lunch('2026-11-25'), true), []);
  });

  it('can be taken back to just what was there, and a colleague’s later draft is not undone', async () => {
    const house = furnished();
    const before = [draft('2026-11-25', '豆腐'), draft('2026-11-26', '红烧肉', 5)];
    for (const one of before) house.set('staff:sample', 'menuDraft', one.id, one);
    const week = book([], before);
    const steps = carry(week, lunch('2026-11-25'), lunch('2026-11-26'), true);
    const taken = await take(house, steps);
    const names = (date: string) =>
      house.get('staff:sample', 'menuDraft', lunch(date))?.items.map(({ name }) => name) ?? null;
    assert.deepEqual([names('2026-11-25'), names('2026-11-26')], [null, ['豆腐']]);
    const undo = undoOf(week, taken);
    await take(house, undo);
    assert.deepEqual([names('2026-11-25'), names('2026-11-26')], [['豆腐'], ['红烧肉']]);
    const [late] = undo;
    assert.ok(late?.offer);
    const outcome = await house.act(
      staff('canteen'),
      'menu.draft',
      argsOf(late.menuId, late.offer, late.baseVersion),
    );
    assert.equal(outcome.status, 'conflict', 'the same once more: somebody has changed it since');
  });

  it('can be taken back where nothing was before, but not where a colleague has begun anew since', async () => {
    const house = furnished();
    const before = [draft('2026-11-25', '豆腐')];
    for (const one of before) house.set('staff:sample', 'menuDraft', one.id, one);
    const week = book([], before);
    const undo = undoOf(week, await take(house, carry(week, lunch('2026-11-25'), lunch('2026-11-26'), true)));
    await take(house, undo);
    const there = () =>
      house.get('staff:sample', 'menuDraft', lunch('2026-11-26'))?.items.map(({ name }) => name);
    assert.equal(there(), undefined);
    const [theirs] = carry(
      book([], [draft('2026-11-27', '红烧肉')]),
      lunch('2026-11-27'),
      lunch('2026-11-26'),
      false,
    );
    assert.ok(theirs);
    await take(house, [theirs]);
    const late = undo.find(({ menuId }) => menuId === lunch('2026-11-26'));
    assert.ok(late);
    const { menuId, baseVersion } = late;
    const { status } = await house.act(staff('canteen'), 'menu.dropDraft', { menuId, baseVersion });
    assert.deepEqual([status, there()], ['conflict', ['红烧肉']]);
  });
});
