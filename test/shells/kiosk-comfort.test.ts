import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed } from '../support/mount-kiosk.ts';
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
    await press(shell, '字小些');
    expect(typeOf(shell)).to.be.above(usual).and.below(largest);
    await press(shell, '字小些');
    expect(typeOf(shell)).to.be.closeTo(usual, 0.01);
    expect(() => pressableNamed(shell, '字大些')).not.to.throw();
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
});
