import { expect } from 'chai';
import { notesAfter } from '../../../../src/features/help/console/bell.ts';

describe('The bell for a call that nobody answers', () => {
  const loudest = (waitedMs: number): number => Math.max(...notesAfter(waitedMs).map(({ gain }) => gain));

  it('is louder and longer after each minute, and never so loud that it only crackles', () => {
    expect([0, 61_000, 121_000, 3_600_000].map(loudest)).to.deep.equal([0.25, 0.5, 1, 1]);
    expect([0, 61_000, 121_000].map((ms) => notesAfter(ms).length)).to.deep.equal([2, 4, 6]);
  });

  it('rings, though a clock has jumped so that the call seems to be of the future', () => {
    expect(loudest(-86_400_000)).to.equal(0.25);
  });
});
