import { expect } from 'chai';
import { rescuePage } from '../../src/sw/rescue.ts';
import { until } from '../support/until.ts';

/** A panel as its label has it, and from how far it is read. */
interface Glass {
  readonly inches: number;
  readonly width: number;
  readonly height: number;
}
const kiosk: Glass = { inches: 21.5, width: 1080, height: 1920 };
const television: Glass = { inches: 65, width: 1920, height: 1080 };

const mmOf = ({ inches, width, height }: Glass): number => Math.hypot(width, height) / (inches * 25.4);

describe('the page that stands where a device has lost all others', () => {
  let frame: HTMLIFrameElement;

  async function on({ width, height }: Glass, path: string): Promise<Document> {
    frame = document.createElement('iframe');
    Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: '0' });
    frame.srcdoc = (await rescuePage(path).text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentDocument;
    if (page === null) throw new Error('the frame holds nothing');
    // On a busy machine a frame has loaded before it has its size.
    await until(() => page.defaultView?.innerWidth === width);
    return page;
  }
  const sizes = (page: Document): readonly number[] =>
    [...page.querySelectorAll('h1, p')].map((one) => parseFloat(getComputedStyle(one).fontSize));
  /** Whether all of it stands on the glass, its outer `edge` left free. */
  const fits = (page: Document, { width, height }: Glass, edge: number): boolean =>
    [...page.querySelectorAll('h1, p')].every((one) => {
      const box = one.getBoundingClientRect();
      return box.left >= edge && box.top >= edge && box.right <= width - edge && box.bottom <= height - edge;
    });

  afterEach(() => frame.remove());

  for (const [how, glass] of [
    ['upright', kiosk],
    ['across', { ...kiosk, width: 1920, height: 1080 }],
  ] as const) {
    it(`has no type on a kiosk hung ${how} that an old eye cannot read at arm's length, in either language`, async () => {
      const page = await on(glass, '/kiosk');
      for (const size of sizes(page)) expect(size / mmOf(glass)).to.be.at.least(10.8);
      expect(fits(page, glass, 20 * mmOf(glass) - 1)).to.equal(true);
    });
  }

  it('can be read from the last seat of a hall: 40 minutes of arc in Chinese, never under 25', async () => {
    const page = await on(television, '/screen');
    const arcMinute = mmOf(television) * 5000 * Math.tan(Math.PI / 180 / 60);
    for (const one of page.querySelectorAll('h1, p')) {
      const ink = parseFloat(getComputedStyle(one).fontSize) * 0.92;
      expect(ink / arcMinute).to.be.at.least(one.matches('[lang=en]') ? 25 : 40);
    }
    expect(fits(page, television, 60)).to.equal(true);
  });

  it('stands on a phone', async () => {
    const phone = { inches: 6.1, width: 390, height: 844 };
    expect(fits(await on(phone, '/staff'), phone, 16)).to.equal(true);
  });
});
