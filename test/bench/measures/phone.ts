import type { BrowserContext, Page } from 'playwright-core';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { CentreId } from '../../../src/kernel/ids.ts';
import { id } from '../../../src/kernel/ids.ts';
import { addDays, civilMoment, weekdayOf, type CivilDate } from '../../../src/kernel/time.ts';
import type { HubProcess } from '../../support/hub.ts';
import { atMost, median, rounded, worst, type Figure, type Measure } from '../figures.ts';
import { openChrome, slowDown, untilReady } from '../support/chrome.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const SLOW_DOWN = 4;
const PHONE = { width: 390, height: 844 };
const MEMBERS = 5000;
const WEEKS = 52;
const MEALS = ['breakfast', 'lunch', 'dinner'] as const;

/** A page of the console, and what stands there once it can be used: so many of an element. */
const sections = [
  { name: 'menus of a day', hash: '#menu', selector: 'll-staff-menus button', count: 3 },
  { name: `a week of ${WEEKS}`, hash: '#menu/week', selector: 'll-staff-week-day', count: 7 },
  { name: 'members', hash: '#people', selector: 'll-staff-members ul.rows li', count: 20 },
  { name: 'figures', hash: '#numbers', selector: 'll-staff-numbers .headline', count: 1 },
] as const;

/**
 * The console on a telephone four times slower than this machine, of a house with 5,000 members and menus for a year: from
 * opening to usable, the first time and again, with the hub and without; and each of the long pages, from the tap.
 */
export const phone: Measure = async (context) => {
  const members = context.quick ? 500 : MEMBERS;
  const { hub, centreId } = await startSeededHub(context, { members });
  const monday = mondayOf(civilMoment(Date.now(), 480).date);
  await hub.kill();
  await writeMenus(hub.dataDir, centreId, monday);
  await hub.restart();
  const laps = context.quick ? 2 : 5;
  const browser = await openChrome(context, PHONE);
  const cold = await firstOpening(browser, hub);
  const warm = await openings(browser, hub, laps);
  const pages = await pagesOf(browser, hub, laps);
  const weeks = await weeksOf(browser, hub, monday, context.quick ? 6 : WEEKS - 1);
  const search = await searchOf(browser, hub, `会员${members - 1}`);
  await hub.kill('SIGKILL');
  const without = await openings(browser, hub, laps);
  const name = `console on a phone, ${SLOW_DOWN}x slower`;
  return [
    atMost(`${name}: first opening by a link (ms to leling:ready)`, cold, null),
    of(`${name}: opened again (ms to leling:ready)`, warm),
    of(`${name}: opened again without the hub (ms to leling:ready)`, without),
    ...pages.map(({ name: section, ms }) =>
      of(`${name}: ${section === 'members' ? `${members} members` : section}, from the tap (ms)`, ms),
    ),
    of(`${name}: the next of ${WEEKS} weeks x 3 meals (ms)`, weeks),
    of(`${name}: one of ${members} members by name (ms)`, search),
  ];
};

const of = (name: string, laps: readonly number[]): Figure =>
  atMost(`${name}, median`, median(laps), null, { worst: rounded(worst(laps)), laps: laps.length });

const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));

/** Three meals a day for a year to come, each with as many dishes as the sample's lunch. */
async function writeMenus(dataDir: string, centreId: CentreId, monday: CivilDate): Promise<void> {
  const database = await openDatabase({ dataDir });
  const sync = await createHubSync({ database });
  await sync.write(centreId, async (tx) => {
    const like = (await tx.list('centre', 'menu')).find(({ meal }) => meal === 'lunch');
    if (like === undefined) throw new Error('the sample has no lunch');
    for (let day = 0; day < WEEKS * 7; day += 1) {
      const date = addDays(monday, day);
      for (const meal of MEALS) {
        const menuId = id<'MenuId'>(`${date}.${meal}.${like.canteenId}`);
        await tx.put('centre', 'menu', menuId, { ...like, id: menuId, date, meal });
      }
    }
  });
  await sync.close();
  await database.close();
}

