import { expect } from 'chai';
import { fitGlass } from '../../src/ui/common/turn.ts';

describe('A television that is hung upright', () => {
  const face = document.createElement('div');
  let unscale: () => void = () => undefined;

  beforeEach(() => {
    face.style.cssText = 'width: var(--panel-width); height: var(--panel-height)';
    // As the product's own pages have it.
    document.body.style.margin = '0';
    document.body.append(face);
  });
  afterEach(() => {
    unscale();
    document.body.removeAttribute('style');
    face.remove();
    document.documentElement.removeAttribute('style');
  });

  for (const turn of [90, 180, 270] as const)
    it(`has its picture turned by ${turn} degrees, and all of it on the glass`, () => {
      const [width, height] = turn === 180 ? [innerWidth, innerHeight] : [innerHeight, innerWidth];
      const panel = { diagonalInches: 55, widthPx: width, heightPx: height };
      unscale = fitGlass({ panel, distanceMm: 5000, rotate: turn }, unscale, () => ({
        widthPx: innerWidth,
        heightPx: innerHeight,
      }));
      expect([face.offsetWidth, face.offsetHeight], 'as it hangs').to.deep.equal([width, height]);
      const { left, top, right, bottom } = face.getBoundingClientRect();
      expect([left, top, right, bottom].map(Math.round)).to.deep.equal([0, 0, innerWidth, innerHeight]);
    });

  it('is as before once nobody wants it turned any more', () => {
    const before = document.body.getAttribute('style') ?? '';
    const panel = { diagonalInches: 55, widthPx: innerHeight, heightPx: innerWidth };
    unscale = fitGlass({ panel, distanceMm: 5000, rotate: 90 }, unscale);
    unscale = fitGlass({ panel, distanceMm: 5000 }, unscale);
    expect(document.body.getAttribute('style') ?? '').to.equal(before);
  });
});
