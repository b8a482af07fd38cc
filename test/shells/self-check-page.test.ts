import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { LlSelfCheck } from '../../src/shells/self-check/self-check.ts';
import { expectAccessible } from '../support/axe.ts';
import { words } from '../support/mount-kiosk.ts';
import { button, unmountAll } from '../support/mount.ts';
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
});
