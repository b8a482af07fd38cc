import type { Page } from 'playwright-core';
import { Browser } from '../../support/browser.ts';
import { atMost, quantile, worst, type BenchContext, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome, untilReady } from '../support/chrome.ts';
import { bringFilms, FILMS } from '../support/films.ts';
import { Pusher } from '../support/pusher.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const FRAME_MS = 1000 / 30;

/** From the last frame of a video to the first of the next, whose place the last frame holds meanwhile: with two decoders and with one. */
export const videoGap: Measure = async (context) => [
  ...(await gapsOn(context, 'two decoders', 'exercise-room', false)),
  ...(await gapsOn(context, 'one decoder', 'exercise-room', true)),
];

async function gapsOn(
  context: BenchContext,
  how: string,
  screenId: string,
  oneDecoder: boolean,
): Promise<readonly Figure[]> {
  const seeded = await startSeededHub(context);
  const { hub } = seeded;
  await bringFilms(seeded, screenId, oneDecoder);
  const [screen] = (await openChrome(context, glasses.screen)).pages();
  const link = { screen: hub.links.screens[screenId], staff: hub.links.staff['leader'] };
  if (screen === undefined || link.screen === undefined || link.staff === undefined)
    throw new Error('the hub lacks a link');
  await screen.goto(link.screen);
  await untilReady(screen);
  const staff = new Browser(hub.url);
  await staff.open(link.staff);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  const gaps = gathered(screen, context.quick ? 6 : 60);
  await pusher.push('screen.push', [
    {
      screenIds: [screenId],
      item: FILMS,
      untilMs: Date.now() + 3_600_000,
    },
  ]);
  const frames = (await gaps).map((ms) => ms / FRAME_MS);
  return [
    atMost(`gap between two videos, ${how} (frames of 1/30 s, p50)`, quantile(frames, 0.5), null),
    atMost(`gap between two videos, ${how} (frames of 1/30 s, worst)`, worst(frames), null),
  ];
}

/** In the screen: what its board says of each change, once as many have been; the first is no change. */
const gathered = (screen: Page, count: number): Promise<readonly number[]> =>
  screen.evaluate(
    (wanted) =>
      new Promise<readonly number[]>((resolve) => {
        const gaps: number[] = [];
        let first = true;
        addEventListener('ll-slide-shown', (event) => {
          if (!first && 'gapMs' in event && typeof event.gapMs === 'number') gaps.push(event.gapMs);
          first = false;
          if (gaps.length >= wanted) resolve(gaps);
        });
      }),
    count,
  );
