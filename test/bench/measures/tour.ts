import { atMost, quantile, rounded, type Measure } from '../figures.ts';
import { openLobby, type Lobby } from '../support/lobby.ts';

declare global {
  interface Window {
    /** How long each tap took to the paint that shows what it did, ms. */
    taps: number[];
  }
}

const SLOW_DOWN = 6;
/** The browser tells of what takes longer than this; a tap of which it tells nothing took no longer. */
const UNTOLD_MS = 16;
const THERE_WITHIN_MS = 6000;

/** From a tap to the next paint, over a tour of the kiosk's pages on a slow machine. */
export const tour: Measure = async (context) => {
  const lobby = await openLobby(context);
  const { kiosk, devtools } = lobby;
  await kiosk.evaluate((untold) => {
    window.taps = [];
    const told = new Map<number, number>();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (
          !('interactionId' in entry) ||
          typeof entry.interactionId !== 'number' ||
          entry.interactionId === 0
        )
          continue;
        told.set(entry.interactionId, Math.max(told.get(entry.interactionId) ?? 0, entry.duration));
        window.taps = [...told.values()];
      }
    }).observe({ type: 'event', durationThreshold: untold, buffered: true } as PerformanceObserverInit);
  }, UNTOLD_MS);
  // Once through at full speed, so that what is loaded once is loaded: a kiosk has been on since the morning.
  await around(lobby);
  await kiosk.evaluate(() => {
    window.taps = [];
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  const rounds = context.quick ? 1 : 4;
  let taps = 0;
  for (let round = 0; round < rounds; round += 1) taps += await around(lobby);
  const told = await kiosk.evaluate(() => window.taps);
  const all = [...told, ...Array.from({ length: Math.max(0, taps - told.length) }, () => UNTOLD_MS)];
  const detail = { taps, p50: rounded(quantile(all, 0.5)), worst: rounded(quantile(all, 1)) };
  return [
    atMost(`tap to next paint over a tour, ${SLOW_DOWN}x slower (ms, p98)`, quantile(all, 0.98), 100, detail),
  ];
};

/** What people do at a kiosk between ten and noon. Returns how many taps it took. */
async function around({ kiosk, tap }: Lobby): Promise<number> {
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
    '字小些',
    'English',
    '中文',
  ];
  const missing: string[] = [];
  let taps = 0;
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
    await tap(thing);
    taps += 1;
  }
  // A tap in the rest after a change of the glass is none: whoever sees English still taps again.
  for (let again = 0; again < 3 && (await button('中文').isVisible()); again += 1) {
    await kiosk.waitForTimeout(1000);
    if (await button('中文').isVisible()) await tap(button('中文'));
  }
  if (missing.length > 2) throw new Error(`a tour without ${missing.join(', ')} is none`);
  return taps;
}
