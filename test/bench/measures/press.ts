import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { atMost, quantile, type BenchContext, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome, untilReady } from '../support/chrome.ts';
import { startSeededHub, type Wanted } from '../support/seeded-hub.ts';

/** What happened after one press, in milliseconds of it. */
interface Lap {
  readonly painted: number;
  readonly reported: number;
}

/**
 * From a real press of a button in the staff console (a dish is sold out, or back) to the dining hall's glass showing it,
 * and to the console saying that it does. Each is a Chromium of its own, as they are different machines in a centre, and
 * their stores and the hub's are on the disk.
 */
export const press: Measure = (context) => pressToPixels(context, {}, { how: '', p50: 20, p99: 60 });

/** The same with a hub whose disk is an ageing SD card. */
export const pressSlowDisk: Measure = (context) =>
  pressToPixels(context, { preload: slowDisk }, { how: ', disk that syncs in 100 ms', p50: null, p99: 1000 });

const slowDisk = fileURLToPath(new URL('../support/slow-disk.mjs', import.meta.url));

interface Targets {
  readonly how: string;
  readonly p50: number | null;
  readonly p99: number;
}

async function pressToPixels(
  context: BenchContext,
  wanted: Wanted,
  { how, p50, p99 }: Targets,
): Promise<readonly Figure[]> {
  const { hub } = await startSeededHub(context, wanted);
  const links = { screen: hub.links.screens['dining-hall'], staff: hub.links.staff['canteen'] };
  if (links.screen === undefined || links.staff === undefined) throw new Error('the hub lacks a link');
  const [screen] = (await openChrome(context, glasses.screen)).pages();
  const [staff] = (await openChrome(context, glasses.staff)).pages();
  if (screen === undefined || staff === undefined) throw new Error('Chromium opened no window');
  await screen.goto(links.screen);
  await untilReady(screen);
  await staff.goto(links.staff);
  await untilReady(staff);
  const button = staff.locator('ll-staff-meal-card li button').first();
  await button.waitFor();
  await staff.locator('#glass-dining-hall').waitFor();

  const laps: Lap[] = [];
  const warmUp = 10;
  const times = warmUp + (context.quick ? 20 : 100);
  for (let lap = 0; lap < times; lap += 1) {
    const found = await onePress(staff, screen);
    if (lap >= warmUp) laps.push(found);
  }
  const painted = laps.map((one) => one.painted);
  const reported = laps.map((one) => one.reported);
  const name = `staff press to painted on the dining-hall screen${how}`;
  const report = `staff press to the console saying that it is on the glass${how}`;
  return [
    atMost(`${name} (ms, p50)`, quantile(painted, 0.5), p50),
    atMost(`${name} (ms, p95)`, quantile(painted, 0.95), null),
    atMost(`${name} (ms, p99)`, quantile(painted, 0.99), p99),
    atMost(`${report} (ms, p50)`, quantile(reported, 0.5), null),
    atMost(`${report} (ms, p95)`, quantile(reported, 0.95), null),
    atMost(`${report} (ms, p99)`, quantile(reported, 0.99), null),
  ];
}

async function onePress(staff: Page, screen: Page): Promise<Lap> {
  const painted = screen.evaluate(nextShowing);
  const reported = staff.evaluate(nextReported, 'dining-hall');
  const pressed = staff.evaluate(nextPress);
  // The observers have to be in place before the press.
  await Promise.all([screen.evaluate(() => undefined), staff.evaluate(() => undefined)]);
  // From a finger, the same key again at once would be its trembling.
  await staff.locator('ll-staff-meal-card li button').first().press('Enter');
  const at = await pressed;
  return { painted: (await painted) - at, reported: (await reported) - at };
}

/** In the staff page: when the button acts. */
function nextPress(): Promise<number> {
  return new Promise((resolve) => {
    addEventListener('click', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), {
      capture: true,
      once: true,
    });
  });
}

/** In the screen: when it says that something new is painted. */
function nextShowing(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.documentElement, { attributeFilter: ['data-showing'] });
  });
}

/** In the staff page: when it draws that a newer version is on the glass. */
function nextReported(screenId: string): Promise<number> {
  const find = (root: ParentNode): Element | null => {
    for (const element of Array.from(root.querySelectorAll('*'))) {
      if (element.localName === 'll-staff-glasses') return element;
      const inside = element.shadowRoot === null ? null : find(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  const root = find(document)?.shadowRoot;
  if (root === null || root === undefined) throw new Error('the console shows no glasses');
  /** The version that is confirmed to be on the glass; −1 while an older one is. */
  const version = (): number => {
    const card = root.querySelector(`#glass-${screenId}`)?.closest('section');
    const words = card?.querySelector('.words')?.textContent ?? '';
    const confirmed = card?.querySelector('.chip.ok') !== null;
    return confirmed ? Number(/\d+/.exec(words)?.[0] ?? -1) : -1;
  };
  const before = version();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (version() <= before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
