import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { Browser } from '../../support/browser.ts';
import { atLeast, atMost, quantile, type BenchContext, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome, slowDown, untilReady } from '../support/chrome.ts';
import { Pusher } from '../support/pusher.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const SCREEN = 'exercise-room';
/** As slow as a television of ten years. */
const SLOWER = 6;
/** Till the device has found how sharp a picture it can draw, and the round has begun. */
const SETTLING_MS = 15_000;

/** The drawn teacher on a slow set at 1080p: frames a second, how sharp, and what one costs the page's own thread. */
export const coach: Measure = async (context) => [
  ...(await paceOf(context, 'baduanjin-standing', 'standing')),
  ...(await paceOf(context, 'baduanjin-seated', 'seated')),
  ...(await paceOf(context, 'hand-exercises', 'hands')),
  // Both fists go round from the wrist, all the time.
  ...(await paceOf(context, 'hand-exercises', 'hands going round', 'circle')),
];

async function paceOf(
  context: BenchContext,
  programmeId: string,
  how: string,
  formKey: string | null = null,
): Promise<readonly Figure[]> {
  const { hub } = await startSeededHub(context);
  const browser = await openChrome(context, glasses.screen);
  const [screen] = browser.pages();
  const link = { screen: hub.links.screens[SCREEN], staff: hub.links.staff['leader'] };
  if (screen === undefined || link.screen === undefined || link.staff === undefined)
    throw new Error('the hub lacks a link');
  await screen.goto(link.screen);
  await untilReady(screen);
  const staff = new Browser(hub.url);
  await staff.open(link.staff);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  const drawn = screen.evaluate(firstFrame);
  await pusher.push('run.start', [{ screenId: SCREEN, programmeId, sessionId: null, formKey }]);
  await drawn;
  const devtools = await slowDown(browser, screen, SLOWER);
  await wait(SETTLING_MS);
  const frames = await framesWithin(screen, context.quick ? 10_000 : 60_000);
  const ofItsPixels = await sharpness(screen);
  const gaps = frames.slice(1).map((at, n) => at - (frames[n] ?? at));
  const shownMs = (frames[frames.length - 1] ?? 0) - (frames[0] ?? 0);

  // Of the thread alone, and at its full pace: the slowing-down waits by the clock, and counts what others do meanwhile.
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await workMs(devtools);
  const counted = await framesWithin(screen, 10_000);
  const own = ((await workMs(devtools)) - before) * SLOWER;
  const detail = { p95: Math.round(quantile(gaps, 0.95)), p50: Math.round(quantile(gaps, 0.5)) };
  const named = `the drawn teacher, ${how}, ${SLOWER} times slower`;
  return [
    atLeast(`${named} (frames a second)`, (gaps.length / shownMs) * 1000, 29, { msBetween: detail }),
    atLeast(`${named} (share of the glass's pixels, either way)`, ofItsPixels, 1),
    atMost(`${named} (ms of the page's own work for a frame)`, own / counted.length, 33.3),
  ];
}

async function workMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** In a screen: resolves with the next frame of the teacher. */
const firstFrame = (): Promise<void> =>
  new Promise((resolve) => addEventListener('ll-coach-frame', () => resolve(), { once: true }));

/** Of the pixels of its place on the glass, either way, as many as the teacher is drawn with; of a panel with one for one. */
const sharpness = (screen: Page): Promise<number> =>
  screen.locator('ll-coach canvas.moving').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('there is no drawn teacher');
    return canvas.width / (canvas.getBoundingClientRect().width * devicePixelRatio);
  });

/** When each frame was drawn for so long. */
const framesWithin = (screen: Page, ms: number): Promise<readonly number[]> =>
  screen.evaluate(
    (lasts) =>
      new Promise<readonly number[]>((resolve) => {
        const at: number[] = [];
        const heard = (): void => void at.push(performance.now());
        addEventListener('ll-coach-frame', heard);
        setTimeout(() => {
          removeEventListener('ll-coach-frame', heard);
          resolve(at);
        }, lasts);
      }),
    ms,
  );
