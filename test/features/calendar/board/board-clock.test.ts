import { expect } from 'chai';
import { LlBoardClock } from '../../../../src/features/calendar/board/board-clock.ts';
import { hang } from '../../../support/board-glass.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';

const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 5000 };

describe('The clock on a television', () => {
  afterEach(unmountAll);

  it('goes by the hour of the centre from the moment that is mended, not from when the page is next opened', async () => {
    const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 20, 32) });
    store.put('centre', 'centre', 'sample', centreRow({ utcOffsetMinutes: 0 }));
    const board = new LlBoardClock();
    board.timeConfirmed = true;
    await hang(board, hall, store);
    await settled(board);
    const words = (): string =>
      board.shadowRoot?.querySelector('.board')?.textContent?.replace(/\s+/g, '') ?? '';
    expect(words()).to.contain('8:32').and.contain('11月22日');
    store.put('centre', 'centre', 'sample', centreRow({ utcOffsetMinutes: 480 }));
    await settled(board);
    expect(words()).to.contain('4:32').and.contain('11月23日');
  });
});
