import { expect } from 'chai';
import { LlKioskMenu } from '../../../../src/features/menus/kiosk/kiosk-menu.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, dish, kioskConfig, kioskStore, menuOf, today } from '../../../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';

const pork = dish('五花肉烩苋菜', {
  nameEn: 'Pork belly with amaranth',
  energyKcal: 310,
  fatG: 24,
  saltG: 1.3,
});
const beef = dish('土豆炖牛肉', {
  tags: ['soft', 'halal'],
  allergens: [],
  priceFen: 1250,
  smallPriceFen: null,
});
const tofu = dish('小白菜炖豆腐', { tags: ['vegetarian', 'soft', 'low-salt'] });
const bass = dish('清蒸鲈鱼', { tags: ['low-salt'], allergens: ['fish'], soldOut: true });
const lunch = menuOf(today, 'lunch', [pork, bass, beef, tofu]);

const withLunch = (menu = lunch, nowMs: number | null = at(10, 32)): FakeStore =>
  kioskStore(nowMs).put('centre', 'menu', menu.id, menu);

const landscape = { ...kioskConfig, panel: { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 } };

/** The menu page on as much of the glass as the shell leaves it. */
async function open(store: FakeStore, device = kioskConfig): Promise<LlKioskMenu> {
  const page = new LlKioskMenu();
  const wide = device === landscape;
  page.toggleAttribute('landscape', wide);
  Object.assign(page.style, {
    width: 'calc(var(--panel-width) - var(--u) * 40)',
    height: 'calc(var(--panel-height) - var(--u) * 86)',
  });
  await mountKiosk(page, store, device);
  await laidOut(page);
  return page;
}

/** What is measured is told after a frame. */
async function laidOut(page: LlKioskMenu): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(page);
  }
}

async function press(page: LlKioskMenu, name: string | RegExp): Promise<void> {
  pressableNamed(page, name).click();
  await laidOut(page);
}

const rows = (page: LlKioskMenu): HTMLElement[] => deepAll(page, '.dish');
const names = (page: LlKioskMenu): string[] =>
  rows(page).map((row) => row.querySelector('b')?.textContent?.trim() ?? '');

