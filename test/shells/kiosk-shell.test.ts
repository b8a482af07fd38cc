import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { OpenEvent } from '../../src/shells/kiosk/open-event.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { expectAccessible } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { leftAlone } from '../support/left-alone.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { PassingTime } from '../support/passing-time.ts';
import { until } from '../support/until.ts';
// They come when home is painted, which may be after what is looked at.
import '../../src/shells/kiosk/confirmed-line.ts';
import '../../src/shells/kiosk/making-room.ts';

describe('The kiosk', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const open = (store: FakeStore = kioskStoreWithLunch()): Promise<LlKioskShell> =>
    mountKiosk(new LlKioskShell(), store);

  async function press(shell: LlKioskShell, name: string | RegExp): Promise<void> {
    pressableNamed(shell, name).click();
    await settled(shell);
    await settled(shell);
  }

  it('answers at home what there is to eat and what is on next', async () => {
    const shell = await open();
    expect(words(shell)).to.contain('10:32').and.to.contain('11月22日 星期日').and.to.contain('农历十月十四');
    expect(words(shell))
      .to.contain('今天小雪')
      .and.to.contain('五花肉烩苋菜')
      .and.to.contain('下一场 八段锦');
  });

  it('says the day and what there is to eat the moment the hub tells the time to a kiosk whose own clock is wrong', async () => {
    const store = kioskStoreWithLunch();
    const nowMs = store.nowMs ?? 0;
    store.nowMs = null;
    const shell = await open(store);
    expect(words(shell)).not.to.contain('11月22日').and.not.to.contain('五花肉烩苋菜');
    store.confirmTime(nowMs);
    await settled(shell);
    expect(words(shell)).to.contain('10:32').and.to.contain('11月22日 星期日');
    expect(words(shell)).to.contain('五花肉烩苋菜').and.to.contain('下一场 八段锦');
  });

  it('shows the tiles the centre names, and none for what does not exist', async () => {
    const shell = await open();
    const tiles = deepAll(shell, 'll-tile').map((tile) => words(tile).trim());
    expect(tiles).to.deep.equal(['吃饭', '上课活动', '签到', '政策咨询', '上门服务']);
  });

  it('has at most six ways at home, each with a drawing and its name', async () => {
    const store = kioskStoreWithLunch();
    const [row] = await store.query((view) => view.list('centre', 'centre'));
    if (row === undefined) throw new Error('no centre');
    const tiles = [...row.tiles, ...row.tiles];
    const shell = await open(store.put('centre', 'centre', 'sample', { ...row, tiles }));
    const shown = deepAll(shell, 'll-tile');
    expect(shown).to.have.length(6);
    for (const tile of shown) {
      expect(deepAll(tile, 'svg'), words(tile)).to.have.length(1);
      expect(words(tile).trim()).not.to.equal('');
    }
  });

  it('keeps 找人帮忙 and English at the same place on every page and in every language', async () => {
    const shell = await open();
    const places = (): string =>
      ['.language', '.help']
        .map((name) => {
          const box = deepAll(shell, name)[0]?.getBoundingClientRect();
          return [box?.left, box?.top, box?.width].map((n) => Math.round(n ?? -1)).join(' ');
        })
        .join(' | ');
    const atHome = places();
    for (const tile of ['吃饭', '上课活动', '签到', '政策咨询']) {
      await press(shell, tile);
      expect(places(), tile).to.equal(atHome);
      await press(shell, '首页');
    }
    await press(shell, 'English');
    await appears(shell, 'Lunch today');
    expect(places(), 'in English').to.equal(atHome);
  });

  it('has no 返回 and 首页 at home, and no button for what this device cannot do', async () => {
    const shell = await open();
    const bar = deepAll(shell, 'll-kiosk-bar')[0];
    expect(bar === undefined ? '' : words(bar).trim()).to.match(/^字大些\s*黑底白字\s*English\s*找人帮忙$/);
  });

  it('leaves no trace in the address or the history of where an elder went', async () => {
    const shell = await open();
    const before = [location.href, history.length];
    await press(shell, '签到');
    await typeDigits(shell, '1234');
    await press(shell, '首页');
    expect([location.href, history.length]).to.deep.equal(before);
  });

  it('goes straight to the digits from 我来签到', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    expect(words(shell)).to.contain('请按电话号码的最后四位');
  });

  it('wipes everything of the person at 我好了', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    await typeDigits(shell, '1234');
    await press(shell, /王\*兰/);
    expect(words(shell)).to.contain('王*兰');
    await press(shell, '我好了');
    expect(words(shell)).not.to.contain('王*兰').and.not.to.contain('1234');
    expect(words(shell)).to.contain('今天中午吃');
  });

  it('asks 还在看吗？ before it puts a page away, and stays at one tap', async () => {
    const shell = await open();
    await press(shell, '吃饭');
    await leftAlone(120_000, async () => {
      await appears(shell, '还在看吗？');
      expect(words(shell)).to.contain('找人帮忙');
      await press(shell, '还在看');
      expect(words(shell)).not.to.contain('还在看吗？');
      expect(words(shell)).to.contain('今天吃什么');
    });
  });

  it('may be asked to stay twelve times, each time at one tap', async () => {
    const shell = await open();
    await press(shell, '吃饭');
    for (let time = 1; time <= 12; time += 1) {
      await leftAlone(time * 120_000, async () => {
        await appears(shell, '还在看吗？');
        expect(words(shell)).to.contain('30 秒后回到首页');
        await press(shell, '还在看');
        expect(words(shell)).not.to.contain('还在看吗？');
      });
    }
    expect(words(shell)).to.contain('今天吃什么');
  });

  it('puts everything of an elder away who has left', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    await typeDigits(shell, '12');
    await leftAlone(60_000, () => appears(shell, '还在看吗？'));
    await leftAlone(90_000, () => appears(shell, '今天中午吃'));
    expect(words(shell)).not.to.contain('请按电话号码');
  });

  it('makes one call of two presses while its page is slow to come, and opens nothing for who has gone', async () => {
    const store = kioskStoreWithLunch();
    const shell = await open(store);
    const { load } = pages.help;
    let arrives = (): void => undefined;
    const arrival = new Promise<void>((resolve) => (arrives = resolve));
    Object.assign(pages.help, { load: () => arrival });
    try {
      await press(shell, '找人帮忙');
      await press(shell, '找人帮忙');
      arrives();
      await until(() => store.asked.length > 0);
      await settled(shell);
      expect(store.asked.map(({ name }) => name)).to.deep.equal(['help.raise']);
      expect(deepAll(shell, 'll-kiosk-help').length).to.equal(1);
      await press(shell, '首页');
      Object.assign(pages.help, { load: () => new Promise<void>((resolve) => (arrives = resolve)) });
      await press(shell, '找人帮忙');
      shell.dispatchEvent(new LeaveEvent());
      arrives();
      await settled(shell);
      await settled(shell);
      expect(deepAll(shell, 'll-kiosk-help')).to.deep.equal([]);
    } finally {
      Object.assign(pages.help, { load });
    }
  });

  it('speaks English at one tap, and is Chinese again for the next person', async () => {
    const shell = await open();
    await press(shell, 'English');
    await appears(shell, 'Lunch today');
    expect(words(shell)).to.contain('Next: 八段锦');
    expect(document.documentElement.lang).to.equal('en');
    await press(shell, 'Meals');
    shell.dispatchEvent(new LeaveEvent());
    await appears(shell, '今天中午吃');
    expect(document.documentElement.lang).to.equal('zh-CN');
  });

  it('says quietly how fresh things are while the hub is away, and nothing otherwise', async () => {
    const store = kioskStoreWithLunch();
    const shell = await open(store);
    expect(words(shell)).not.to.contain('连不上');
    store.setStatus({ link: 'away', lastSyncMs: Date.UTC(2026, 10, 22, 2, 20) });
    await settled(shell);
    expect(words(shell)).to.contain('看到的是 上午10:20 的内容');
  });

  it('keeps all buttons at least 20 mm high and wide, with nothing in the outer 20 mm', async () => {
    const shell = await open();
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const glass = shell.getBoundingClientRect();
    const check = (page: string): void => {
      for (const one of deepAll(shell, 'button').filter((each) => each.getClientRects().length > 0)) {
        const box = one.getBoundingClientRect();
        const name = `${page}: ${one.textContent?.trim()}`;
        expect(box.height / mm, name).to.be.at.least(20);
        expect(box.width / mm, name).to.be.at.least(20);
        expect(Math.round((box.left - glass.left) / mm), name).to.be.at.least(20);
        expect(Math.round((glass.bottom - box.bottom) / mm), name).to.be.at.least(20);
      }
    };
    check('home');
    for (const tile of ['吃饭', '上课活动', '签到', '政策咨询']) {
      await press(shell, tile);
      check(tile);
      await press(shell, '首页');
    }
  });

  it('can be used by those who listen, on every page', async () => {
    const shell = await open();
    await expectAccessible(shell);
    for (const tile of ['吃饭', '上课活动', '签到', '政策咨询']) {
      await press(shell, tile);
      await expectAccessible(shell);
      await press(shell, '首页');
    }
    await press(shell, '找人帮忙');
    await expectAccessible(shell);
  });

  it('asks its store nothing while nothing has changed, however long a page is looked at', async () => {
    const store = kioskStoreWithLunch();
    const passing = new PassingTime(store);
    try {
      const shell = await open(store);
      for (const tile of [null, '吃饭', '上课活动', '签到', '政策咨询']) {
        if (tile !== null) await press(shell, tile);
        const before = store.asks;
        await passing.seconds(20, shell);
        expect(store.asks, tile ?? 'home').to.equal(before);
        if (tile !== null) await press(shell, '首页');
      }
    } finally {
      passing.stop();
    }
  });

  it('says on every page that it cannot read, and never that there is nothing', async () => {
    const store = kioskStoreWithLunch();
    store.slow = Promise.reject(new Error('the disk cannot be read'));
    store.slow.catch(() => undefined);
    const shell = await open(store);
    const cannot = '现在看不了';
    const home = ['ll-kiosk-meal-card', 'll-kiosk-next-card', 'll-kiosk-notice-line'];
    for (const part of home) expect(deepAll(shell, part).map(words).join(), part).to.contain(cannot);
    const opened: readonly OpenEvent[] = [
      new OpenEvent({ page: 'menu', about: null }),
      new OpenEvent({ page: 'classes', about: null }),
      new OpenEvent({ page: 'checkin', about: null }),
      new OpenEvent({ page: 'policies', about: null }),
      new OpenEvent({ page: 'notices', about: null }),
    ];
    for (const event of opened) {
      shell.dispatchEvent(event);
      await settled(shell);
      await settled(shell);
      expect(deepAll(shell, 'main').map(words).join(), event.to.page).to.contain(cannot);
    }
  });

  it('stops listening to everything when it is gone', async () => {
    const store = kioskStoreWithLunch();
    const shell = await open(store);
    await press(shell, '上课活动');
    shell.remove();
    expect(store.watching).to.equal(0);
  });
});
