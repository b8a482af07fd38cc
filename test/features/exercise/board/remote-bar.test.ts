import { expect } from 'chai';
import { LlBoardExercise } from '../../../../src/features/exercise/board/board-exercise.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { key, pressKey } from '../../../support/arrow-walk.ts';
import { hang } from '../../../support/board-glass.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { programme as filmed } from '../../../support/staff-centre.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';

const { video: _none, ...programme } = filmed;
const run: RowOf<'run'> = {
  id: id('exercise-room'),
  programmeId: programme.id,
  sessionId: null,
  state: 'paused',
  positionMs: 20_000,
  asOfMs: at(11, 0),
  rate: 1,
  version: 3,
  startedBy: '领操',
  startBeforeMs: at(11, 2),
};

describe("the bar of the set's own remote over the exercise", () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  /** What can be read on the board beside the bar, and the bar. */
  const stands = (board: LlBoardExercise) => {
    const remote = board.shadowRoot?.querySelector('ll-board-run-remote')?.shadowRoot;
    const bar = remote?.querySelector('.bar')?.getBoundingClientRect();
    const texts = [...(board.shadowRoot?.querySelectorAll('h1, p, .digit, .side, .dots') ?? [])].filter(
      (one) => getComputedStyle(one).visibility === 'visible',
    );
    const isSafe = texts.some((one) => one.matches('.safety')) || remote?.querySelector('.safety') != null;
    return { bar, texts, isSafe };
  };

  const focusOf = (board: LlBoardExercise): Element | null | undefined =>
    board.shadowRoot?.querySelector('ll-board-run-remote')?.shadowRoot?.activeElement;

  for (const language of ['zh-CN', 'en'] as const)
    for (const [inches, metres] of [
      [65, 5],
      [75, 3],
      [55, 8],
    ] as const)
      it(`cuts through no line, and the safety line stays readable (${language}, ${inches} inches, ${metres} m)`, async () => {
        await setLocale(language);
        const store = new FakeStore({ nowMs: at(11, 0) }).put('centre', 'centre', 'sample', centreRow());
        const board = new LlBoardExercise();
        Object.assign(board, { run, programme, standing: 'paused' });
        const panel = { diagonalInches: inches, widthPx: 1920, heightPx: 1080 };
        await hang(board, { panel, distanceMm: metres * 1000 }, store);
        const whole = stands(board).texts.length;
        // What the keys do; all commands; nothing; the question whether to stop; nothing.
        const walk = [key.down, key.down, key.up];
        for (const press of [key.ok, key.down, ...walk, key.back, key.back, key.ok]) {
          await pressKey(press);
          await settled(board);
          const { bar, texts, isSafe } = stands(board);
          expect(isSafe, `the safety line after ${press}`).to.equal(true);
          if (bar === undefined) expect(texts.length).to.equal(whole);
          else {
            expect(bar.top, 'on the glass').to.be.at.least(board.getBoundingClientRect().top);
            const focus = focusOf(board)?.getBoundingClientRect();
            if (focus !== undefined) expect(focus.top, 'what has the focus').to.be.at.least(bar.top);
            if (focus !== undefined) expect(focus.bottom, 'what has the focus').to.be.at.most(bar.bottom);
            for (const one of texts)
              expect(one.getBoundingClientRect().bottom, `${one.textContent} after ${press}`).to.be.at.most(
                bar.top + 1,
              );
          }
        }
      });
});
