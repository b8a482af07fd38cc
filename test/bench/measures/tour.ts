import { atMost, median, quantile, rounded, type Measure } from '../figures.ts';
import { openLobby, type Lobby } from '../support/lobby.ts';
import { inWords, TapWatch, type TapTold } from '../support/tap-watch.ts';

const SLOW_DOWN = 6;
const THERE_WITHIN_MS = 6000;
/** So many of the slowest are told of. */
const SLOWEST = 12;

/**
 * From a tap to the next paint, over a tour of the kiosk's pages on a slow machine; and how long the page's thread works
 * for it, at full speed, which other work on the machine does not change: where it went is told of the slowest.
 */
export const tour: Measure = async (context) => {
  const lobby = await openLobby(context);
  const { kiosk, devtools } = lobby;
  const watch = new TapWatch(kiosk, devtools);
  const rounds = async (count: number): Promise<readonly TapTold[]> => {
    await watch.start();
    for (let round = 0; round < count; round += 1) await around(lobby, watch);
    return watch.stop();
  };
  // Once through, so that what is loaded once is loaded: a kiosk has been on since the morning.
  await rounds(1);
  const calm = await rounds(context.quick ? 1 : 3);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  const slow = await rounds(context.quick ? 1 : 4);
  const works = usual(calm).map((work) => work * SLOW_DOWN);
  const paints = slow.map(({ paint }) => paint);
  return [
    atMost(`tap to next paint over a tour, ${SLOW_DOWN}x slower (ms, p98)`, quantile(paints, 0.98), 100, {
      taps: slow.length,
      p50: rounded(quantile(paints, 0.5)),
      worst: rounded(quantile(paints, 1)),
      slowest: slowest(slow, ({ paint }) => paint),
    }),
    atMost(`the page's own work for it, times ${SLOW_DOWN} (ms, p98)`, quantile(works, 0.98), null, {
      taps: works.length,
      p50: rounded(quantile(works, 0.5)),
      worst: rounded(quantile(works, 1)),
      slowest: slowest(calm, ({ work }) => work),
    }),
  ];
};

/** Of each tap what it came to in most rounds: what another core or the collector did to one of them is not the page's. */
function usual(taps: readonly TapTold[]): readonly number[] {
  const rounds = new Map<string, number[]>();
  for (const { page, button, work } of taps) {
    const name = `${button} on ${page}`;
    rounds.set(name, [...(rounds.get(name) ?? []), work]);
  }
  return [...rounds.values()].map(median);
}

const slowest = (taps: readonly TapTold[], by: (tap: TapTold) => number): readonly string[] =>
  [...taps]
    .sort((a, b) => by(b) - by(a))
    .slice(0, SLOWEST)
    .map(inWords);

/** What people do at a kiosk between ten and noon. */
async function around({ kiosk, tap }: Lobby, watch: TapWatch): Promise<void> {
  const button = (name: string | RegExp) => kiosk.getByRole('button', { name }).first();
  const ways: readonly (string | RegExp)[] = [
    '吃饭',
    /明天/,
    '返回',
    '上课活动',
    '首页',
    '政策咨询',
    '首页',
    '我来签到',
    '1',
    '3',
    '首页',
    '字大些',
    '吃饭',
    '首页',
    '小字',
    '小字',
    'English',
    '中文',
  ];
  const missing: string[] = [];
  for (const name of ways) {
    const thing = button(name);
    // The centre's day may have no such thing.
    const isThere = await thing.waitFor({ timeout: THERE_WITHIN_MS }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      missing.push(String(name));
      continue;
    }
    await watch.tap(String(name), () => tap(thing));
  }
  // A tap in the rest after a change of the glass is none: whoever sees English still taps again.
  for (let again = 0; again < 3 && (await button('中文').isVisible()); again += 1) {
    await kiosk.waitForTimeout(1000);
    if (await button('中文').isVisible()) await tap(button('中文'));
  }
  if (missing.length > 2) throw new Error(`a tour without ${missing.join(', ')} is none`);
}
