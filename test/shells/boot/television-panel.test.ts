import { expect } from 'chai';
import type { RememberedDevice } from '../../../src/app/remembered-devices.ts';
import { setLocale } from '../../../src/i18n/index.ts';
import { LlPanelPage } from '../../../src/shells/boot/panel-page.ts';
import { arrowFaults, arrowTo, focusIn, key, pressKey } from '../../support/arrow-walk.ts';
import { expectAccessible } from '../../support/axe.ts';
import { tokens, words } from '../../support/mount-kiosk.ts';
import { button, settled, unmountAll } from '../../support/mount.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

const kiosk = rememberedKiosk('hall');
const television: RememberedDevice = {
  ...kiosk,
  kind: 'screen',
  config: {
    ...kiosk.config,
    kind: 'screen',
    panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
    distanceMm: 5000,
    panelGuessed: true,
  },
};

/** Whoever hangs a television holds its remote control and a bank card, and nothing to type with. */
describe('the page that asks a television how large it is and how far people sit', () => {
  const realFetch = window.fetch;
  let page: LlPanelPage;
  let sent: unknown[] = [];
  let opened: string[] = [];

  beforeEach(async () => {
    localStorage.setItem('leling:hub', 'h1');
    sent = [];
    opened = [];
    window.fetch = async (_url, init) => {
      sent.push(JSON.parse(String(init?.body)));
      return new Response(null, { status: 204, headers: { 'leling-hub': 'h1' } });
    };
    await tokens();
    page = new LlPanelPage();
    page.device = television;
    page.open = (address) => void opened.push(address);
    document.body.append(page);
    await settled(page);
  });
  afterEach(async () => {
    window.fetch = realFetch;
    localStorage.removeItem('leling:hub');
    unmountAll();
    await setLocale('zh-CN');
  });

  /** OK, which a browser turns into a click on what has the focus. */
  const ok = async (): Promise<void> => {
    focusIn(page)?.click();
    await settled(page);
  };
  const focused = (): string => (focusIn(page)?.textContent ?? '').trim();

  it('is answered by arrows and OK alone, and tells the hub both', async () => {
    expect(focused(), 'something has the focus before any key').to.equal('65 寸');
    await pressKey(key.up);
    expect(focused(), 'where the words say that the card is fitted').to.match(/[大小]一点/);
    await arrowTo(page, /^65 寸/);
    await pressKey(key.left);
    expect(focused()).to.equal('55 寸');
    await ok();
    expect(words(page)).to.contain('最后一排离这块屏多远');
    expect(focused()).to.contain('最远 5 米');
    await arrowTo(page, /^8 米/);
    await ok();
    await arrowTo(page, /^最远/);
    expect(focused()).to.contain('最远 8 米');
    await ok();
    await until(() => opened.length > 0);
    const panel = { diagonalInches: 55, widthPx: window.innerWidth, heightPx: window.innerHeight };
    expect(sent).to.deep.equal([{ panel, distanceMm: 8000 }]);
    expect(opened).to.deep.equal(['/screen?device=hall']);
  });

  it('says with numbers that people sit too far away for it, and nothing of it nearer', async () => {
    button(page, '65 寸').click();
    await settled(page);
    button(page, '12 米').click();
    await settled(page);
    expect(words(page)).to.match(/65 寸在 12 米.*坐到 \d(\.5)? 米以内，或换 \d{2,3} 寸以上/);
    button(page, '3 米').click();
    await settled(page);
    expect(words(page)).to.contain('65 寸够大').and.not.to.contain('寸以上');
  });

  it('leads by Back from the distance to the size, and from there to the face, and tells nothing', async () => {
    await ok();
    await pressKey(key.back);
    await settled(page);
    expect(words(page)).to.contain('这块屏有多大');
    expect(focusIn(page), 'the focus is never lost').not.to.equal(null);
    await pressKey(key.back);
    expect(opened).to.deep.equal(['/screen?device=hall']);
    expect(sent).to.deep.equal([]);
  });

  it('has no button that arrows do not lead to and back from, and nothing is found by axe, in either language', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      await settled(page);
      expect(await arrowFaults(page), 'size').to.deep.equal({ unreached: [], oneWay: [] });
      await expectAccessible(page);
      await ok();
      expect(await arrowFaults(page), 'distance').to.deep.equal({ unreached: [], oneWay: [] });
      await expectAccessible(page);
      await pressKey(key.back);
      await settled(page);
    }
  });
});
