import { expect } from 'chai';
import { LlSignedOut } from '../../../src/shells/boot/signed-out.ts';
import { setLocale } from '../../../src/i18n/index.ts';
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

  it('and who reads only Chinese, where it speaks English', async () => {
    await setLocale('en');
    await page.updateComplete;
    expect(page.shadowRoot?.querySelector('[lang=zh-CN]')?.textContent).to.contain('这台机器已退出');
  });
});
