import { expect } from 'chai';
import { LlKioskMealCard } from '../../../../src/features/menus/kiosk/kiosk-meal-card.ts';
import { LlKioskMenu } from '../../../../src/features/menus/kiosk/kiosk-menu.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { at, dish, kioskStore, kioskStoreWithLunch, menuOf, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { until } from '../../../support/until.ts';

describe('What there is to eat, at the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.style.removeProperty('--larger');
    await setLocale('zh-CN');
  });

  it('shows lunch before noon, with prices, when it begins and when it was updated', async () => {
    const card = await mountKiosk(new LlKioskMealCard(), kioskStoreWithLunch());
    expect(words(card)).to.contain('今天中午吃').and.to.contain('上午11:00 开饭').and.to.contain('9:50 更新');
    expect(words(card)).to.match(/五花肉烩苋菜\s*软烂\s*含大豆\s*9 元\/份/);
  });

  it('says on which day it was updated where that was before today', async () => {
    const lunch = {
      ...menuOf(today, 'lunch', [dish('五花肉烩苋菜')]),
      publishedAtMs: at(9, 50) - 86_400_000,
    };
    const store = kioskStore().put('centre', 'menu', lunch.id, lunch);
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('11月21日 上午9:50 更新');
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

  it('says that a meal is not served, with why, and of one that was taken down that it is not there', async () => {
    const lunch = menuOf(today, 'lunch', [dish('五花肉')]);
    const off = { ...lunch, items: [], version: 2 };
    const store = kioskStore().put('centre', 'menu', lunch.id, { ...off, off: 'closed', why: '停水' });
    const faces = [
      await mountKiosk(new LlKioskMealCard(), store),
      await mountKiosk(new LlKioskMenu(), store),
    ];
    for (const face of faces)
      expect(words(face))
        .to.match(/这一餐不开饭\s*停水/)
        .and.not.to.match(/未更新|还没有写上/);
    store.put('centre', 'menu', lunch.id, { ...off, off: 'withdrawn' });
    for (const face of faces) {
      await settled(face);
      expect(words(face))
        .to.contain('今日菜单未更新')
        .and.not.to.match(/不开饭|还没有写上/);
    }
  });

  it('says how many are left while somebody counts them, in the list and aloud', async () => {
    const lunch = menuOf(today, 'lunch', [dish('五花肉', { left: 3 })]);
    const set = { name: '今日套餐', priceFen: 1350, text: '一荤两素', soldOut: true };
    const store = kioskStore().put('centre', 'menu', lunch.id, { ...lunch, set });
    const page = await mountKiosk(new LlKioskMenu(), store);
    expect(words(page)).to.contain('还剩 3 份');
    expect(deepAll(page, '[data-dish]')[0]?.getAttribute('data-say')).to.contain('还剩 3 份');
    expect(deepAll(page, '.set')[0]?.textContent).to.contain('卖完了').and.not.to.contain('13.5');
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

  it('says that it has not fetched the menu, not that there is none', async () => {
    const store = kioskStore();
    store.setStatus({ loaded: false, link: 'away' });
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('还没取来').and.not.to.contain('未更新');
  });

  it('does not say of tomorrow that its menu is not out yet while the hub is away', async () => {
    const store = kioskStore(at(23, 50));
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('明天早上吃').and.to.contain('菜单还没有出来');
    store.setStatus({ link: 'away' });
    await settled(card);
    expect(words(card)).to.contain('还没取来').and.not.to.contain('菜单还没有出来');
  });

  it('shows a breakfast that is eaten tomorrow as tomorrow’s, once today’s last meal is over', async () => {
    const breakfast = menuOf('2026-11-23', 'breakfast', [dish('小米粥')]);
    const store = kioskStore(at(23, 50)).put('centre', 'menu', breakfast.id, breakfast);
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('明天早上吃').and.to.contain('小米粥');
    store.nowMs = at(24, 10);
    card.requestUpdate();
    await settled(card);
    expect(words(card)).to.contain('今天早上吃').and.to.contain('小米粥');
  });

  it('finds the meal after a public holiday of several days, and does not say that its menu is missing', async () => {
    const store = kioskStore(at(13, 0)).put('centre', 'centre', 'sample', {
      ...centreRow(),
      meals: [{ meal: 'lunch', from: '11:00', to: '12:30', skipsHolidays: true }],
    });
    for (const day of ['2026-11-23', '2026-11-24'])
      store.put('city', 'calendarDay', day, { id: day, lunar: '', term: null, festival: null, rest: true });
    const after = menuOf('2026-11-25', 'lunch', [dish('小米粥')]);
    store.put('centre', 'menu', after.id, after);
    const card = await mountKiosk(new LlKioskMealCard(), store);
    expect(words(card)).to.contain('11月25日').and.to.contain('小米粥');
  });

  it('marks as Chinese what the kitchen has not translated', async () => {
    const lunch = menuOf(today, 'lunch', [
      dish('五花肉烩苋菜'),
      dish('番茄炒蛋', { nameEn: 'Tomato and egg' }),
    ]);
    const store = kioskStore().put('centre', 'menu', lunch.id, { ...lunch, noteEn: 'Free rice' });
    const card = await mountKiosk(new LlKioskMealCard(), store);
    await setLocale('en');
    await settled(card);
    expect(words(card)).to.contain('Tomato and egg').and.to.contain('Free rice');
    expect(deepAll(card, '[lang="zh-CN"]').map((one) => one.textContent)).to.deep.equal(['五花肉烩苋菜']);
  });

  /** A card as high as home leaves it: much, less under a notice, and as good as nothing. */
  const rooms = [190, 130, 75, 20];
  for (const larger of ['1', '1.3', '1.6'])
    for (const room of rooms)
      it(`tears no dish and drops nothing that decides who may eat it, ${room} high at ${larger} times the size`, async () => {
        document.documentElement.style.setProperty('--larger', larger);
        const many = Array.from({ length: 24 }, (_, i) =>
          dish(
            i === 1
              ? '小火慢炖两小时配菜心和木耳再加一点点山药和枸杞补补身体很好吃的一道家常菜呀'
              : `第${i + 1}道菜`,
            {
              tags: ['soft', 'low-salt', 'low-sugar', 'halal'],
              allergens: ['egg', 'fish'],
            },
          ),
        );
        const lunch = menuOf(today, 'lunch', many);
        const card = new LlKioskMealCard();
        Object.assign(card.style, {
          width: 'calc(var(--panel-width) - var(--u) * 40)',
          height: `calc(var(--u) * ${room})`,
        });
        await mountKiosk(card, kioskStore().put('centre', 'menu', lunch.id, lunch));
        await until(() => words(card).includes('道，请按'));
        const list = deepAll(card, 'ul')[0]?.getBoundingClientRect();
        const all = deepAll(card, 'li');
        const shown = all.filter((row) => getComputedStyle(row).visibility !== 'hidden');
        if (list === undefined) throw new Error('no list');
        expect(words(card)).to.contain(`还有 ${all.length - shown.length} 道`);
        for (const row of shown) {
          const box = row.getBoundingClientRect();
          expect(box.bottom).to.be.at.most(list.bottom + 1);
          for (const must of ['清真', '含蛋、鱼']) {
            const said = [...row.querySelectorAll('.must *')].find((one) => one.textContent === must);
            const seen = said?.getBoundingClientRect();
            expect(seen?.right, must)
              .to.be.at.most(box.right + 1)
              .and.at.least(box.left);
            expect(seen?.bottom, must).to.be.at.most(box.bottom + 1);
          }
        }
        if (room / Number(larger) >= 55) expect(shown.length).to.be.at.least(1);
      });
});
