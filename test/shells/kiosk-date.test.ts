import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { setComfort, USUAL } from '../../src/shells/kiosk/comfort.ts';
import { LlKioskDate } from '../../src/shells/kiosk/kiosk-date.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { kioskConfig, kioskStore, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { isShown, rest } from '../support/kiosk-tour.ts';
import { become, languages, lying, nameOfWorld, upright } from '../support/kiosk-worlds.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';

const unit = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));

describe('The day on the kiosk', () => {
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
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

  it('stands beside the hour on home in the largest type, in short where the whole of it is too wide', async () => {
    const shell = await mountKiosk(new LlKioskShell(), kioskStoreWithLunch(), kioskConfig);
    const found: Record<string, string> = {};
    for (const panel of [upright, lying])
      for (const language of languages) {
        const world = { panel, language, comfort: { ...USUAL, larger: 1.6 as const }, rules: false };
        await become(shell, world);
        await rest(shell);
        const hour = deepAll(shell, '.time')[0]?.getBoundingClientRect();
        const beside = deepAll(shell, '.day span')
          .filter((one) => one.childElementCount === 0 && isShown(one))
          .filter((one) => one.getBoundingClientRect().top < (hour?.bottom ?? 0));
        found[nameOfWorld(world)] = beside.map((one) => one.textContent).join(' ');
      }
    expect(found).to.deep.equal({
      '21.5″ upright zh-CN 1.6×': '11月22日 星期日',
      '21.5″ upright en 1.6×': 'Sun 22 Nov',
      '21.5″ lying zh-CN 1.6×': '11月22日 星期日',
      '21.5″ lying en 1.6×': 'Sun 22 Nov',
    });
  });
});
