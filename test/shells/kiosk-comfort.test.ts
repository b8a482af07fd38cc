import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

describe('The kiosk for eyes that want it larger or plainer', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(async () => {
    document.querySelector('ll-kiosk-shell')?.dispatchEvent(new LeaveEvent());
    await until(() => !document.documentElement.hasAttribute('data-contrast'));
    unmountAll();
    await setLocale('zh-CN');
  });

  const open = (): Promise<LlKioskShell> => mountKiosk(new LlKioskShell(), kioskStoreWithLunch());

  async function press(shell: LlKioskShell, name: string): Promise<void> {
    pressableNamed(shell, name).click();
    await settled(shell);
  }

  /** The type of a page's heading, in the kiosk's unit. */
  const typeOf = (shell: LlKioskShell): number => {
    const read = deepAll(shell, 'll-kiosk-meal-card h2, h2')[0];
    const u = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--u'));
    return Number.parseFloat(read === undefined ? '0' : getComputedStyle(read).fontSize) / u;
  };
  const colour = (name: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  it('is at least half as large again at one tap, and goes back by way of a size between', async () => {
    const shell = await open();
    const usual = typeOf(shell);
    await press(shell, '字大些');
    const largest = typeOf(shell);
    expect(largest / usual).to.be.at.least(1.5);
    await press(shell, '小字');
    expect(typeOf(shell)).to.be.above(usual).and.below(largest);
    await press(shell, '小字');
    expect(typeOf(shell)).to.be.closeTo(usual, 0.01);
    expect(() => pressableNamed(shell, '字大些')).not.to.throw();
  });

  it('breaks a word of the bar nowhere but between two characters and two, at its largest', async () => {
    const shell = await open();
    await press(shell, '字大些');
    const broken = deepAll(shell, 'nav span')
      .filter((one) => one.textContent?.length !== 4 && one.getClientRects().length > 0)
      .filter((one) => {
        const words = document.createRange();
        words.selectNodeContents(one);
        return new Set([...words.getClientRects()].map(({ top }) => top)).size > 1;
      })
      .map((one) => one.textContent);
    expect(broken).to.deep.equal([]);
  });

  it('is white on black at one tap, and as it was at the next', async () => {
    const shell = await open();
    const usual = colour('--paper');
    await press(shell, '黑底白字');
    await until(() => colour('--paper') === '#000000');
    expect(colour('--ink')).to.equal('#ffffff');
    await press(shell, '白底黑字');
    await until(() => colour('--paper') === usual);
  });

  it('is as usual for the next person', async () => {
    const shell = await open();
    const usual = [typeOf(shell), colour('--paper')];
    await press(shell, '字大些');
    await press(shell, '黑底白字');
    await until(() => colour('--paper') === '#000000');
    shell.dispatchEvent(new LeaveEvent());
    await until(() => colour('--paper') === usual[1]);
    await appears(shell, '字大些');
    expect([typeOf(shell), colour('--paper')]).to.deep.equal(usual);
  });

  it('keeps of the last person neither name nor number, language nor way, in sight or out of it', async () => {
    const shell = await open();
    const kept = (): string =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.length]);
    const before = kept();
    await press(shell, '字大些');
    await press(shell, '我来签到');
    await until(() => deepAll(shell, 'll-keypad').length > 0);
    await typeDigits(shell, '1234');
    await until(() => everything(shell).includes('王*兰'));
    await press(shell, '找人帮忙');
    await press(shell, 'English');
    await until(() => document.documentElement.lang === 'en');
    shell.dispatchEvent(new LeaveEvent());
    await appears(shell, '今天中午吃');
    await until(() => document.documentElement.lang === 'zh-CN');
    expect(everything(shell)).not.to.contain('王*兰').and.not.to.contain('1234');
    expect(kept()).to.equal(before);
    expect(getComputedStyle(document.documentElement).getPropertyValue('--larger').trim()).to.equal('1');
    expect(deepAll(shell, '.back')).to.deep.equal([]);
  });
});

/** All words and all attributes under a root, also what is not shown. */
const everything = (root: HTMLElement): string =>
  deepAll(root, '*')
    .flatMap((one) => [one.textContent ?? '', ...[...one.attributes].map(({ value }) => value)])
    .join(' ');
