import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { pressKey } from '../support/keys-here.ts';
import { mountKiosk, pressableNamed, words } from '../support/mount-kiosk.ts';
import { deepAll, focused, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** More than any page of the kiosk has to stop at. */
const MOST_STOPS = 90;

/** Somebody who cannot touch: real keys of a keyboard, or of a switch that walks (Tab) and presses (Enter, Space). */
describe('A walk through the kiosk without touching it', () => {
  let shell: LlKioskShell;

  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  beforeEach(async () => {
    shell = await mountKiosk(new LlKioskShell(), kioskStoreWithLunch());
    // The keys that are held are taken for one press by what comes right after home.
    await until(() => document.documentElement.style.touchAction === 'none');
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const shown = (): string =>
    deepAll(shell, '.visit')
      .filter((visit) => getComputedStyle(visit).visibility === 'visible')
      .map(words)
      .join();

  const sees = (text: string | RegExp): Promise<true | undefined> =>
    until(() => (typeof text === 'string' ? shown().includes(text) : text.test(shown())) || undefined);

  /** Tab from stop to stop, each of which has to be seen, to the button of this name, and presses it. */
  async function press(name: string | RegExp, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
    const aim = await until(() => pressableNamed(shell, name));
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await pressKey('Tab');
      const at = focused();
      if (at instanceof HTMLButtonElement) {
        const { boxShadow, outlineStyle } = getComputedStyle(at);
        expect(
          boxShadow !== 'none' || outlineStyle !== 'none',
          `${words(at)} is seen to have the focus`,
        ).to.equal(true);
      }
      passed.push(at === null ? '–' : words(at).trim());
      if (at === aim) return pressKey(key);
    }
    throw new Error(`no way to ${String(name)} by Tab, only to: ${passed.join(' | ')}`);
  }

  it('calls for help, and takes the call back', async () => {
    await press('找人帮忙');
    await sees('正在叫人');
    await press('不用了');
    await sees('已经取消');
  });

  for (const key of ['Enter', ' '] as const)
    describe(`by Tab and ${key === ' ' ? 'Space' : key}`, () => {
      const go = (name: string | RegExp): Promise<void> => press(name, key);

      it('finds what there is to eat, and the way back', async () => {
        await go('吃饭');
        await sees('清蒸鲈鱼');
        await go('返回');
        await sees('我来签到');
      });

      it('finds what is on, and home', async () => {
        await go('上课活动');
        await sees('八段锦');
        await go('首页');
        await sees('我来签到');
      });

      it('signs in by the keys of the keypad', async () => {
        await go('我来签到');
        await sees('请按');
        for (const digit of '1234') await go(digit);
        await sees('是您吗？');
        await go(/王\*兰/);
        await sees('签好了');
        await go('我好了');
        await sees('今天中午吃');
      });

      it('reads an article', async () => {
        await go('政策咨询');
        await go(/家庭支持/);
        await go(/时间银行/);
        await sees('您今天帮别人一小时');
      });

      it('sets large type and another language', async () => {
        await go('字大些');
        await go('English');
        await sees(/Meals/);
      });
    });
});
