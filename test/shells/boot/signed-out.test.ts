import { expect } from 'chai';
import { LlSignedOut } from '../../../src/shells/boot/signed-out.ts';
import { setLocale } from '../../../src/i18n/index.ts';
import { applyScale } from '../../../src/ui/common/scale.ts';
import { FakeStore } from '../../support/fake-store.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';

describe('a kiosk that its hub has signed off', () => {
  const trueFetch = window.fetch;
  const page = new LlSignedOut();

  before(() => {
    window.fetch = async () => {
      throw new TypeError('away');
    };
    page.store = new FakeStore();
    page.device = rememberedKiosk('lobby-kiosk');
    document.body.append(page);
  });
  after(async () => {
    page.remove();
    window.fetch = trueFetch;
    await setLocale('zh-CN');
  });

  it('tells who reads only English too that somebody can help, for its button is under this page', async () => {
    await page.updateComplete;
    const text = page.shadowRoot?.textContent ?? '';
    expect(text).to.contain('您要帮忙，请找身边的工作人员');
    expect(text).to.contain('please ask a member of staff').and.to.contain('choose “Pair” beside 大厅一体机');
    expect(page.shadowRoot?.querySelector('[lang=en]')?.textContent).to.contain('signed out');
  });

  it('stands whole on its glass, however long the name of the device', async () => {
    applyScale(page.device.config.panel, 650);
    const { config } = page.device;
    page.device = { ...page.device, config: { ...config, name: '大厅东侧靠窗签到点餐一体机'.repeat(3) } };
    await page.updateComplete;
    const glass = page.shadowRoot?.querySelector<HTMLElement>('.page');
    if (glass == null) throw new Error('nothing covers the kiosk');
    // As on a glass that stands upright.
    Object.assign(glass.style, { flexDirection: 'column', width: 'var(--panel-width)' });
    const whole = glass.getBoundingClientRect();
    for (const one of glass.querySelectorAll('p')) {
      const { left, right } = one.getBoundingClientRect();
      expect(left).to.be.at.least(whole.left);
      expect(right).to.be.at.most(whole.right);
    }
    page.device = rememberedKiosk('lobby-kiosk');
  });

  it('and who reads only Chinese, where it speaks English', async () => {
    await setLocale('en');
    await page.updateComplete;
    expect(page.shadowRoot?.querySelector('[lang=zh-CN]')?.textContent).to.contain('这台机器已退出');
  });
});
