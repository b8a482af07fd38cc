import { expect } from 'chai';
import { setLocale } from '../../../src/i18n/index.ts';
import { LlRemoteMenu } from '../../../src/shells/boot/remote-menu.ts';
import { applyScale, scaleOf } from '../../../src/ui/common/scale.ts';
import { beGlass } from '../../support/camera.ts';
import { tokens } from '../../support/mount-kiosk.ts';
import { unmountAll } from '../../support/mount.ts';
import { rememberedKiosk } from '../../support/remembered-kiosk.ts';
import { until } from '../../support/until.ts';

/** Minutes of arc of a letter that can be read at a glance. */
const LEGIBLE_AM = 25;
const CAPITAL_EM = 0.734;
/** As far away as whoever has just switched a television on stands, its remote in hand. */
const STANDS_MM = 3000;

describe('the question how large a television is', () => {
  const panel = { diagonalInches: 55, widthPx: 1920, heightPx: 1080 };
  const { mm } = scaleOf(panel, 8000, { width: 1920, height: 1080 });
  let unscale = (): void => undefined;

  before(async () => {
    await tokens();
    await beGlass(panel.widthPx, panel.heightPx);
    unscale = applyScale(panel, 8000);
  });
  after(async () => {
    unscale();
    await setLocale('zh-CN');
  });
  afterEach(unmountAll);

  for (const locale of ['zh-CN', 'en'] as const)
    it(`leaves the hall its menu: a foot of the glass and no more, and the board ends above it (${locale})`, async () => {
      await setLocale(locale);
      const menu = new LlRemoteMenu();
      menu.device = { ...rememberedKiosk('dining-hall'), kind: 'screen' };
      menu.asks = true;
      document.body.append(menu);
      await menu.updateComplete;
      const band = menu.renderRoot.querySelector('.band');
      const title = menu.renderRoot.querySelector('.title');
      if (band === null || title === null) throw new Error('it asks nothing');
      const { top, height } = band.getBoundingClientRect();
      expect(height / panel.heightPx).to.be.lessThan(0.18);
      const style = document.documentElement.style;
      await until(() => Math.abs(parseFloat(style.getPropertyValue('--panel-height')) - top) < 1);

      const capitalMm = (parseFloat(getComputedStyle(title).fontSize) * CAPITAL_EM) / mm;
      const am = (Math.atan(capitalMm / STANDS_MM) * 180 * 60) / Math.PI;
      expect(am, 'whoever stands before it reads it').to.be.at.least(LEGIBLE_AM);

      menu.remove();
      expect(style.getPropertyValue('--panel-height')).to.equal(`${panel.heightPx}px`);
    });

  it('gives no room back that another line at the foot has taken meanwhile', async () => {
    const menu = new LlRemoteMenu();
    menu.device = { ...rememberedKiosk('dining-hall'), kind: 'screen' };
    menu.asks = true;
    document.body.append(menu);
    const style = document.documentElement.style;
    await until(() => parseFloat(style.getPropertyValue('--panel-height')) < panel.heightPx);
    document.body.append(document.createElement('ll-another-hub'));
    menu.remove();
    expect(parseFloat(style.getPropertyValue('--panel-height'))).to.be.lessThan(panel.heightPx);
    document.querySelector('ll-another-hub')?.remove();
  });
});
