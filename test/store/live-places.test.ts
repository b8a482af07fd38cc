import { expect } from 'chai';
import { SharedHints, takeLivePlace } from '../../src/store/live/live-places.ts';
import { until } from '../support/until.ts';

/** A page of the same profile, whose locks go when it goes. */
function anotherPage(): { locks: LockManager; close: () => void } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const locks = frame.contentWindow?.navigator.locks;
  if (locks === undefined) throw new Error('no locks in a frame');
  return { locks, close: () => frame.remove() };
}

/** Resolves when the profile's locks are as a test wants them. */
async function heldAndWaiting(held: number, waiting: number): Promise<void> {
  const of = (names: readonly LockInfo[] | undefined): number =>
    new Set(names?.filter((lock) => lock.name?.startsWith('leling:live:')).map((lock) => lock.clientId)).size;
  for (;;) {
    const state = await navigator.locks.query();
    if (of(state.held) === held && of(state.pending) === waiting) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

describe('the places for live streams in one browser', () => {
  it('are four, so that the pages beyond still get their requests through; one that closes makes room', async () => {
    const pages = Array.from({ length: 6 }, anotherPage);
    const granted: number[] = [];
    for (const [i, page] of pages.entries()) {
      takeLivePlace(() => granted.push(i), page.locks);
      await heldAndWaiting(Math.min(i + 1, 4), Math.max(0, i - 3));
    }
    await until(() => granted.length > 3);
    expect(granted).to.deep.equal([0, 1, 2, 3]);
    pages[1]?.close();
    await heldAndWaiting(4, 1);
    // Whoever waited is told by a line of their own, which may come after that.
    await until(() => granted.length > 4);
    expect(granted).to.have.length(5);
    for (const page of pages) page.close();
    await heldAndWaiting(0, 0);
  });

  it('hand on to the pages without one that a bucket has moved, and no rows', async () => {
    const heard = new Promise((resolve) => new SharedHints(resolve));
    const row = { kind: 'menu', id: 'm', version: 9, data: null };
    const cursor = { epoch: 'e', run: 'r', version: 9, grantHash: 'g', schema: 1 };
    new SharedHints(() => undefined).tell({
      bucket: 'centre:sample',
      epoch: 'e',
      version: 9,
      page: { rows: [row], from: null, cursor },
    });
    expect(await heard).to.deep.equal({ bucket: 'centre:sample', epoch: 'e', version: 9 });
  });
});