describe('The menu of the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.style.removeProperty('--larger');
    await setLocale('zh-CN');
  });

  it('does not say of another day that its menu is not out yet while the hub is away', async () => {
    const store = withLunch();
    const page = await open(store);
    await press(page, '明天');
    expect(words(page)).to.contain('菜单还没有出来');
    store.setStatus({ link: 'away' });
    await settled(page);
    expect(words(page)).to.contain('还没取来').and.not.to.contain('菜单还没有出来');
    await press(page, '今天');
    expect(names(page)).to.include('五花肉烩苋菜');
  });

  it('lists a meal in short: names, what they are in words, prices with their unit; what is sold out last', async () => {
    const page = await open(withLunch());
    expect(names(page)).to.deep.equal(['五花肉烩苋菜', '土豆炖牛肉', '小白菜炖豆腐', '清蒸鲈鱼']);
    expect(words(rows(page)[1] ?? page)).to.match(/清真\s*软烂\s*12.5 元\/份/);
    expect(words(rows(page)[3] ?? page))
      .to.contain('卖完了')
      .and.not.to.contain('元');
  });

  it('tells all of a dish at one tap: allergens, small portion, and what a serving holds of energy, fat and salt', async () => {
    const page = await open(withLunch());
    await press(page, /五花肉/);
    expect(words(page)).to.contain('含大豆').and.to.contain('小份 5 元').and.to.contain('一份里有');
    expect(words(page)).to.match(/热量\s*310 千卡\s*一天的五分之一左右/);
    expect(words(page))
      .to.match(/脂肪\s*24 克/)
      .and.to.match(/盐\s*1.3 克\s*一天的四分之一左右/);
  });

  it('says of what nobody has measured or stated that it is not known', async () => {
    const half = { ...beef, saltG: 0.9 };
    const page = await open(withLunch(menuOf(today, 'lunch', [half, tofu])));
    await press(page, /土豆/);
    expect(words(page))
      .to.match(/热量\s*还不清楚，请问师傅/)
      .and.to.match(/盐\s*0.9 克/);
    expect(words(page)).to.contain('没有写明过敏的食材，过敏的话请先问师傅');
    page.back();
    await laidOut(page);
    await press(page, /豆腐/);
    expect(words(page)).to.contain('还没有量过');
  });

  it('comes back from a dish to the list as it was: the same page of it, the same choice', async () => {
    const many = Array.from({ length: 24 }, (_, i) => dish(`第${i + 1}道菜`));
    const page = await open(withLunch(menuOf(today, 'lunch', many)));
    await press(page, /软烂，24 道/);
    await press(page, '下一页');
    const where = words(deepAll(page, 'nav p')[0] ?? page);
    expect(where).to.contain('2 /');
    await press(page, /第15道菜/);
    expect(page.back()).to.equal(true);
    await laidOut(page);
    expect(words(deepAll(page, 'nav p')[0] ?? page)).to.equal(where);
    expect(pressableNamed(page, /软烂，24 道/).getAttribute('aria-pressed')).to.equal('true');
    expect(page.back()).to.equal(false);
  });

  it('shows at one tap only what an elder may and likes to eat, and says how many there are before', async () => {
    const page = await open(withLunch());
    await press(page, '清真，1 道');
    expect(names(page)).to.deep.equal(['土豆炖牛肉']);
    await press(page, '清真，1 道');
    expect(names(page)).to.have.length(4);
  });

  it('says kindly that no dish is all of what was asked for, with a way back to all of them', async () => {
    const page = await open(withLunch());
    await press(page, /^清真/);
    await press(page, /^素/);
    expect(words(page)).to.contain('这一顿没有清真、素的菜');
    await press(page, '看全部的菜');
    expect(names(page)).to.have.length(4);
  });

  it('keeps what was asked for from one meal to the next', async () => {
    const dinner = menuOf(today, 'dinner', [tofu, bass]);
    const page = await open(withLunch().put('centre', 'menu', dinner.id, dinner));
    await press(page, /^软烂/);
    await press(page, '晚饭');
    expect(names(page)).to.deep.equal(['小白菜炖豆腐']);
  });

  it('shows the same meal of each day of the week, and says where there is no menu yet', async () => {
    const tuesday = menuOf('2026-11-24', 'lunch', [beef]);
    const page = await open(withLunch().put('centre', 'menu', tuesday.id, tuesday));
    await press(page, '周二');
    expect(words(page)).to.contain('11月24日 星期二 午饭');
    expect(names(page)).to.deep.equal(['土豆炖牛肉']);
    await press(page, '周三');
    expect(words(page)).to.contain('菜单还没有出来').and.not.to.contain('土豆');
    await press(page, '今天');
    expect(words(page)).to.contain('今天 午饭');
  });

  it('says 卖完了 at once, also on the page of the dish that is open', async () => {
    const store = withLunch();
    const page = await open(store);
    await press(page, /五花肉/);
    const sold = { ...lunch, version: 2, items: [{ ...pork, soldOut: true }, beef] };
    store.put('centre', 'menu', sold.id, sold);
    await laidOut(page);
    expect(words(page)).to.contain('卖完了');
    await press(page, '看别的菜');
    expect(words(page)).to.contain('刚更新');
  });

  it('says that a dish was taken off the menu while somebody read it', async () => {
    const store = withLunch();
    const page = await open(store);
    await press(page, /五花肉/);
    const without = { ...lunch, version: 2, items: [beef] };
    store.put('centre', 'menu', without.id, without);
    await laidOut(page);
    expect(words(page)).to.contain('刚刚撤下了');
    await press(page, '看别的菜');
    expect(names(page)).to.deep.equal(['土豆炖牛肉']);
  });

  it('calls nothing updated that is only looked at for the first time', async () => {
    const page = await open(withLunch({ ...lunch, version: 7 }));
    await press(page, '晚饭');
    await press(page, '午饭');
    expect(words(page)).not.to.contain('刚更新');
  });

  it('never goes on with the chosen day once that is yesterday', async () => {
    const tomorrow = menuOf('2026-11-23', 'lunch', [beef]);
    const store = withLunch().put('centre', 'menu', tomorrow.id, tomorrow);
    const page = await open(store);
    await press(page, '今天');
    store.nowMs = at(24, 5);
    page.requestUpdate();
    await laidOut(page);
    expect(words(page)).not.to.contain('五花肉');
    expect(words(page)).to.contain('今天');
  });

  it('names no day today while the hub has not confirmed the time', async () => {
    const store = withLunch();
    store.timeQuality = 'carried';
    const page = await open(store);
    expect(words(page))
      .to.contain('11月22日 星期日 午饭')
      .and.not.to.match(/今天 午饭|明天/);
  });

  it('does not say that there is no menu while the device has not fetched any', async () => {
    const store = kioskStore();
    store.setStatus({ loaded: false, link: 'away' });
    const page = await open(store);
    expect(words(page)).to.contain('还没取来').and.not.to.contain('菜单');
  });

  it('knows no today where the time is unknown', async () => {
    const page = await open(withLunch(lunch, null));
    expect(words(page)).to.contain('还不知道今天几号').and.not.to.contain('五花肉');
  });

  it('says in English what is translated, and marks as Chinese what is not', async () => {
    const set = { name: '今日套餐', nameEn: "Today's set", priceFen: 1200, text: '一荤两素一汤' };
    const page = await open(withLunch({ ...lunch, set }));
    await setLocale('en');
    await laidOut(page);
    expect(words(page)).to.contain('Pork belly with amaranth').and.to.contain("Today's set");
    const chinese = deepAll(page, '[lang="zh-CN"]').map((one) => one.textContent);
    expect(chinese).to.include('土豆炖牛肉').and.to.include('一荤两素一汤').and.to.include('主食免费续');
  });

  it('says of a set meal that costs nothing that it is free, not that it is 0 yuan', async () => {
    const set = { name: '重阳套餐', priceFen: 0, text: '一荤两素一汤' };
    const page = await open(withLunch({ ...lunch, set }));
    expect(words(page)).to.match(/重阳套餐\s*免费/);
  });

  for (const larger of ['1', '1.3', '1.6'])
    for (const device of [kioskConfig, landscape])
      it(`tears no dish apart, at ${larger} times the size on a glass ${device.panel.widthPx} wide`, async () => {
        document.documentElement.style.setProperty('--larger', larger);
        const long = '软烂少盐小火慢炖两小时配菜心和木耳再加一点点山药和枸杞补补身体很好吃的一道家常菜呀';
        const many = Array.from({ length: 24 }, (_, i) =>
          dish(`${i}${long}`.slice(0, i % 3 === 0 ? 40 : 6), {
            tags: ['halal', 'soft', 'low-salt'],
            allergens: ['egg', 'fish', 'soy'],
          }),
        );
        const page = await open(withLunch(menuOf(today, 'lunch', many)), device);
        const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
        const [window] = deepAll(page, '.window');
        const glass = window?.getBoundingClientRect();
        if (glass === undefined) throw new Error('no pages');
        for (const row of rows(page)) {
          expect(row.getClientRects(), row.textContent ?? '').to.have.length(1);
          const { top, bottom, height } = row.getBoundingClientRect();
          expect(top).to.be.at.least(glass.top - 1);
          expect(bottom).to.be.at.most(glass.bottom + 1);
          expect(height).to.be.at.least(20 * mm);
        }
        const ways = deepAll(page, '.ways')[0]?.getBoundingClientRect();
        expect(ways?.bottom).to.be.at.most(page.getBoundingClientRect().bottom);
      });

  it('breaks no rule of accessibility, in the list and on the page of a dish', async () => {
    const page = await open(withLunch());
    await expectAccessible(page);
    await press(page, /五花肉/);
    await expectAccessible(page);
  });
});
