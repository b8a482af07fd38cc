import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails } from '../support/elders.ts';
import { glass } from '../support/faces.ts';
import { startHub } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';
import { claimsAt } from '../faults/lobby.ts';
import {
  apart,
  Cannot,
  consoleWorks,
  filmPlays,
  goesOn,
  holds,
  pairByRemote,
  pressed,
  signIn,
  teacherMoves,
} from './doings.ts';
import type { Driven, Engine } from './drivers/driver.ts';
import * as page from './in-page.ts';
import { staffAt } from './staff.ts';

/** What every engine is asked to do, in order. */
export const steps = [
  'pair',
  'screen',
  'kiosk',
  'no overlap',
  'put up',
  'kept offline',
  'emergency',
  'exercise',
  'console',
  'cold start',
  'menu offline',
  'film offline',
  'check-in',
  'reaches the hub',
  'no error',
] as const;
type Step = (typeof steps)[number];

/** How a step went: `–` says what this engine has no part for. */
export interface Mark {
  readonly mark: '✓' | '✗' | '–';
  readonly why: string | null;
}
export interface Report {
  readonly name: string;
  readonly version: string;
  readonly marks: ReadonlyMap<Step, Mark>;
}

/** A morning at the centre in one engine: paired, offline, cold, an elder's ✓, the film from the device. */
export async function round(engine: Engine, profile: string): Promise<Report> {
  const config = centreWhereItIs(10, 35);
  const hub = await startHub({ env: { LELING_CONFIG: config.folder } });
  const marks = new Map<Step, Mark>();
  let browser: Driven | undefined;
  const errors: string[] = [];
  let version = '?';

  const step = async (name: Step, run: () => Promise<void>): Promise<void> => {
    try {
      const cannot = engine.cannot[name];
      await run();
      marks.set(name, cannot === undefined ? { mark: '✓', why: null } : { mark: '–', why: cannot });
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      marks.set(name, { mark: error instanceof Cannot ? '–' : '✗', why });
    }
  };
  const open = async (url: string, size: { width: number; height: number }): Promise<Driven> => {
    if (browser === undefined) throw new Error('the engine does not start');
    await browser.goto(url, size);
    await holds(browser, page.isReady, `${new URL(url).pathname} is never ready`);
    return browser;
  };

  try {
    const staff = await staffAt(hub);
    const measures = engine.cannot['no overlap'] === undefined;
    browser = await engine.start(profile);
    ({ version } = browser);
    await step('pair', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      await pairByRemote(browser, hub.url, staff.confirm, measures);
    });
    await step('screen', async () => {
      const it = await open(hub.links.screens['dining-hall'] ?? '', glass.screen);
      await holds(it, page.says('番茄炒蛋'), 'no menu on the glass');
    });
    await step('no overlap', async () => {
      const cannot = engine.cannot['no overlap'];
      if (cannot !== undefined) throw new Cannot(cannot);
      await apart(browser);
    });
    await step('put up', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      await staff.tells(NO_WATER);
      await holds(browser, page.says(NO_WATER), 'the notice does not come');
      if (measures) await apart(browser);
      for (const show of ['clock', 'timetable', 'weekly-menu', 'policy', 'welcome', 'notices', 'dark']) {
        await staff.puts('dining-hall', { show });
        await holds(browser, showing(show), `the ${show} does not come`);
        if (measures) await apart(browser);
      }
      await staff.takesDown('dining-hall');
      await holds(browser, page.says('番茄炒蛋'), 'the menu does not come back');
    });
    await step('kiosk', async () => {
      await open(hub.links.kiosk ?? '', glass.kiosk);
    });
    await step('kept offline', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      if ((await browser.evaluate(page.hasServiceWorker)) !== true) throw new Cannot('no service worker');
      if ((await browser.evaluate(page.serviceWorkerReady)) !== true)
        throw new Error('the service worker is never ready');
      // Who may sign in is here before the hub goes.
      await pressed(browser, '签到$');
      await holds(browser, page.press('^5$'), 'nobody can sign in');
      await pressed(browser, '首页');
    });
    await step('emergency', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      await staff.alarms(SMOKE);
      await holds(browser, page.says(SMOKE), 'it is not on the kiosk');
      if (measures) await apart(browser);
      // While it looks: without a hub it would stand there the whole morning.
      await staff.lifts();
      await holds(browser, `!${page.says(SMOKE)}`, 'it stands on the kiosk after it was lifted');
      const it = await open(hub.links.screens['exercise-room'] ?? '', glass.screen);
      await staff.alarms(SMOKE);
      await holds(it, showing('notice'), 'it is not on the screen');
      await holds(it, page.says(SMOKE), 'it is not on the screen');
      if (measures) await apart(it);
      await staff.lifts();
      await holds(it, `!${showing('notice')}`, 'it stands after it was lifted');
    });
    await step('exercise', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      const it = browser;
      await staff.starts('exercise-room');
      await holds(it, showing('run'), 'the run is not shown');
      await teacherMoves(it);
      // A set that cannot play a film has no room to give it.
      if ((await it.evaluate(page.decodes)) === true)
        await holds(it, page.filmIsKept, 'the film is not kept on the device');
    });

    await step('console', async () => consoleWorks(await open(await staff.link(), OFFICE)));

    await hub.kill('SIGKILL');
    if (engine.cannot['cold start'] === undefined) {
      errors.push(...browser.errors);
      await browser.close();
      browser = undefined;
      browser = await engine.start(profile);
    }
    await step('cold start', async () => {
      const it = await open(`${hub.url}/screen?device=exercise-room`, glass.screen);
      await holds(it, showing('run'), 'the run is not shown');
    });
    await step('film offline', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      // A slow machine takes longer to start a browser than a set may be off without holding its run.
      await goesOn(browser);
      await teacherMoves(browser);
      await filmPlays(browser);
    });
    await step('menu offline', async () => {
      const it = await open(`${hub.url}/screen?device=dining-hall`, glass.screen);
      await holds(it, page.says('番茄炒蛋'), 'no menu on the glass');
      if (measures) await apart(it);
    });
    const [tail = ''] = loneTails(1);
    await step('check-in', async () => signIn(await open(`${hub.url}/kiosk`, glass.kiosk), tail));
    await hub.restart();
    await step('reaches the hub', async () => {
      const id = sampleOf('member').find(({ phone }) => phone?.endsWith(tail))?.id ?? '';
      await until(() => claimsAt(hub.dataDir).get(id) === 1);
    });
    await step('no error', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      errors.push(...browser.errors);
      const kept = await browser.evaluate(page.faults);
      if (typeof kept === 'string' && kept !== '') errors.push(kept);
      const first = errors.find((one) => !HUB_AWAY.test(one));
      if (first !== undefined) throw new Error(first);
    });
  } catch (error) {
    marks.set('screen', marks.get('screen') ?? { mark: '✗', why: String(error).split('\n')[0] ?? '' });
  } finally {
    await browser?.close().catch(() => undefined);
    await hub.dispose();
    config.remove();
  }
  return { name: engine.name, version, marks };
}

/** What an engine itself says of what cannot be fetched: half of the morning there is no hub. */
const HUB_AWAY =
  /Failed to load resource|downloadable font: download failed|net::ERR_|NetworkError when attempting|Failed to fetch|Load failed|can’t establish a connection|Cross-Origin Request Blocked/;

/** What an old PC in an office has. */
const OFFICE = { width: 1366, height: 768 };
const NO_WATER = '下午停水';
const SMOKE = '请大家到院子里集合';
const showing = (what: string): string => `/^${what}:/.test(${page.showing})`;
