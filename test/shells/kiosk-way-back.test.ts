import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { deepAll, focused, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

describe('The way back at the kiosk', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const open = (): Promise<LlKioskShell> => mountKiosk(new LlKioskShell(), kioskStoreWithLunch());

  async function press(shell: LlKioskShell, name: string | RegExp): Promise<void> {
    pressableNamed(shell, name).click();
    await settled(shell);
    await settled(shell);
  }

  /** What is on the glass: a page that waits under another is not. */
  const shown = (shell: LlKioskShell): string =>
    deepAll(shell, '.visit')
      .filter((visit) => getComputedStyle(visit).visibility === 'visible')
      .map(words)
      .join();

  it('leads from a call for help back to the article that was being read, as it was', async () => {
    const shell = await open();
    await press(shell, '政策咨询');
    await press(shell, /家庭支持/);
    await press(shell, /时间银行/);
    const article = deepAll(shell, 'll-kiosk-policies')[0];
    const before = shown(shell);
    expect(before).to.contain('您今天帮别人一小时');
    await press(shell, '找人帮忙');
    expect(shown(shell)).not.to.contain('您今天帮别人一小时');
    await press(shell, '返回');
    expect(deepAll(shell, 'll-kiosk-policies')[0]).to.equal(article);
    expect(shown(shell)).to.equal(before);
  });

  it('gives what waits under a call neither a finger nor a key', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    await press(shell, '找人帮忙');
    await until(() => deepAll(shell, 'll-kiosk-help').length === 1);
    await settled(shell);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '7' }));
    await press(shell, '返回');
    expect(shown(shell)).to.contain('请按电话号码的最后四位');
    expect(deepAll(shell, '.digits').map(words).join('').trim()).to.equal('');
  });

  it('keeps nothing of a person under a call for help once the page is put away', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    await typeDigits(shell, '1234');
    await press(shell, '找人帮忙');
    shell.dispatchEvent(new LeaveEvent());
    await appears(shell, '今天中午吃');
    expect(words(shell)).not.to.contain('王*兰');
    expect(deepAll(shell, '.visit')).to.have.length(1);
    expect(deepAll(shell, '.back')).to.deep.equal([]);
  });

  it('leads home from a page that was opened at home, and from 首页 nowhere else', async () => {
    const shell = await open();
    await press(shell, '吃饭');
    await press(shell, '返回');
    expect(shown(shell)).to.contain('今天中午吃');
    await press(shell, '吃饭');
    await press(shell, '找人帮忙');
    await press(shell, '首页');
    expect(deepAll(shell, '.visit')).to.have.length(1);
  });

  it('says that a page did not open, and still calls somebody', async () => {
    const { load } = pages.classes;
    Object.assign(pages.classes, { load: () => Promise.reject(new Error('not in the cache')) });
    try {
      const shell = await open();
      await press(shell, '上课活动');
      expect(shown(shell)).to.contain('这一页没打开');
      await press(shell, '找人帮忙');
      expect(deepAll(shell, 'll-kiosk-help')).to.have.length(1);
      await press(shell, '返回');
      await press(shell, '返回');
      expect(shown(shell)).to.contain('今天中午吃');
    } finally {
      Object.assign(pages.classes, { load });
    }
  });

  it('names somebody to ask where the call for help itself cannot be opened', async () => {
    const { load } = pages.help;
    Object.assign(pages.help, { load: () => Promise.reject(new Error('not in the cache')) });
    try {
      const shell = await open();
      await press(shell, '找人帮忙');
      expect(shown(shell)).to.contain('请喊附近的工作人员').and.to.match(/\d{4}/);
    } finally {
      Object.assign(pages.help, { load });
    }
  });

  it('is heard: each page and each step puts the focus on its heading', async () => {
    const shell = await open();
    await press(shell, '我来签到');
    await until(() => focused()?.localName === 'h1');
    await typeDigits(shell, '1234');
    await until(() => focused()?.textContent?.trim() === '是您吗？');
    await press(shell, /王\*兰/);
    await until(() => focused()?.textContent?.trim() === '签好了');
  });
});
