import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { healedChecks } from '../../src/shells/self-check/healed-checks.ts';
import { healedWords } from '../../src/i18n/healed-words.ts';
import { healKinds, noteHealed } from '../../src/store/healed.ts';

describe('The self-check page', () => {
  const { now } = Date;
  beforeEach(() => {
    localStorage.removeItem('leling:healed');
    // No day ends between what is noted and what is said of it.
    const noted = now();
    Date.now = () => noted;
  });
  afterEach(() => void (Date.now = now));

  it('tells a shopkeeper in one line each what was healed and when', () => {
    noteHealed('fonts-refetched');
    noteHealed('store-renewed');
    noteHealed('store-renewed');
    const [renewed, fonts, ...rest] = healedChecks();
    expect(renewed?.name).to.match(/^今天 [上下]午\d+:\d\d，2 次$/);
    expect(renewed?.found).to.contain('已经换了一处新的');
    expect(renewed?.verdict).to.equal('good');
    expect(fonts?.name).to.match(/^今天 [上下]午\d+:\d\d$/);
    expect(rest).to.deep.equal([]);
  });

  it('has words of its own for each', () => {
    const words = healKinds.map(healedWords);
    expect(new Set([...words, healedWords('of a newer build')]).size).to.equal(healKinds.length + 1);
  });

  it('says what only a person can mend, with what to do', () => {
    noteHealed('store-in-memory');
    const [line] = healedChecks();
    expect(line?.verdict).to.equal('mind');
    expect(line?.remedy).to.contain('磁盘');
  });
});
