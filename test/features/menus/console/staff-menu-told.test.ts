import { expect } from 'chai';
import { LlStaffMenuTold } from '../../../../src/features/menus/console/staff-menu-told.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { canteen, lunch, menu, pork } from '../../../support/menu-editor.ts';
import { deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { device } from '../../../support/model-rows.ts';
import { centreRow } from '../../../support/rows.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 10);
const SINCE = Date.UTC(2026, 10, 22, 3, 2, 7);

describe('What is heard of a menu', () => {
  let store: FakeStore;
  let told: LlStaffMenuTold;
  const words = (): string =>
    deepAll(told, 'li, p')
      .map((one) => one.textContent?.trim() ?? '')
      .join(' ');
  const paint = (screen: string, showing: string, over: { sinceMs?: number; confirmedMs?: number } = {}) =>
    store.put('staff', 'glass', screen, {
      id: id<'DeviceId'>(screen),
      showing,
      sinceMs: SINCE,
      confirmedMs: NOW - 10_000,
      ...over,
    });

  beforeEach(async () => {
    store = new FakeStore({ actor: canteen, nowMs: NOW });
    store.put('centre', 'centre', 'sample', centreRow()).put('centre', 'menu', lunch, menu(12, [pork]));
    for (const [screen, name] of [
      ['hall', '餐厅大屏'],
      ['lobby', '门厅电视'],
    ] as const)
      store.put('staff', 'device', screen, { ...device(screen, 'screen'), name, pairedAtMs: 1 });
    told = new LlStaffMenuTold();
    told.menuId = lunch;
    await mount(told, { store });
  });
  afterEach(unmountAll);

  it('is each glass that it stands on, since when to the second, by that glass’s own word', async () => {
    expect(words()).to.equal('');
    paint('hall', `menu:${lunch}@12`);
    paint('lobby', 'playlist:autumn@3');
    await settled(told);
    expect(words()).to.equal('餐厅大屏 11:02:07 起显示第12版');
    await expectAccessible(told);
    paint('lobby', `menu:${lunch}@12`, { sinceMs: 0 });
    await settled(told);
    expect(words(), 'a time that nobody was sure of is not told').to.contain('第12版 门厅电视正在显示');
  });

  it('is nothing of a version that is not on it yet, of a glass that is silent, and of one nobody hears', async () => {
    paint('hall', `menu:${lunch}@11`);
    await settled(told);
    expect(words()).to.equal('');
    paint('hall', `menu:${lunch}@12`, { confirmedMs: NOW - 200_000 });
    await settled(told);
    expect(words(), 'it may have been switched off since').to.equal('');
    paint('hall', `menu:${lunch}@12`);
    await settled(told);
    expect(words()).to.contain('11:02:07');
    store.setStatus({ link: 'away' });
    await settled(told);
    expect(words()).to.equal('');
  });
});
