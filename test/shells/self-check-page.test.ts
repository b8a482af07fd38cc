import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { LlSelfCheck } from '../../src/shells/self-check/self-check.ts';
import { focusIn, key, pressKey } from '../support/arrow-walk.ts';
import { expectAccessible } from '../support/axe.ts';
import { words } from '../support/mount-kiosk.ts';
import { button, unmountAll } from '../support/mount.ts';
import { rememberedKiosk } from '../support/remembered-kiosk.ts';
import { until } from '../support/until.ts';

describe('The self-check page, for those who listen and in either language', () => {
  const trueFetch = window.fetch;
  beforeEach(() => {
    localStorage.clear();
    window.fetch = async () =>
      new Response(JSON.stringify({ version: '1' }), { status: 200, headers: { 'leling-hub': 'h' } });
  });
  afterEach(async () => {
    window.fetch = trueFetch;
    localStorage.clear();
    unmountAll();
    await setLocale('zh-CN');
  });

  it('has one landmark, and axe finds nothing, before and after one tap on English', async () => {
    const page = new LlSelfCheck();
    document.body.append(page);
    await until(() => words(page).includes('再查一遍'));
    expect(page.shadowRoot?.querySelectorAll('main')).to.have.length(1);
    await expectAccessible(page);
    button(page, 'English').click();
    await until(() => words(page).includes('Look again'));
    await expectAccessible(page);
  });

  it('is read and left by a remote control: arrows pass nothing unread, and Back leads to the screen it was come to from', async () => {
    const hall = { ...rememberedKiosk('dining-hall'), kind: 'screen' };
    localStorage.setItem('leling:devices', JSON.stringify([hall]));
    const opened: string[] = [];
    const page = new LlSelfCheck();
    page.search = '?device=dining-hall';
    page.open = (address) => void opened.push(address);
    document.body.append(page);
    await until(() => words(page).includes('再查一遍'));
    expect(focusIn(page)?.textContent).to.contain('回到“大厅一体机”');
    // As on a glass that shows a part of it.
    page.style.display = 'block';
    page.style.minHeight = '5000px';
    const again = button(page, '再查一遍');
    again.style.marginTop = '3000px';
    for (let presses = 0; focusIn(page) !== again; presses += 1) {
      const [before, focused] = [window.scrollY, focusIn(page)];
      await pressKey(key.down);
      expect(window.scrollY - before, 'no more than a glass at once').to.be.at.most(window.innerHeight);
      if (focusIn(page) === focused && window.scrollY === before) throw new Error(`stuck after ${presses}`);
    }
    for (let left = 20; left > 0 && focusIn(page) === again; left -= 1) await pressKey(key.up);
    expect(focusIn(page)).not.to.equal(again);
    await pressKey(key.back);
    expect(opened).to.deep.equal(['/screen?device=dining-hall']);
  });
});
