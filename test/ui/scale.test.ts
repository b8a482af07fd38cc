import { expect } from 'chai';
import fc from 'fast-check';
import {
  cardOn,
  diagonalByCard,
  isTooSmall,
  LEAST_SIZES,
  panelDoubt,
} from '../../src/ui/common/panel-fit.ts';
import { applyScale, scaleOf } from '../../src/ui/common/scale.ts';

const portrait = (diagonalInches: number) => ({ diagonalInches, widthPx: 1080, heightPx: 1920 });
const whole = { width: 1080, height: 1920 };

describe('Sizes from the panel', () => {
  it('makes body text of 10.8 mm 44 px on 21.5 inches, 29 on 32, 22 on 43', () => {
    const body = (inches: number): number => Math.round(10.8 * scaleOf(portrait(inches), 650, whole).mm);
    expect([21.5, 32, 43].map(body)).to.deep.equal([44, 29, 22]);
  });

  it('makes what must be read 84 px on a 65-inch television 5 m away', () => {
    const tv = { diagonalInches: 65, widthPx: 1920, heightPx: 1080 };
    const { am } = scaleOf(tv, 5000, { width: 1920, height: 1080 });
    expect(Math.round((40 * am) / 0.92)).to.equal(84);
  });

  it('fills a television watched from near rather than leaving most of its glass empty', () => {
    const tv = { diagonalInches: 65, widthPx: 1920, heightPx: 1080 };
    const am = (distanceMm: number): number => scaleOf(tv, distanceMm, { width: 1920, height: 1080 }).am;
    expect(am(3000)).to.be.closeTo(1920 / 990, 0.01);
    expect(am(8000)).to.be.closeTo(am(5000) * 1.6, 0.01);
  });

  it('never draws smaller than a millimetre is on the panel the pages are made for, or on a larger one', () => {
    for (const inches of [21.5, 32, 43]) {
      const { unit, mm } = scaleOf(portrait(inches), 650, whole);
      expect(unit).to.be.at.least(mm);
    }
  });

  it('keeps capitals at 4.8 mm on a small panel, of either shape', () => {
    const wide = (widthPx: number, heightPx: number) => ({ diagonalInches: 15.6, widthPx, heightPx });
    for (const panel of [wide(1366, 768), wide(1280, 800)]) {
      const { unit, mm } = scaleOf(panel, 650, { width: panel.widthPx, height: panel.heightPx });
      expect((9.2 * 0.734 * unit) / mm).to.be.at.least(4.8);
      expect(isTooSmall(panel), 'and says that its edge and tiles are too small').to.equal(true);
    }
  });

  it('shows a page whole, and not its left upper part, on a glass that is too small for it', () => {
    const tablet = { diagonalInches: 10.1, widthPx: 1280, heightPx: 800 };
    const stop = applyScale(tablet, 650, () => tablet);
    const style = getComputedStyle(document.documentElement);
    const of = (name: string): number => Number.parseFloat(style.getPropertyValue(name));
    const { unit, mm } = scaleOf(tablet, 650, { width: 1280, height: 800 });
    try {
      expect(1280 / unit, 'as wide as the pages are drawn').to.be.at.least(474);
      expect(800 / unit).to.be.at.least(266);
      expect(of('--mm') / of('--u'), 'nothing keeps a size that has no room').to.be.at.most(1 / 0.7);
      expect(mm).to.be.closeTo(5.885, 0.01);
      expect(isTooSmall(tablet), 'and it says so').to.equal(true);
    } finally {
      stop();
    }
  });

  it('shows the whole glass smaller in a window on a desk', () => {
    const { widthPx, heightPx, mm } = scaleOf(portrait(21.5), 650, { width: 1280, height: 720 });
    expect(Math.round(heightPx)).to.equal(720);
    expect(Math.round(widthPx)).to.equal(405);
    expect(mm).to.be.closeTo(4.034 * (720 / 1920), 0.01);
  });

  it('fills a glass that hangs the other way than was set, with true millimetres, instead of showing a strip', () => {
    const glass = { widthPx: 1920, heightPx: 1080 };
    const { widthPx, heightPx, mm } = scaleOf(portrait(21.5), 650, { width: 1920, height: 1080 }, glass);
    expect([widthPx, heightPx]).to.deep.equal([1920, 1080]);
    expect(mm).to.be.closeTo(4.034, 0.001);
  });

  it('keeps true millimetres where the browser counts other pixels than were set', () => {
    const glass = { widthPx: 720, heightPx: 1280 };
    const { mm, widthPx } = scaleOf(portrait(21.5), 650, { width: 720, height: 1280 }, glass);
    expect(mm).to.be.closeTo(4.034 * (720 / 1080), 0.001);
    expect(widthPx).to.equal(720);
  });

  it('keeps true millimetres where only a bar is on the glass', () => {
    const scale = scaleOf(portrait(21.5), 650, { width: 1080, height: 1840 });
    expect(scale.mm).to.be.closeTo(4.034, 0.001);
    expect(scale.heightPx).to.equal(1840);
  });
});

