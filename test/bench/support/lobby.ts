import type { CDPSession, Locator, Page } from 'playwright-core';
import { centreWhereItIs } from '../../support/centre-at.ts';
import { Hands } from '../../support/touch.ts';
import type { BenchContext } from '../figures.ts';
import { glasses, openChrome, untilReady } from './chrome.ts';
import { startSeededHub, type SeededHub, type Wanted } from './seeded-hub.ts';

/** A kiosk in a lobby, touched by real fingers. */
export interface Lobby {
  readonly kiosk: Page;
  readonly devtools: CDPSession;
  readonly seeded: SeededHub;
  /** One tap in the middle of something, once it is there and the glass takes taps. */
  tap(thing: Locator): Promise<void>;
}

/** A kiosk of the sample centre at twenty-five to eleven, when one signs in for Baduanjin. */
export async function openLobby(context: BenchContext, wanted: Wanted = {}): Promise<Lobby> {
  const config = centreWhereItIs(10, 35);
  context.afterwards(async () => config.remove());
  const seeded = await startSeededHub(context, {
    ...wanted,
    env: { ...wanted.env, LELING_CONFIG: config.folder },
  });
  const browser = await openChrome(context, glasses.kiosk);
  const { kiosk: link } = seeded.hub.links;
  if (link === null) throw new Error('the hub has no link for the kiosk');
  const kiosk = await browser.newPage();
  await kiosk.goto(link);
  await untilReady(kiosk);
  const devtools = await browser.newCDPSession(kiosk);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  const hands = new Hands((request) =>
    devtools.send('Input.dispatchTouchEvent', { ...request, touchPoints: [...request.touchPoints] }),
  );
  const tap = async (thing: Locator): Promise<void> => {
    await thing.waitFor();
    await settled(kiosk);
    const box = await thing.boundingBox();
    if (box === null) throw new Error('there is nothing to tap');
    await hands.tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  };
  return { kiosk, devtools, seeded, tap };
}

/** The glass takes no tap for a moment after its picture has changed. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 450)));
