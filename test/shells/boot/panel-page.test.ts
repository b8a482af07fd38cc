import { expect } from 'chai';
import { LlPanelLine } from '../../../src/shells/boot/panel-line.ts';
import { LlPanelPage } from '../../../src/shells/boot/panel-page.ts';
import { setLocale } from '../../../src/i18n/index.ts';
import { expectAccessible } from '../../support/axe.ts';
import { colourOf, contrast } from '../../support/colours.ts';
import { kioskConfig } from '../../support/kiosk-centre.ts';
import { pressByKeys } from '../../support/keys-here.ts';
import { tokens, words } from '../../support/mount-kiosk.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { button, focused, settled, unmountAll } from '../../support/mount.ts';
import { until } from '../../support/until.ts';

describe('The page that asks how large a glass is', () => {
  const realFetch = window.fetch;
  let sent: { readonly url: string; readonly body: unknown }[] = [];
  let opened: string[] = [];
  let answer: () => Promise<Response>;

  beforeEach(() => {
    localStorage.setItem('leling:hub', 'h1');
    sent = [];
    opened = [];
    answer = () => Promise.resolve(new Response(null, { status: 204, headers: { 'leling-hub': 'h1' } }));
    window.fetch = (url, init) => {
      sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
      return answer();
    };
  });
  afterEach(async () => {
    window.fetch = realFetch;
    localStorage.removeItem('leling:hub');
    unmountAll();
    await setLocale('zh-CN');
  });

  async function open(): Promise<LlPanelPage> {
    const page = new LlPanelPage();
    page.device = rememberedKiosk('lobby-kiosk');
    page.open = (address) => void opened.push(address);
    document.body.append(page);
    await settled(page);
    return page;
  }
  const cardOf = (page: LlPanelPage): DOMRect | undefined =>
    page.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
  async function press(page: LlPanelPage, name: string): Promise<void> {
    button(page, name).click();
    await settled(page);
  }

  it('draws a card at its true size on a panel of known size, and larger on a smaller one', async () => {
    const page = await open();
    await press(page, '21.5 寸');
    const mm = Math.hypot(window.innerWidth, window.innerHeight) / (21.5 * 25.4);
    expect(cardOf(page)?.width).to.be.closeTo(85.6 * mm, 1);
    expect(cardOf(page)?.height).to.be.closeTo(53.98 * mm, 1);
    const before = cardOf(page)?.width ?? 0;
    await press(page, '大很多');
    expect(cardOf(page)?.width).to.be.greaterThan(before);
    expect(words(page)).to.match(/这是一块 (19|20)(\.\d)? 寸的屏/);
  });

  it('takes how it hangs from the window, shows a sample, and tells the hub what fits', async () => {
    const page = await open();
    await press(page, '32 寸');
    expect(words(page)).to.contain('这是一块 32 寸的屏，横着挂');
    await press(page, '一样大了，下一步');
    expect(words(page)).to.contain('看得清吗？');
    button(page, '看得清').click();
    await until(() => opened.length > 0);
    expect(sent[0]?.url).to.contain('/api/device/panel?device=lobby-kiosk');
    expect(sent[0]?.body).to.deep.equal({
      panel: { diagonalInches: 32, widthPx: window.innerWidth, heightPx: window.innerHeight },
    });
    expect(opened[0]).to.equal('/kiosk?device=lobby-kiosk');
  });

  it('is answered by the keys of a keyboard', async () => {
    await tokens();
    const page = await open();
    await pressByKeys(page, '21.5 寸');
    const ring = getComputedStyle(focused() ?? page).outlineColor;
    expect(contrast(colourOf(ring), colourOf(getComputedStyle(page).backgroundColor))).to.be.at.least(3);
    await pressByKeys(page, '大一点');
    await pressByKeys(page, '一样大了，下一步');
    await until(() => words(page).includes('看得清吗？'));
    await pressByKeys(page, '看不清');
    await until(() => words(page).includes('请再比一次卡'));
    await pressByKeys(page, '21.5 寸');
    await pressByKeys(page, '一样大了，下一步');
    await pressByKeys(page, '看得清');
    await until(() => opened.length > 0);
    expect(sent[0]?.body).to.have.nested.property('panel.diagonalInches', 21.5);
  });

  it('asks for the card again where the sample cannot be read, and sends nothing', async () => {
    const page = await open();
    await press(page, '一样大了，下一步');
    await press(page, '看不清');
    expect(words(page)).to.contain('请再比一次卡');
    expect(sent).to.deep.equal([]);
  });

  it('says that nothing was kept while the hub is away, and leaves a way on', async () => {
    answer = () => Promise.reject(new TypeError('no network'));
    const page = await open();
    await press(page, '一样大了，下一步');
    button(page, '看得清').click();
    await until(() => words(page).includes('没记下'));
    expect(opened).to.deep.equal([]);
    await press(page, '先不量，回首页');
    expect(opened).to.deep.equal(['/kiosk?device=lobby-kiosk']);
  });

  it('says of a panel that is too small that it is', async () => {
    const page = await open();
    for (const small of ['10.1 寸', '15.6 寸']) {
      await press(page, small);
      expect(words(page)).to.contain('这块屏太小');
    }
    await press(page, '27 寸');
    expect(words(page)).not.to.contain('这块屏太小');
  });

  it('is spoken in English at one tap, and nothing is found by axe', async () => {
    const page = await open();
    await expectAccessible(page);
    await press(page, 'English');
    await until(() => words(page).includes('How large is this panel?'));
    await press(page, 'Same size, go on');
    await expectAccessible(page);
  });
});

describe('The line that tells staff of a panel that is not as it is set', () => {
  afterEach(unmountAll);
  const lineFor = async (config: LlPanelLine['config']): Promise<string> => {
    const line = new LlPanelLine();
    line.config = config;
    document.body.append(line);
    await settled(line);
    return words(line).trim();
  };
  const { innerWidth: widthPx, innerHeight: heightPx } = window;

  it('says that it hangs the other way, or that nobody has measured it, and nothing where all is well', async () => {
    const here = { diagonalInches: 27, widthPx, heightPx };
    expect(await lineFor({ ...kioskConfig, panel: here })).to.equal('');
    expect(await lineFor({ ...kioskConfig, panel: here, panelGuessed: true })).to.contain('还没量');
    const turned = { diagonalInches: 27, widthPx: heightPx, heightPx: widthPx };
    expect(await lineFor({ ...kioskConfig, panel: turned })).to.contain('横竖和设的不一样');
    expect(await lineFor({ ...kioskConfig, panel: { ...here, diagonalInches: 15.6 } })).to.contain('太小');
  });
});
