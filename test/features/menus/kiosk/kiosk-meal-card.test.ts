import { expect } from 'chai';
import { LlKioskMealCard } from '../../../../src/features/menus/kiosk/kiosk-meal-card.ts';
import { LlKioskMenu } from '../../../../src/features/menus/kiosk/kiosk-menu.ts';
import { at, dish, kioskStore, kioskStoreWithLunch, menuOf, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';

describe('What there is to eat, at the kiosk', () => {
  afterEach(unmountAll);

  it('shows lunch before noon, with prices, when it begins and when it was updated', async () => {
    const card = await mountKiosk(new LlKioskMealCard(), kioskStoreWithLunch());
    expect(words(card)).to.contain('今天中午吃').and.to.contain('上午11:00 开饭').and.to.contain('9:50 更新');
    expect(words(card)).to.match(/五花肉烩苋菜\s*软烂\s*9 元\/份/);
  });

  it('says no time at which it was updated where the hub was not sure of the time then', async () => {
    const lunch = { ...menuOf(today, 'lunch', [dish('五花肉烩苋菜')]), publishedAtMs: 0 };
    const store = kioskStore().put('centre', 'menu', lunch.id, lunch);
    for (const face of [new LlKioskMealCard(), new LlKioskMenu()]) {
      const shown = await mountKiosk(face, store);
      expect(words(shown)).to.contain('五花肉').and.not.to.contain(' 更新');
    }
  });

  it('says 卖完了 in words', async () => {
    const card = await mountKiosk(new LlKioskMealCard(), kioskStoreWithLunch());
    const sold = deepAll(card, 'li').find((row) => row.textContent?.includes('清蒸鲈鱼'));
    expect(sold?.textContent).to.contain('卖完了').and.not.to.contain('元');
  });

  it("never shows yesterday's menu as today's", async () => {
    const yesterday = menuOf('2026-11-21', 'lunch', [dish('昨天的菜')]);
    const store = kioskStore().put('centre', 'menu', yesterday.id, yesterday);
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('今日菜单未更新，请问工作人员').and.not.to.contain('昨天的菜');
  });

  it('knows no today where the time is unknown, and says so', async () => {
    const card = await mountKiosk(new LlKioskMealCard(), kioskStoreWithLunch(null));
    expect(words(card)).to.contain('还不知道今天几号').and.not.to.contain('五花肉');
  });

  it('says that lunch is being served only on a time that the hub has confirmed since the start', async () => {
    const store = kioskStoreWithLunch(at(11, 30));
    const confirmed = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(confirmed)).to.contain('正在开饭');
    unmountAll();
    store.timeQuality = 'carried';
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('时间还没核对').and.not.to.contain('正在开饭').and.not.to.contain('今天');
    expect(words(card))
      .to.contain('11月22日 午饭')
      .and.to.contain('上午11:00–下午12:30')
      .and.to.contain('五花肉');
  });

  it('goes on to dinner once lunch is over', async () => {
    const dinner = menuOf(today, 'dinner', [dish('小米粥')]);
    const store = kioskStoreWithLunch(at(13, 0)).put('centre', 'menu', dinner.id, dinner);
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('今天晚上吃').and.to.contain('小米粥');
  });

  it('takes a new price while it is shown', async () => {
    const store = kioskStoreWithLunch();
    const card = await mountKiosk(new LlKioskMealCard(), store);
    const dearer = menuOf(today, 'lunch', [dish('五花肉烩苋菜', { priceFen: 950 })]);
    store.put('centre', 'menu', dearer.id, dearer);
    await settled(card);
    expect(words(card)).to.contain('9.5 元/份');
  });

  it('turns to another meal of the day', async () => {
    const page = await mountKiosk(new LlKioskMenu(), kioskStoreWithLunch());
    pressableNamed(page, /晚饭/).click();
    await settled(page);
    expect(words(page)).to.contain('今日菜单未更新').and.not.to.contain('五花肉');
  });
});
