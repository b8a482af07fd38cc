import { expect } from 'chai';
import fc from 'fast-check';
import { stayMs } from '../../src/ui/board/board-paging.ts';
import { pageRows, type SetRow } from '../../src/ui/board/page-rows.ts';
import { turnAt, turnsOf } from '../../src/ui/board/page-turns.ts';
import { textsOf } from '../../src/ui/board/row-parts.ts';

const lines = (count: number, height: number): SetRow['lines'] =>
  Array.from({ length: count }, (_, i) => ({ from: i * 10, height }));

const rows = fc.array(
  fc
    .record({ count: fc.integer({ min: 1, max: 9 }), line: fc.integer({ min: 20, max: 50 }) })
    .map(({ count, line }): SetRow => ({ height: count * line + 12, lines: lines(count, line) })),
  { maxLength: 60 },
);

describe('the pages of a board', () => {
  it('leave nothing out, keep the order, and have no more rows than are taken in', () => {
    const check = fc.property(
      rows,
      fc.integer({ min: 120, max: 900 }),
      fc.integer({ min: 1, max: 6 }),
      (all, room, most) => {
        const pages = pageRows(all, room, most);
        const parts = pages.flat();
        for (const page of pages) expect(page.length).to.be.within(1, most);
        all.forEach((_, row) => {
          const mine = parts.filter((part) => part.row === row);
          expect(mine[0]?.from).to.equal(0);
          expect(mine[mine.length - 1]?.to).to.equal(null);
          mine.slice(1).forEach((part, i) => expect(part.from).to.equal(mine[i]?.to));
        });
        expect(parts.map(({ row }) => row)).to.deep.equal(parts.map(({ row }) => row).sort((a, b) => a - b));
      },
    );
    fc.assert(check, { seed: 8, numRuns: 100 });
  });

  it('are as few as can be and as even, so that the last is not a lone row', () => {
    const seven = Array.from({ length: 7 }, (): SetRow => ({ height: 100, lines: lines(1, 80) }));
    expect(pageRows(seven, 620, 6).map((page) => page.length)).to.deep.equal([4, 3]);
    expect(pageRows(seven, 350, 6).map((page) => page.length)).to.deep.equal([3, 3, 1]);
    expect(pageRows([], 620, 6)).to.deep.equal([]);
  });

  it('go on with a row that is higher than one of them, line by line', () => {
    const [first, second] = pageRows([{ height: 212, lines: lines(4, 50) }], 170, 6);
    expect(first).to.deep.equal([{ row: 0, from: 0, to: 30, height: 162 }]);
    expect(second?.map(({ from, to }) => [from, to])).to.deep.equal([[30, null]]);
    const texts = [{ words: '老北京风味京酱肉丝' }, { words: '含大豆' }];
    expect(textsOf(texts, { from: 5, to: 11 })).to.deep.equal([{ words: '京酱肉丝' }, { words: '含大' }]);
  });

  it('stand two by two on screens side by side, and turn by a clock that both have', () => {
    const left = turnsOf([10, 20, 30], { of: 2, part: 1 });
    const right = turnsOf([10, 20, 30], { of: 2, part: 2 });
    expect([left.pages, right.pages], 'the last page alone stands on both').to.deep.equal([
      [0, 2],
      [1, 2],
    ]);
    expect(left.characters, 'as long as both take').to.deep.equal([30, 30]);
    expect(right.characters).to.deep.equal(left.characters);
    expect(turnsOf([7], { of: 2, part: 2 }).pages, 'one page stands on both').to.deep.equal([0]);
    expect(turnsOf([10, 20, 30], { of: 1, part: 1 })).to.deep.equal({
      pages: [0, 1, 2],
      characters: [10, 20, 30],
    });
    expect(turnAt([4000, 6000], 1_000_003_999)).to.deep.equal({ turn: 0, leftMs: 1 });
    expect(turnAt([4000, 6000], 1_000_004_000)).to.deep.equal({ turn: 1, leftMs: 6000 });
    expect(turnAt([], 5)).to.deep.equal({ turn: 0, leftMs: 0 });
  });

  it('stay as long as 130 characters a minute take, and three seconds more', () => {
    expect(stayMs(0)).to.equal(3000);
    expect(stayMs(130)).to.equal(63_000);
  });
});
