import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { LlKioskDate } from '../../src/shells/kiosk/kiosk-date.ts';
import { kioskStore } from '../support/kiosk-centre.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';

const unit = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));

describe('The day on the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  /** As wide as its words, at the right of what it stands in, as in the shell. */
  async function mounted(compact: boolean): Promise<LlKioskDate> {
    const date = new LlKioskDate();
    date.compact = compact;
    if (compact) Object.assign(date.style, { position: 'absolute', right: '0', top: '0' });
    else date.style.width = `${1080 - 40 * 4.03}px`;
    return mountKiosk(date, kioskStore());
  }

  it('leaves a page’s heading its room in both languages, and stands at the right', async () => {
    const date = await mounted(true);
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      await settled(date);
      const { width, right } = date.getBoundingClientRect();
      expect(width / unit(), language).to.be.below(80);
      const time = deepAll(date, '.time')[0];
      const edges = [...(time?.childNodes ?? [])].map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getBoundingClientRect().right;
      });
      expect(Math.max(...edges), `the hour, ${language}`).to.be.within(right - 2, right + 2);
    }
  });

  it('says the lunar day and today’s solar term in one line, and breaks within neither', async () => {
    const date = await mounted(false);
    const parts = deepAll(date, '.day small span');
    expect(parts.map((one) => one.textContent)).to.deep.equal(['农历十月十四', '今天小雪']);
    const [lunar, term] = parts.map((one) => one.getBoundingClientRect());
    expect(lunar?.top).to.equal(term?.top);
    expect(lunar?.height).to.be.below(15 * unit());
  });
});
