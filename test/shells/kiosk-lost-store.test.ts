import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import '../../src/features/notices/kiosk/kiosk-alarm.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, words } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { id } from '../../src/kernel/ids.ts';

/** What a page says where it knows that there is none of something. */
const CLAIMS = ['这几天不开饭', '今日菜单未更新', '这几天没有', '暂无', '没有要签到', '现在没有通知'];
const UNREAD = '这里现在看不了';

describe('A kiosk whose store is lost or unreadable under its page', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const open = (store: FakeStore): Promise<LlKioskShell> => mountKiosk(new LlKioskShell(), store);
  const tilesOf = (shell: Element) => deepAll(shell, 'll-tile').map((tile) => words(tile).trim());
  const shown = (shell: Element): string => {
    const page = deepAll(shell, '.visit:not([inert])')[0];
    return page === undefined ? '' : words(page);
  };
  async function press(shell: LlKioskShell, name: string): Promise<void> {
    pressableNamed(shell, name).click();
    await settled(shell);
    await settled(shell);
  }
  const claims = (shell: Element): readonly string[] =>
    CLAIMS.filter((claim) => shown(shell).includes(claim));

  it('keeps the ways the centre named, and says at home that it cannot know what there is to eat', async () => {
    const store = kioskStoreWithLunch();
    const shell = await open(store);
    const before = tilesOf(shell);
    store.lose();
    await settled(shell);
    expect(tilesOf(shell)).to.deep.equal(before);
    expect(shown(shell)).to.contain('正在取今天的内容');
    store.setStatus({ link: 'away' });
    await appears(shell, '今天的饭菜和活动还看不到');
    expect(claims(shell)).to.deep.equal([]);
  });

  for (const way of ['吃饭', '上课活动']) {
    it(`says of ${way} that it cannot be read, not that there is none, and shows it again by itself`, async () => {
      const store = kioskStoreWithLunch();
      const shell = await open(store);
      await press(shell, way);
      const before = shown(shell);
      store.setReadable(false);
      await appears(shell, UNREAD);
      expect(claims(shell)).to.deep.equal([]);
      store.setReadable(true);
      await settled(shell);
      expect(shown(shell)).to.equal(before);
    });

    it(`says of ${way} that it has not come yet while the hub is away, not that there is none`, async () => {
      const store = kioskStoreWithLunch();
      const shell = await open(store);
      await press(shell, way);
      store.lose();
      store.setStatus({ link: 'away' });
      await appears(shell, '这里的内容还没取来');
      expect(claims(shell)).to.deep.equal([]);
    });
  }

  it('lets an alarm stand that can be read no more: people are still to leave', async () => {
    const store = kioskStoreWithLunch();
    store.put('centre', 'notice', 'fire', {
      id: id<'NoticeId'>('fire'),
      level: 'emergency',
      title: '着火了',
      body: null,
      fromMs: at(10, 0),
      untilMs: at(11, 0),
      by: '王经理',
    });
    const shell = await open(store);
    expect(words(shell)).to.contain('着火了');
    for (const trouble of [
      () => store.setReadable(false),
      () => store.setReadable(true),
      () => store.lose(),
    ]) {
      trouble();
      await settled(shell);
      expect(words(shell)).to.contain('着火了');
    }
    store.loaded();
    await settled(shell);
    expect(words(shell)).not.to.contain('着火了');
  });

  it('asks a store that could not be read again, though nobody says that it can be', async () => {
    const real = window.setTimeout;
    const due: (() => void)[] = [];
    const store = kioskStoreWithLunch();
    const shell = await open(store);
    Object.assign(window, {
      setTimeout: (run: () => void, ms: number) => (ms === 5000 ? due.push(run) : real(run, ms)),
    });
    try {
      store.setReadable(false);
      await settled(shell);
      expect(shown(shell)).to.contain(UNREAD);
      store.setReadable(true, { told: false });
      due.forEach((run) => run());
      await settled(shell);
      expect(shown(shell)).to.contain('五花肉烩苋菜').and.not.to.contain(UNREAD);
    } finally {
      Object.assign(window, { setTimeout: real });
    }
  });
});