/** By a link, with nothing on the telephone; it stays until all of the house is there, and what a later start needs. */
async function firstOpening(browser: BrowserContext, hub: HubProcess): Promise<number> {
  const page = await browser.newPage();
  const session = await slowDown(browser, page, SLOW_DOWN);
  await page.goto(hub.links.staff['manager'] ?? '');
  const ms = await untilReady(page, 120_000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null && active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve));
  });
  await reach(page, '#people', 'll-staff-members ul.rows li', 20);
  await page.reload();
  await untilReady(page, 60_000);
  await page.close();
  return ms;
}

async function openings(browser: BrowserContext, hub: HubProcess, laps: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let lap = 0; lap < laps; lap += 1) {
    const page = await opened(browser, hub);
    all.push(page.ms);
    await page.page.close();
  }
  return all;
}

async function opened(browser: BrowserContext, hub: HubProcess): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage();
  await slowDown(browser, page, SLOW_DOWN);
  await page.goto(`${hub.url}/staff`, { waitUntil: 'commit' });
  return { page, ms: await untilReady(page, 60_000) };
}

/** Each of the long pages, in a console that has not shown it yet. */
async function pagesOf(
  browser: BrowserContext,
  hub: HubProcess,
  laps: number,
): Promise<readonly { readonly name: string; readonly ms: readonly number[] }[]> {
  const found: { name: string; ms: number[] }[] = sections.map(({ name }) => ({ name, ms: [] }));
  for (let lap = 0; lap < laps; lap += 1) {
    const { page } = await opened(browser, hub);
    for (const [place, { hash, selector, count }] of sections.entries())
      found[place]?.ms.push(await reach(page, hash, selector, count));
    await page.close();
  }
  return found;
}

async function weeksOf(
  browser: BrowserContext,
  hub: HubProcess,
  monday: CivilDate,
  weeks: number,
): Promise<readonly number[]> {
  const { page } = await opened(browser, hub);
  await reach(page, '#menu/week', 'll-staff-week-day', 7);
  const laps: number[] = [];
  for (let week = 1; week <= weeks; week += 1) {
    const hash = `#menu/week/${addDays(monday, week * 7)}`;
    const following = `ll-staff-week a[href="#menu/week/${addDays(monday, (week + 1) * 7)}"]`;
    laps.push(await reach(page, hash, following, 1));
  }
  await page.close();
  return laps;
}

async function searchOf(browser: BrowserContext, hub: HubProcess, name: string): Promise<readonly number[]> {
  const { page } = await opened(browser, hub);
  await reach(page, '#people', 'll-staff-members ul.rows li', 20);
  const field = page.locator('ll-staff-members input#find');
  await field.focus();
  const laps: number[] = [];
  for (let lap = 0; lap < 5; lap += 1) {
    await field.fill('');
    await page.locator('ll-staff-members ul.rows li').nth(5).waitFor();
    const started = performance.now();
    await field.fill(name);
    await page.waitForFunction(
      () =>
        document
          .querySelector('ll-staff-shell')
          ?.shadowRoot?.querySelector('ll-staff-members')
          ?.shadowRoot?.querySelectorAll('ul.rows li').length === 1,
      undefined,
      { polling: 'raf', timeout: 30_000 },
    );
    laps.push(performance.now() - started);
  }
  await page.close();
  return laps;
}

/** Goes to a place of the console; milliseconds until so many of an element are painted there. */
async function reach(page: Page, hash: string, selector: string, count: number): Promise<number> {
  return page.evaluate(
    async (wanted) => {
      const [element = '', rest = ''] = wanted.selector.split(/ (.*)/);
      const within = (): ParentNode | null =>
        rest === ''
          ? (document.querySelector('ll-staff-shell')?.shadowRoot ?? null)
          : (document.querySelector('ll-staff-shell')?.shadowRoot?.querySelector(element)?.shadowRoot ??
            null);
      const found = (): number =>
        rest === ''
          ? [...(within()?.querySelectorAll('*') ?? [])].reduce(
              (sum, one) => sum + (one.shadowRoot?.querySelectorAll(element).length ?? 0),
              within()?.querySelectorAll(element).length ?? 0,
            )
          : (within()?.querySelectorAll(rest).length ?? 0);
      const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      const started = performance.now();
      location.hash = wanted.hash;
      while (found() < wanted.count) {
        if (performance.now() - started > 60_000) throw new Error(`${wanted.hash} did not come`);
        await frame();
      }
      await frame();
      return performance.now() - started;
    },
    { hash, selector, count },
  );
}
