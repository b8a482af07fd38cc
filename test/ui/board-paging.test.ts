import { expect } from 'chai';
import { inPages, stayMs } from '../../src/ui/board/board-paging.ts';
import { boardClass, rowsThatFit } from '../../src/ui/board/board-styles.ts';
import { scaleOf } from '../../src/ui/common/scale.ts';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe('the pages of a board', () => {
  it('never leave a dish out and never end in a lone row where they could be even', () => {
    for (let count = 0; count < 40; count += 1) {
      for (let most = 1; most <= 6; most += 1) {
        const pages = inPages(numbers(count), most);
        expect(pages.flat()).to.deep.equal(numbers(count));
        const sizes = pages.map((page) => page.length);
        expect(Math.max(...sizes)).to.be.at.most(most);
        if (pages.length > 1) expect(Math.max(...sizes) - Math.min(...sizes)).to.be.at.most(pages.length - 1);
      }
    }
  });

  it('stay as long as 130 characters a minute take, and three seconds more', () => {
    expect(stayMs(0)).to.equal(3000);
    expect(stayMs(130)).to.equal(63_000);
  });
});

describe('a board on a 65-inch panel', () => {
  const panel = { diagonalInches: 65, widthPx: 1920, heightPx: 1080 };
  const window = { width: 1920, height: 1080 };

  it('has room for five dishes at five metres and keeps their size at eight, with fewer', () => {
    const near = scaleOf(panel, 5000, window);
    const far = scaleOf(panel, 8000, window);
    expect(rowsThatFit(1080, near.am, 70, 142)).to.equal(5);
    expect(rowsThatFit(1080, far.am, 70, 142)).to.equal(2);
    expect(boardClass({ widthPx: 1920, am: near.am })).to.equal('board');
    expect(boardClass({ widthPx: 1920, am: far.am })).to.equal('board narrow');
  });
});
