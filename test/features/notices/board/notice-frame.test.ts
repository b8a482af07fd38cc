import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { deviceContext, storeContext } from '../../../../src/app/contexts.ts';
import { LlNoticeFrame } from '../../../../src/features/notices/board/notice-frame.ts';
import type { Notice } from '../../../../src/features/notices/model/notice.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { boardScale } from '../../../../src/ui/common/board-scale.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { tokens } from '../../../support/mount-kiosk.ts';
import { consoleConfig, deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

const notice = (key: string, more: Partial<Notice>): Notice => ({
  id: id(key),
  level: 'normal',
  title: '周四下午停水',
  body: null,
  fromMs: 0,
  untilMs: null,
  by: '王经理',
  where: { kiosks: true, screens: 'all' },
  ...more,
});
const panels = [
  [55, 8000],
  [65, 5000],
  [75, 3000],
] as const;

describe('What the house has to say, on a television', () => {
  before(tokens);
  afterEach(unmountAll);

  /** A board on a panel, framed: the frame, the room that is left to the board, and how many pixels a minute of arc is. */
  async function framed(diagonalInches: number, distanceMm: number, notices: readonly Notice[]) {
    const glass = document.createElement('div');
    const scale = boardScale({ diagonalInches, widthPx: 1920, heightPx: 1080 }, distanceMm);
    for (const [name, value] of Object.entries(scale)) glass.style.setProperty(name, value);
    glass.style.position = 'relative';
    glass.style.height = '1080px';
    const frame = new LlNoticeFrame();
    const store = new FakeStore({ nowMs: 1000 });
    for (const one of notices) store.put('centre', 'notice', one.id, one);
    new ContextProvider(glass, { context: storeContext, initialValue: store });
    new ContextProvider(glass, {
      context: deviceContext,
      initialValue: { ...consoleConfig, kind: 'screen', id: id<'DeviceId'>('dining-hall') },
    });
    const board = document.createElement('div');
    board.style.height = 'var(--panel-height)';
    frame.append(board);
    glass.append(frame);
    document.body.append(glass);
    await settled(frame);
    return { frame, board, store, am: parseFloat(scale['--am'] ?? '') };
  }
  const strip = (frame: LlNoticeFrame) => deepAll(frame, 'll-notice-strip')[0];

  it('stands under the board, which gets the rest of the glass, at sizes that the last row reads', async () => {
    for (const [diagonalInches, distanceMm] of panels) {
      for (const level of ['normal', 'urgent'] as const) {
        const where = `${level} on ${diagonalInches}″ at ${distanceMm} mm`;
        const { frame, board, am } = await framed(diagonalInches, distanceMm, [
          notice('water', {
            level,
            body: level === 'urgent' ? '13:00 到 17:00 全楼停水，请先接一点备用。' : null,
          }),
        ]);
        await until(() => board.getBoundingClientRect().height < 1080);
        const foot = strip(frame);
        expect(foot, where).not.to.equal(undefined);
        const [over, under] = [board.getBoundingClientRect(), foot!.getBoundingClientRect()];
        expect(over.bottom, where).to.be.at.most(under.top + 1);
        expect(under.bottom - board.parentElement!.getBoundingClientRect().top, where).to.be.closeTo(1080, 1);
        const said = deepAll(frame, '.page .title, .page .body');
        expect(said.length, where).to.be.greaterThan(0);
        for (const line of said) {
          const least = line.className === 'title' ? 55 : 40;
          expect((parseFloat(getComputedStyle(line).fontSize) * 0.92) / am, where).to.be.at.least(
            least - 0.1,
          );
          expect(line.getBoundingClientRect().bottom, where).to.be.at.most(under.bottom - 1080 * 0.05 + 1);
        }
        unmountAll();
      }
    }
  });

  it('leaves the glass whole where nothing is for it, while an emergency stands, and once it is over', async () => {
    const elsewhere = notice('ice', { where: { kiosks: true, screens: [id('exercise-room')] } });
    const { frame, board, store } = await framed(65, 5000, [elsewhere]);
    expect(strip(frame)).to.equal(undefined);
    store.put('centre', 'notice', 'water', notice('water', { untilMs: 2000 }));
    await until(() => board.getBoundingClientRect().height < 1080);
    frame.alone = true;
    await until(() => board.getBoundingClientRect().height === 1080);
    frame.alone = false;
    await until(() => board.getBoundingClientRect().height < 1080);
    store.confirmTime(3000);
    await until(() => board.getBoundingClientRect().height === 1080);
    expect(strip(frame)).to.equal(undefined);
  });
});
