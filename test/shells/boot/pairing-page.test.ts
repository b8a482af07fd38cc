import { expect } from 'chai';
import { setLocale } from '../../../src/i18n/index.ts';
import { LlPairingPage } from '../../../src/shells/boot/pairing-page.ts';
import { arrowFaults, focusIn } from '../../support/arrow-walk.ts';
import { expectAccessible } from '../../support/axe.ts';
import { words } from '../../support/mount-kiosk.ts';
import { button } from '../../support/mount.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'anew' } });

/** A hub that has a code, which nobody types. */
const codeStands = (): void =>
  void Object.assign(window, {
    fetch: async (path: RequestInfo) =>
      String(path).includes('secret')
        ? answer(200, { status: 'waiting' })
        : answer(201, { code: '123456', secret: 'the-secret' }),
  });

describe('the page with the code, on a glass that has a face', () => {
  const { fetch: trueFetch, setTimeout: trueTimer, clearTimeout: trueClear } = window;
  let page: LlPairingPage;

  afterEach(async () => {
    page.remove();
    Object.assign(window, { fetch: trueFetch, setTimeout: trueTimer, clearTimeout: trueClear });
    localStorage.removeItem('leling:devices');
    await setLocale('zh-CN');
  });

  it('goes back to no face that it was once staff have made it another', async () => {
    localStorage.setItem('leling:devices', JSON.stringify([rememberedKiosk('lobby-kiosk')]));
    // The five minutes are over when the test says so, and until the next question it is a moment.
    const fiveMinutes = new Map<number, () => void>();
    Object.assign(window, {
      fetch: async (path: RequestInfo) =>
        String(path).includes('secret')
          ? answer(200, { status: 'paired', deviceId: 'hall-kiosk' })
          : answer(201, { code: '123456', secret: 'the-secret' }),
      setTimeout: (run: () => void, ms = 0): number => {
        if (ms !== 300_000) return trueTimer(run, ms === 3000 ? 15 : ms);
        fiveMinutes.set(-1, run);
        return -1;
      },
      clearTimeout: (timer: number) => (fiveMinutes.delete(timer) ? undefined : trueClear(timer)),
    });
    const opened: string[] = [];
    page = new LlPairingPage();
    page.search = '?pair=&device=lobby-kiosk&waiting=3';
    page.open = (address) => void opened.push(address);
    document.body.append(page);
    expect(fiveMinutes.size, 'it would go back by itself').to.equal(1);
    await until(() => opened.length > 0);
    window.dispatchEvent(new KeyboardEvent('keydown', { keyCode: 27 }));
    for (const over of fiveMinutes.values()) over();
    expect(opened).to.deep.equal(['/kiosk?device=hall-kiosk&paired=code']);
  });

  it('says its code in either language at one tap, in one landmark, and nothing is found by axe', async () => {
    codeStands();
    page = new LlPairingPage();
    page.search = '';
    page.open = () => undefined;
    document.body.append(page);
    await until(() => words(page).includes('请工作人员输入这个号码'));
    await expectAccessible(page);
    expect(page.shadowRoot?.querySelectorAll('main')).to.have.length(1);
    button(page, 'English').click();
    await until(() => words(page).includes('console'));
    await expectAccessible(page);
  });

  describe('on a television', () => {
    const open = async (here: LlPairingPage['here']): Promise<void> => {
      codeStands();
      page = new LlPairingPage();
      page.kind = 'screen';
      page.search = '';
      page.here = here;
      page.open = () => undefined;
      document.body.append(page);
      await until(() => words(page).includes('请工作人员输入这个号码'));
    };

    it('draws the code for a telephone, and none where a telephone would ask itself', async () => {
      await open({ origin: 'https://hub.centre', hostname: 'hub.centre' });
      expect(page.shadowRoot?.querySelector('svg path')?.getAttribute('d')).to.match(/^M/);
      expect(words(page)).to.contain('或用手机扫一扫');
      page.remove();
      for (const hostname of ['localhost', '127.0.0.1', '[::1]']) {
        await open({ origin: `http://${hostname}:8080`, hostname });
        expect(page.shadowRoot?.querySelector('svg'), hostname).to.equal(null);
        page.remove();
      }
    });

    it('has something in focus from the first moment, and arrows lead everywhere and back', async () => {
      localStorage.setItem(
        'leling:devices',
        JSON.stringify([{ ...rememberedKiosk('hall'), kind: 'screen' }]),
      );
      await open({ origin: 'https://hub.centre', hostname: 'hub.centre' });
      page.search = '?pair=&device=hall&waiting=0';
      await page.updateComplete;
      expect(focusIn(page)?.textContent?.trim()).to.equal('English');
      expect(await arrowFaults(page)).to.deep.equal({ unreached: [], oneWay: [] });
    });
  });
});
