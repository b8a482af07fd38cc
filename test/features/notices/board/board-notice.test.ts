import { expect } from 'chai';
import { LlBoardNotice } from '../../../../src/features/notices/board/board-notice.ts';
import type { Notice } from '../../../../src/features/notices/model/notice.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { LlSaidPages } from '../../../../src/ui/board/said-pages.ts';
import type { SaidPage } from '../../../../src/ui/board/saying.ts';
import { scaleOf } from '../../../../src/ui/common/scale.ts';
import { wrongOn } from '../../../support/board-proof.ts';
import { tokens } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import '../../../../src/i18n/screen-texts.ts';

const notice = (title: string, body: string | null): Notice => ({
  id: id('smoke'),
  level: 'emergency',
  title,
  titleEn: `Leave: ${title.length} people wait outside`.repeat(title.length > 20 ? 2 : 1).slice(0, 40),
  body,
  bodyEn:
    body === null ? null : 'Please walk to the yard by the nearest way out. Do not use the lift. '.repeat(3),
  fromMs: 0,
  untilMs: null,
  by: '王经理',
});
const texts = [
  notice('请马上离开餐厅', null),
  notice('请大家马上离开餐厅', '请从最近的出口慢慢走到院子里，不要坐电梯。请听工作人员安排。'),
  notice(
    '三楼厨房冒烟，请马上离开大楼到院里',
    '请从最近的出口慢慢走到院子里集合，不要坐电梯。腿脚不便的请等人来推轮椅，不着急。',
  ),
  notice(
    '三楼厨房冒烟请大家马上离开大楼到院子里集合不要坐电梯也不要回去拿东西请互相照应着走',
    '请从最近的出口慢慢走到院子里。'.repeat(20),
  ),
];
const panels = [
  [55, 8000, 1920],
  [65, 8000, 1920],
  [65, 5000, 3840],
  [75, 3000, 1920],
] as const;
/** What the eye of an old person in the farthest seat reads, in minutes of arc of ink. */
const LEAST = { title: 55, body: 40 };

describe('An emergency on a television', () => {
  before(tokens);
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  for (const language of ['zh-CN', 'en'] as const) {
    it(`stands whole on its glass in ${language}, whatever there is to say, at sizes that the last row reads`, async () => {
      await setLocale(language);
      for (const [diagonalInches, distanceMm, widthPx] of panels) {
        const heightPx = (widthPx * 9) / 16;
        const panel = { diagonalInches, widthPx, heightPx };
        const { am } = scaleOf(panel, distanceMm, { width: widthPx, height: heightPx });
        for (const one of texts) {
          const where = `${diagonalInches}″ at ${distanceMm} mm: ${one.title}`;
          const board = new LlBoardNotice();
          board.preview = true;
          board.notice = one;
          board.style.setProperty('--panel-width', `${widthPx}px`);
          board.style.setProperty('--panel-height', `${heightPx}px`);
          board.style.setProperty('--am', `${am}px`);
          document.body.append(board);
          const { pages } = await drawn(board);
          expect(wrongOn(board, { h1: 40, '.title': 55, '.body': 40 }), where).to.deep.equal([]);
          const wanted = language === 'en' ? one.titleEn : one.title;
          expect(squeezed(headsOf(pages)), where).to.equal(squeezed(wanted ?? ''));
          const body = (language === 'en' ? one.bodyEn : one.body) ?? '';
          expect(squeezed(pages.map((page) => page.body ?? '').join('')), where).to.equal(squeezed(body));
          const safe = { x: widthPx * 0.05 - 1, y: heightPx * 0.0556 - 1 };
          const boxes = deepAll(board, 'h1, .page p, .foot').map((part) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            const [words, lines] = [range.getBoundingClientRect(), part.getBoundingClientRect()];
            return {
              part,
              box: { left: words.left, right: words.right, top: lines.top, bottom: lines.bottom },
            };
          });
          const from = board.getBoundingClientRect();
          for (const { part, box } of boxes) {
            const said = `${where}: ${part.className || part.localName}`;
            expect(box.left - from.left, said).to.be.at.least(safe.x);
            expect(from.right - box.right, said).to.be.at.least(safe.x);
            expect(box.bottom - from.top, said).to.be.at.most(heightPx - safe.y);
            const ink = (parseFloat(getComputedStyle(part).fontSize) * 0.92) / am;
            const least =
              part.className === 'title' ? LEAST.title : part.className === 'body' ? LEAST.body : 25;
            expect(ink, said).to.be.at.least(least - 0.1);
          }
          const sorted = boxes.map(({ box }) => box);
          for (const [i, box] of sorted.slice(1).entries())
            expect(box.top, where).to.be.at.least((sorted[i]?.bottom ?? 0) - 1);
          board.remove();
        }
      }
    });
  }
});

const squeezed = (text: string): string => text.replace(/\s/g, '');
/** Headings, each once: one that stands on several pages was still said once. */
const headsOf = (pages: readonly SaidPage[]): string =>
  [...new Set(pages.map(({ title }) => title ?? ''))].join('');

/** Resolves once its pages are laid out. */
async function drawn(board: LlBoardNotice): Promise<LlSaidPages> {
  await settled(board);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await settled(board);
  const [said] = deepAll(board, 'll-said-pages');
  if (!(said instanceof LlSaidPages)) throw new Error('it says nothing');
  return said;
}
