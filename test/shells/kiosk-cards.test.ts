import { expect } from 'chai';
import { cardAsKept } from '../../src/app/card-number.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { deepAll, focused, settled, unmountAll } from '../support/mount.ts';
import { readCard } from '../support/card-reader.ts';
import { until } from '../support/until.ts';

const CARDS = { m1: '0000000001', m2: '0000000002' } as const;

/** Cards and keys where nobody expects them. */
describe('A card held to the reader of a kiosk', () => {
  const real = performance.now.bind(performance);
  let passed = 0;
  let store: FakeStore;
  let shell: LlKioskShell;

  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  beforeEach(async () => {
    passed = 0;
    performance.now = () => real() + passed;
    store = kioskStoreWithLunch();
    for (const [key, number] of Object.entries(CARDS)) {
      const entry = await store.query((view) => view.get('kiosk', 'roster', key));
      if (entry !== undefined)
        store.put('kiosk', 'roster', key, { ...entry, card: await cardAsKept(number, 'sample') });
    }
    shell = await mountKiosk(new LlKioskShell(), store);
    await until(() => document.documentElement.style.touchAction === 'none');
  });
  afterEach(async () => {
    performance.now = real;
    unmountAll();
    await setLocale('zh-CN');
  });

  async function press(name: string): Promise<void> {
    const button = await until(() => pressableNamed(shell, name));
    button.click();
    await settled(shell);
  }
  async function leftAlone(ms: number): Promise<void> {
    passed += ms;
    await appears(shell, '还在看吗？');
  }
  const signedIn = (): readonly unknown[] =>
    store.asked
      .filter(({ name }) => name === 'checkin.claim')
      .map(({ args }) => (args instanceof Object && 'memberId' in args ? args.memberId : null));

  it('signs its holder in under the day’s picture, which is gone at once', async () => {
    passed += 180_000;
    await until(() => deepAll(shell, 'll-attract').length > 0);
    readCard(CARDS.m1);
    expect(deepAll(shell, 'll-attract')).to.deep.equal([]);
    await appears(shell, '签好了');
    expect(words(shell)).to.contain('王*兰');
  });

  it('at 还在看吗？ puts away who has gone, and signs its holder in', async () => {
    await press('我来签到');
    await typeDigits(shell.renderRoot.querySelector('ll-kiosk-check-in') ?? shell, '5678');
    await appears(shell, '赵*芳');
    await leftAlone(60_000);
    const seen: string[] = [];
    const watcher = new MutationObserver(() => void seen.push(words(shell)));
    watcher.observe(shell.renderRoot, { subtree: true, childList: true, attributes: true });
    readCard(CARDS.m1);
    await appears(shell, '签好了');
    watcher.disconnect();
    expect(words(shell)).to.contain('王*兰').and.not.to.contain('还在看吗？').and.not.to.contain('赵*芳');
    expect(signedIn()).to.deep.equal(['m1']);
  });

  it('where nobody asks for it is not the next person’s, once its holder has said that they are done', async () => {
    await press('找人帮忙');
    readCard(CARDS.m1);
    await press('不用了');
    await press('好');
    await appears(shell, '今天中午吃');
    await press('我来签到');
    await appears(shell, '请按电话号码的最后四位');
    await typeDigits(shell, '5678');
    await press('赵*芳是我');
    await appears(shell, '签好了');
    expect(signedIn()).to.deep.equal(['m3']);
  });

  it('is not lost while the one before is still being written down', async () => {
    await press('我来签到');
    await appears(shell, '请按电话号码的最后四位');
    let written = (): void => undefined;
    const own = store.mutate.bind(store);
    const slow = new Promise<void>((resolve) => (written = resolve));
    store.mutate = async (...claim) => {
      await slow;
      return own(...claim);
    };
    readCard(CARDS.m1);
    await until(() => !words(shell).includes('请按电话号码的最后四位'));
    readCard(CARDS.m2);
    written();
    await appears(shell, '李*强');
    await appears(shell, '签好了');
    expect(signedIn()).to.deep.equal(['m1', 'm2']);
  });

  it('finds the heading again behind 还在看吗？, for who has no finger on the glass', async () => {
    await press('吃饭');
    await appears(shell, '今天吃什么');
    await leftAlone(120_000);
    await press('还在看');
    await until(() => focused()?.localName === 'h1');
    expect(focused()?.textContent).to.contain('今天吃什么');
  });

  it('keeps no page for a bag that lies on the keyboard', async () => {
    await press('吃饭');
    await appears(shell, '今天吃什么');
    passed += 119_000;
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '5', repeat: true }));
    await leftAlone(1000);
  });
});