describe('How large a panel is', () => {
  const glass = { widthPx: 1080, heightPx: 1920 };

  it('is told by a card held to an outline, whatever the pixels', () => {
    for (const inches of [10.1, 15.6, 21.5, 27, 32, 43, 55])
      expect(diagonalByCard(cardOn(inches, glass), glass)).to.equal(inches);
    // 85.6 mm are 345 of the 4.034 pixels to a millimetre of a 21.5-inch panel.
    expect(cardOn(21.5, glass)).to.be.closeTo(345.3, 0.1);
  });

  it('is doubted where the glass hangs the other way, has another shape or other pixels, and not for a bar', () => {
    expect(panelDoubt(portrait(21.5), glass)).to.equal(null);
    expect(panelDoubt(portrait(21.5), { widthPx: 1920, heightPx: 1080 })).to.equal('orientation');
    expect(panelDoubt(portrait(21.5), { widthPx: 800, heightPx: 1280 })).to.equal('shape');
    expect(panelDoubt(portrait(21.5), { widthPx: 720, heightPx: 1280 })).to.equal('pixels');
    expect(panelDoubt(portrait(21.5), { widthPx: 1080, heightPx: 1900 })).to.equal(null);
    expect(panelDoubt(portrait(21.5), undefined), 'a window on a desk').to.equal(null);
  });

  it('is too little for old eyes and hands below 21.5 inches, and enough from there', () => {
    const wide = (diagonalInches: number) => ({ diagonalInches, widthPx: 1920, heightPx: 1080 });
    expect([10.1, 15.6, 19, 21.5, 32, 55].map((inches) => isTooSmall(wide(inches)))).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isTooSmall({ diagonalInches: 21.5, widthPx: 1280, heightPx: 800 }), 'of another shape').to.equal(
      false,
    );
    expect(panelDoubt({ ...portrait(10.1) }, glass)).to.equal('small');
  });

  it('is never passed over where anything would be less than old eyes and hands need, on any panel', () => {
    const long = fc.integer({ min: 1024, max: 3840 });
    const shape = fc.double({ min: 1.2, max: 1.8, noNaN: true });
    const inches = fc.integer({ min: 100, max: 650 });
    fc.assert(
      fc.property(inches, long, shape, fc.boolean(), (tenths, longPx, ratio, lies) => {
        const shortPx = Math.round(longPx / ratio);
        const panel = {
          diagonalInches: tenths / 10,
          widthPx: lies ? longPx : shortPx,
          heightPx: lies ? shortPx : longPx,
        };
        const { unit, mm } = scaleOf(panel, 650, { width: panel.widthPx, height: panel.heightPx }, panel);
        const drawn = (units: number): number => (units * unit) / mm + 1e-9;
        const isHeld = Object.values(LEAST_SIZES).every((least) => drawn(least.units) >= least.mm);
        expect(isTooSmall(panel)).to.equal(!isHeld);
        // The page that is drawn is never wider or higher than its glass by more than it can give way.
        const [short, long] = [shortPx, longPx].map((px) => px / unit);
        expect(Math.min((short ?? 0) / 267, (long ?? 0) / 475)).to.be.at.least(0.969);
      }),
    );
  });
});
