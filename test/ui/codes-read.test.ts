import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { LlBoardExercise } from '../../src/features/exercise/board/board-exercise.ts';
import { textOf } from '../../src/features/policies/kiosk/policy-paper.ts';
import { LlPolicyTake } from '../../src/features/policies/kiosk/policy-take.ts';
import { LlPairingPage } from '../../src/shells/boot/pairing-page.ts';
import type { PanelSize } from '../../src/ui/common/scale.ts';
import { hang } from '../support/board-glass.ts';
import { beGlass, readFrom } from '../support/camera.ts';
import { FakeStore } from '../support/fake-store.ts';
import { at, kioskConfig, kioskStore } from '../support/kiosk-centre.ts';
import { deepAll, unmountAll } from '../support/mount.ts';
import { mountKiosk, tokens } from '../support/mount-kiosk.ts';
import { centreRow } from '../support/rows.ts';
import { programme } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

/** A hub's address as long as they are. */
const HUB = 'http://192.168.100.200:8080';
const halls = [
  { inches: 55, metres: 8 },
  { inches: 75, metres: 3 },
] as const;

const panelOf = (diagonalInches: number): PanelSize => ({ diagonalInches, widthPx: 1920, heightPx: 1080 });
const widthMm = ({ diagonalInches, widthPx, heightPx }: PanelSize): number =>
  (diagonalInches * 25.4 * widthPx) / Math.hypot(widthPx, heightPx);

/** How wide one module of the code is on the glass, in millimetres. */
function moduleMm(root: Element, panel: PanelSize): number {
  const [code] = deepAll(root, 'svg[role="img"]');
  const modules = Number(code?.getAttribute('viewBox')?.split(' ')[2]);
  const { width = 0, height = 0 } = code?.getBoundingClientRect() ?? {};
  return (Math.min(width, height) / modules / panel.widthPx) * widthMm(panel);
}
/** As an eye at such a distance sees it, in minutes of arc. */
const arcMinutes = (mm: number, distanceMm: number): number =>
  Math.atan(mm / distanceMm) * (10_800 / Math.PI);

/** A code that no telephone reads is a picture of one: each is read off the glass, from where people stand with theirs. */
describe('the codes that telephones read', () => {
  const { fetch } = window;
  const own = { width: innerWidth, height: innerHeight };
  beforeEach(async () => {
    await tokens();
    await beGlass(1920, 1080);
  });
  afterEach(async () => {
    unmountAll();
    window.fetch = fetch;
    document.documentElement.style.removeProperty('--mm');
    await beGlass(own.width, own.height);
  });

  const isRead = async (
    text: string,
    { root, panel, fromMm, leastArc }: { root: Element; panel: PanelSize; fromMm: number; leastArc: number },
  ): Promise<void> => {
    const mm = moduleMm(root, panel);
    const where = `${root.localName} on ${panel.diagonalInches} inches from ${fromMm / 1000} m`;
    expect(await readFrom(fromMm, widthMm(panel)), where).to.deep.equal([text]);
    expect(arcMinutes(mm, fromMm), where).to.be.at.least(leastArc);
  };

  for (const { inches } of halls)
    it(`let staff pair a new television of ${inches} inches from two metres`, async () => {
      const says = (status: number, body: object): Response =>
        new Response(JSON.stringify(body), { status, headers: { 'leling-hub': 'anew' } });
      // It goes on asking whether somebody has typed the code, for as long as that takes to be read here.
      window.fetch = async (path, init) => {
        const { pathname } = new URL(path instanceof Request ? path.url : path, location.href);
        if (!pathname.startsWith('/api/pairing')) return fetch(path, init);
        return pathname.endsWith('the-secret')
          ? says(200, { status: 'waiting' })
          : says(201, { code: '123456', secret: 'the-secret' });
      };
      const root = new LlPairingPage();
      root.kind = 'screen';
      root.search = '';
      root.here = { origin: HUB, hostname: '192.168.100.200' };
      root.open = () => undefined;
      document.body.append(root);
      await until(() => deepAll(root, 'svg[role="img"]').length > 0);
      const panel = panelOf(inches);
      await isRead(`${HUB}/staff#screens/code=123456`, { root, panel, fromMm: 2000, leastArc: 8 });
    });

  for (const { inches, metres } of halls)
    it(`let people sign in on a ${inches}-inch television of a hall of ${metres} metres from three and a half`, async () => {
      const sessionId = id<'SessionId'>('baduanjin@2026-11-28');
      const pass = 'Ab3-'.repeat(4);
      const store = new FakeStore({ nowMs: at(11, 0) })
        .put('centre', 'centre', 'sample', centreRow())
        .put('centre', 'comePass', sessionId, {
          id: sessionId,
          date: '2026-11-28',
          pass,
          untilMs: at(12, 0),
          address: HUB,
        });
      const root = new LlBoardExercise();
      Object.assign(root, {
        programme,
        standing: 'soon',
        run: {
          id: id('exercise-room'),
          programmeId: programme.id,
          sessionId,
          state: 'playing',
          positionMs: 0,
          asOfMs: at(11, 4),
          rate: 1,
          version: 3,
          startedBy: '领操',
          startBeforeMs: at(11, 2),
        },
      });
      const panel = panelOf(inches);
      document.documentElement.style.setProperty('--mm', `${1920 / widthMm(panel)}px`);
      await hang(root, { panel, distanceMm: metres * 1000 }, store);
      await until(() => deepAll(root, 'svg.code').length > 0);
      await isRead(`${HUB}/come#${pass}`, { root, panel, fromMm: 3500, leastArc: 9 });
    });

  it('put the longest article into a telephone held before a kiosk', async () => {
    const { panel } = kioskConfig;
    await beGlass(panel.widthPx, panel.heightPx);
    const root = new LlPolicyTake();
    const lines = Array.from({ length: 12 }, (_, i) => `第${i + 1}项：带上身份证和户口本，到一楼办事窗口。`);
    root.paper = {
      title: '高龄津贴',
      parts: lines.map((line) => ({ heading: '', lines: [line] })),
      ask: '问问工作人员',
    };
    await mountKiosk(root, kioskStore());
    await until(() => deepAll(root, 'svg[role="img"]').length > 0);
    const text = textOf(root.paper);
    expect(new TextEncoder().encode(text).length, 'as long as they are let be').to.be.above(500);
    await isRead(text, { root, panel, fromMm: 450, leastArc: 12 });
  });
});
