import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlBoardClock } from '../../../../src/features/calendar/board/board-clock.ts';
import { LlBoardWelcome } from '../../../../src/features/centre/board/board-welcome.ts';
import { LlBoardPolicy } from '../../../../src/features/policies/board/board-policy.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import policiesSample from '../../../../src/features/policies/sample.json' with { type: 'json' };
import { hang } from '../../../support/board-glass.ts';
import { wordsOn, wrongOn } from '../../../support/board-proof.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';

const roles = {
  '.title': 55,
  '.body': 40,
  '.time small': 30,
  '.time': 55,
  '.day': 40,
  '.lunar': 40,
  '.unchecked': 40,
};
/** The longest there is of each: a lunar day of a leap month, a term, words as long as they may be. */
const WELCOME = '热烈欢迎区民政局和各兄弟社区的同志们来我中心参观指导，'.repeat(4);

function clock(timeConfirmed: boolean): LitElement {
  const board = new LlBoardClock();
  board.timeConfirmed = timeConfirmed;
  return board;
}
function welcome(text: string | undefined): LitElement {
  const board = new LlBoardWelcome();
  board.text = text;
  return board;
}
function policy(policyId: string): LitElement {
  const board = new LlBoardPolicy();
  board.date = '2026-11-22';
  board.policyId = policyId;
  return board;
}

describe('The clock, a welcome and the benefit of the day on a television', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  for (const locale of ['zh-CN', 'en'] as const)
    it(`can be read from every seat, in ${locale}`, async () => {
      await setLocale(locale);
      const store = new FakeStore({ nowMs: Date.UTC(2026, 8, 23, 2, 32) });
      store.put('centre', 'centre', 'sample', centreRow());
      store.put('city', 'calendarDay', '2026-09-23', {
        id: '2026-09-23',
        lunar: '闰八月廿二',
        term: '秋分',
        festival: null,
        rest: false,
      });
      const policies: readonly RowOf<'policy'>[] = JSON.parse(
        JSON.stringify(policiesSample.city.policy).replace(/"today[+-]?\d*"/g, '"2026-09-01"'),
      );
      for (const one of policies) store.put('city', 'policy', one.id, { ...one, expiresOn: null });
      const boards: readonly (readonly [name: string, make: () => LitElement])[] = [
        ['clock', () => clock(true)],
        ['unchecked clock', () => clock(false)],
        ['welcome', () => welcome(undefined)],
        ['long welcome', () => welcome(WELCOME)],
        ...policies.slice(0, 3).map((one) => [one.id, () => policy(one.id)] as const),
      ];
      for (const [inches, metres, upright] of [
        [55, 8, false],
        [65, 5, false],
        [75, 3, false],
        [55, 5, true],
      ] as const)
        for (const [name, make] of boards) {
          const [widthPx, heightPx] = upright ? [1080, 1920] : [1920, 1080];
          const panel = { diagonalInches: inches, widthPx, heightPx };
          const board = await hang(make(), { panel, distanceMm: metres * 1000 }, store);
          await settled(board);
          const where = `${name} on ${inches} inches at ${metres} m${upright ? ', upright' : ''}`;
          expect(wordsOn(board), where).not.to.equal('');
          expect(wrongOn(board, roles), where).to.deep.equal([]);
          unmountAll();
        }
    });
});
