import { expect } from 'chai';
import { healedLately, noteHealed } from '../../src/store/healed.ts';

describe('the note of what was healed on this device', () => {
  beforeEach(() => localStorage.removeItem('leling:healed'));

  it('has the newest first, and counts what comes again within the minute', () => {
    noteHealed('store-renewed', 'leling-2');
    noteHealed('fonts-refetched', '3');
    noteHealed('store-renewed');
    const [first, second, ...rest] = healedLately();
    expect(first).to.include({ kind: 'store-renewed', count: 2, detail: 'leling-2' });
    expect(second).to.include({ kind: 'fonts-refetched', count: 1, detail: '3' });
    expect(rest).to.deep.equal([]);
  });

  it('begins a new line for what comes again later', () => {
    const hourAgo = { kind: 'store-renewed', atMs: Date.now() - 3_600_000, count: 1, detail: null };
    localStorage.setItem('leling:healed', JSON.stringify([hourAgo]));
    noteHealed('store-renewed');
    expect(healedLately().map(({ count }) => count)).to.deep.equal([1, 1]);
  });

  it('keeps fifty lines and no more', () => {
    const old = Array.from({ length: 60 }, (_, at) => ({ kind: 'x', atMs: at, count: 1, detail: null }));
    localStorage.setItem('leling:healed', JSON.stringify(old));
    noteHealed('clock-repaired');
    expect(healedLately()).to.have.length(50);
    expect(healedLately()[0]).to.include({ kind: 'clock-repaired' });
  });

  it('reads past what is damaged, and loses no good line for it', () => {
    const good = { kind: 'of-a-newer-build', atMs: 5, count: 1, detail: null };
    localStorage.setItem('leling:healed', JSON.stringify([7, { kind: 'x' }, good]));
    expect(healedLately()).to.deep.equal([good]);
    localStorage.setItem('leling:healed', '{"cut');
    expect(healedLately()).to.deep.equal([]);
    noteHealed('clock-repaired');
    expect(healedLately()).to.have.length(1);
  });

  it('is known in this page where the browser keeps nothing', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'QuotaExceededError');
    };
    try {
      noteHealed('store-in-memory');
      expect(healedLately()[0]).to.include({ kind: 'store-in-memory' });
    } finally {
      Storage.prototype.setItem = setItem;
    }
    noteHealed('store-reopened');
    expect(healedLately().map(({ kind }) => kind)).to.deep.equal(['store-reopened', 'store-in-memory']);
  });
});
