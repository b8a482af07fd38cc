import { ContextEvent } from '@lit/context';
import { expect } from 'chai';
import { cardAsKept } from '../../src/app/card-number.ts';
import type { MemberComfort } from '../../src/features/members/model/roster.ts';
import { locale, setLocale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { OpenEvent } from '../../src/shells/kiosk/open-event.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { ownComfortContext } from '../../src/ui/kiosk/own-comfort.ts';
import { doneStays } from '../support/done-stays.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { kioskConfig, kioskStore } from '../support/kiosk-centre.ts';
import { isShown } from '../support/kiosk-tour.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { readCard } from '../support/card-reader.ts';
import { until } from '../support/until.ts';

const large: MemberComfort = { larger: 1.6, contrast: true, slow: true, language: 'en' };
const panels = {
  upright: { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 },
  lying: { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 },
};
const CARDS = { m1: '0000000001', m2: '0000000002' } as const;

describe('A card that remembers how its holder wants the glass', () => {
  let goesAgain: () => void;
  let store: FakeStore;
  let shell: LlKioskShell;
  before(() => Promise.all([...Object.values(pages).map((page) => page.load()), setLocale('en')]));

  beforeEach(async () => {
    goesAgain = doneStays();
    await setLocale('zh-CN');
    store = kioskStore();
    for (const [key, number] of Object.entries(CARDS)) {
      const entry = await store.query((view) => view.get('kiosk', 'roster', key));
      if (entry !== undefined)
        store.put('kiosk', 'roster', key, { ...entry, card: await cardAsKept(number, 'sample') });
    }
    shell = await mountKiosk(new LlKioskShell(), store);
    // What listens for cards comes once home is painted.
    await until(() => listensForCards(shell));
  });
  afterEach(async () => {
    shell.dispatchEvent(new LeaveEvent());
    await until(() => !document.documentElement.hasAttribute('data-contrast'));
    unmountAll();
    goesAgain();
    await setLocale('zh-CN');
  });

  const comfortOf = async (key: string) =>
    (await store.query((view) => view.get('kiosk', 'roster', key)))?.comfort;
  const remember = async (key: string, comfort: MemberComfort): Promise<void> => {
    const entry = await store.query((view) => view.get('kiosk', 'roster', key));
    if (entry !== undefined) store.put('kiosk', 'roster', key, { ...entry, comfort });
    await settled(shell);
  };
  const size = (): string => getComputedStyle(document.documentElement).getPropertyValue('--larger').trim();
  const isDark = (): boolean => document.documentElement.hasAttribute('data-contrast');
  async function press(name: string | RegExp): Promise<void> {
    await until(() => deepAll(shell, 'button').length > 0);
    pressableNamed(shell, name).click();
    await settled(shell);
  }
  const offers = (name: string): boolean => {
    try {
      return pressableNamed(shell, name).getClientRects().length > 0;
    } catch {
      return false;
    }
  };

  it('offers to keep it where it is not as usual, and takes that back at a press', async () => {
    await press('字大些');
    readCard(CARDS.m1);
    await appears(shell, '签好了');
    await appears(shell, '以后刷卡都这样');
    await press('以后刷卡都这样');
    await appears(shell, '已记住，点此取消');
    expect(await comfortOf('m1')).to.deep.equal({
      larger: 1.6,
      contrast: false,
      slow: false,
      language: 'zh-CN',
    });
    await press('已记住，点此取消');
    await appears(shell, '以后刷卡都这样');
    expect(await comfortOf('m1')).to.equal(undefined);
  });

  it('offers nothing where the glass is as usual, and nothing to who has shown no card', async () => {
    readCard(CARDS.m1);
    await appears(shell, '签好了');
    expect(words(shell)).not.to.contain('以后刷卡');
    await press('字大些');
    await appears(shell, '以后刷卡都这样');
    await press('下一位签到');
    await typeDigits(shell, '5678');
    await press('李*强是我');
    await appears(shell, '签好了');
    expect(offers('以后刷卡都这样')).to.equal(false);
  });

  it('lets nobody who gives no name change what the card before them asks for', async () => {
    const wish: MemberComfort = { larger: 1.6, contrast: false, slow: false, language: 'zh-CN' };
    await remember('m1', wish);
    readCard(CARDS.m1);
    await appears(shell, '已记住，点此取消');
    await press('首页');
    await appears(shell, '今天');
    await press('我来签到');
    await appears(shell, '请按电话号码');
    await press('我是访客');
    await press('是的，签到');
    await appears(shell, '签好了');
    expect(offers('已记住，点此取消')).to.equal(false);
    expect(await comfortOf('m1')).to.deep.equal(wish);
    await press('首页');
    shell.dispatchEvent(new OpenEvent({ page: 'policies', about: 'family' }));
    await appears(shell, '时间银行');
    await press(/时间银行/);
    await press('请顾问联系我');
    await appears(shell, '我在这里等');
    await press(/我在这里等/);
    await appears(shell, '正在');
    expect(offers('已记住，点此取消')).to.equal(false);
  });

  it('makes the glass so at the card, in its language, and as usual again for whoever comes after', async () => {
    await remember('m1', large);
    readCard(CARDS.m1);
    await appears(shell, 'You are checked in');
    await until(() => isDark());
    expect([size(), locale(), shell.comfort.slow]).to.deep.equal(['1.6', 'en', true]);
    await appears(shell, 'Saved, tap to undo');
    expect(offers('My mistake'), 'the language of their card makes nobody somebody else').to.equal(true);
    shell.dispatchEvent(new LeaveEvent());
    await until(() => !isDark() && size() === '1' && locale() === 'zh-CN');
    expect(shell.comfort.slow).to.equal(false);
  });

  it('leaves the next in the queue nothing of the last one’s, by card or without one', async () => {
    await remember('m1', large);
    readCard(CARDS.m1);
    await until(() => isDark() && locale() === 'en');
    await appears(shell, 'You are checked in');
    readCard(CARDS.m2);
    await until(() => !isDark() && size() === '1' && locale() === 'zh-CN');
    readCard(CARDS.m1);
    await until(() => isDark() && locale() === 'en');
    await appears(shell, 'Next person');
    await press('Next person');
    await until(() => !isDark() && size() === '1' && locale() === 'zh-CN');
  });

  it('does so too where nobody asks for a card, as on the menu', async () => {
    await remember('m1', large);
    shell.dispatchEvent(new OpenEvent({ page: 'menu', about: null }));
    await until(() => deepAll(shell, 'll-kiosk-menu').length > 0);
    readCard(CARDS.m1);
    await until(() => isDark() && locale() === 'en' && size() === '1.6');
  });

  it('sets nothing by the card of a neighbour who is signed in by another', async () => {
    await remember('m2', large);
    await press('我来签到');
    await press('替邻居签到');
    readCard(CARDS.m1);
    await until(() => deepAll(shell, 'll-who').some((one) => one.hasAttribute('of-another')));
    readCard(CARDS.m2);
    await appears(shell, '签好了');
    expect([size(), locale(), isDark()]).to.deep.equal(['1', 'zh-CN', false]);
  });

  for (const [lies, panel] of Object.entries(panels))
    for (const language of ['zh-CN', 'en'] as const)
      it(`keeps the whole ✓ on its sheet with that offer at the largest type, ${lies}, in ${language}`, async () => {
        const longest = { id: id<'DeviceId'>('lobby-kiosk'), panel };
        unmountAll();
        const lan = await store.query((view) => view.get('kiosk', 'roster', 'm1'));
        if (lan !== undefined) store.put('kiosk', 'roster', 'm1', { ...lan, pairedWith: [id('m3')] });
        shell = await mountKiosk(new LlKioskShell(), store, { ...kioskConfig, ...longest });
        await until(() => listensForCards(shell));
        await remember('m1', { larger: 1.6, contrast: false, slow: false, language });
        readCard(CARDS.m1);
        await appears(shell, language === 'en' ? 'Saved, tap to undo' : '已记住，点此取消');
        await until(() => size() === '1.6' && locale() === language);
        await settled(shell);
        const page = deepAll(shell, 'll-kiosk-check-in')[0];
        if (page === undefined) throw new Error('no page');
        const box = page.getBoundingClientRect();
        const parts = deepAll(page, 'h1, .said p, .sign, button').filter(isShown);
        const rects = parts.map((one) => one.getBoundingClientRect());
        for (const [i, { top, bottom, left, right }] of rects.entries()) {
          const what = parts[i]?.textContent?.trim() ?? '';
          expect(Math.round(top), `${what} above the sheet`).to.be.at.least(Math.floor(box.top));
          expect(Math.round(bottom), `${what} below the sheet`).to.be.at.most(Math.ceil(box.bottom));
          expect(left >= box.left - 1 && right <= box.right + 1, `${what} beside the sheet`).to.equal(true);
        }
        const said = Math.max(
          ...deepAll(page, '.said p')
            .filter(isShown)
            .map((one) => one.getBoundingClientRect().bottom),
        );
        const ways = Math.min(...deepAll(page, 'button').map((one) => one.getBoundingClientRect().top));
        expect(Math.round(said), 'the words above the buttons').to.be.at.most(Math.ceil(ways));
      });

  it('says so where it could not be noted, and notes it at the next press', async () => {
    await press('字大些');
    readCard(CARDS.m1);
    await appears(shell, '以后刷卡都这样');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: '-' };
    await press('以后刷卡都这样');
    await appears(shell, '没记下，再点一次');
    await press('没记下，再点一次');
    await appears(shell, '已记住，点此取消');
  });
});

function listensForCards(shell: LlKioskShell): boolean {
  const page = deepAll(shell, '.page')[0];
  let listens = false;
  page?.dispatchEvent(new ContextEvent(ownComfortContext, page, () => (listens = true)));
  return listens;
}
