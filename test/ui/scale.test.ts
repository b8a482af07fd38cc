import { expect } from 'chai';
import { scaleOf } from '../../src/ui/common/scale.ts';

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

  it('keeps capitals at 4.8 mm on a small panel', () => {
    const { unit, mm } = scaleOf(portrait(10), 650, whole);
    const leastTypeMm = (8.4 * 0.734 * unit) / mm;
    expect(leastTypeMm).to.be.at.least(4.4);
  });

  it('shows the whole glass smaller in a window on a desk', () => {
    const { widthPx, heightPx, mm } = scaleOf(portrait(21.5), 650, { width: 1280, height: 720 });
    expect(Math.round(heightPx)).to.equal(720);
    expect(Math.round(widthPx)).to.equal(405);
    expect(mm).to.be.closeTo(4.034 * (720 / 1920), 0.01);
  });

  it('keeps true millimetres where only a bar is on the glass', () => {
    const scale = scaleOf(portrait(21.5), 650, { width: 1080, height: 1840 });
    expect(scale.mm).to.be.closeTo(4.034, 0.001);
    expect(scale.heightPx).to.equal(1840);
  });
});
