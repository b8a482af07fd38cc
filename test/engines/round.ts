import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails } from '../support/elders.ts';
import { glass, Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';
import { claimsAt } from '../faults/lobby.ts';
import type { Driven, Engine } from './drivers/driver.ts';
import * as page from './in-page.ts';

/** What every engine is asked to do, in order. */
export const steps = [
  'screen',
  'kiosk',
  'no overlap',
  'kept offline',
  'exercise',
  'cold start',
  'menu offline',
  'film offline',
  'check-in',
  'reaches the hub',
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

class Cannot extends Error {}

/** A morning at the centre in one engine: paired, offline, cold, an elder's ✓, the film from the device. */
export async function round(engine: Engine, profile: string): Promise<Report> {
  const config = centreWhereItIs(10, 35);
  const hub = await startHub({ env: { LELING_CONFIG: config.folder } });
  const desk = new Profile();
  const marks = new Map<Step, Mark>();
  let browser: Driven | undefined;
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
    browser = await engine.start(profile);
    ({ version } = browser);
    await step('screen', async () => {
      const it = await open(hub.links.screens['dining-hall'] ?? '', glass.screen);
      await holds(it, page.says('番茄炒蛋'), 'no menu on the glass');
    });
    await step('no overlap', async () => {
      const cannot = engine.cannot['no overlap'];
      if (cannot !== undefined) throw new Cannot(cannot);
      await apart(browser);
    });
    await step('kiosk', async () => {
      await open(hub.links.kiosk ?? '', glass.kiosk);
    });
    await step('kept offline', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      if ((await browser.evaluate(page.hasServiceWorker)) !== true) throw new Cannot('no service worker');
      if ((await browser.evaluate(page.serviceWorkerReady)) !== true)
        throw new Error('the service worker is never ready');
    });
    await step('exercise', async () => {
      const it = await open(hub.links.screens['exercise-room'] ?? '', glass.screen);
      await startExercise(desk, hub);
      await holds(it, `/^run:/.test(${page.showing})`, 'the run is not shown');
      if ((await it.evaluate(page.decodes)) !== true)
        throw new Cannot('no decoder for H.264; the run is shown');
      await holds(it, page.filmIsKept, 'the film is not kept on the device');
      await filmMoves(it);
    });

    await hub.kill('SIGKILL');
    if (engine.cannot['cold start'] === undefined) {
      await browser.close();
      browser = undefined;
      browser = await engine.start(profile);
    }
    await step('cold start', async () => {
      const it = await open(`${hub.url}/screen?device=exercise-room`, glass.screen);
      await holds(it, `/^run:/.test(${page.showing})`, 'the run is not shown');
    });
    await step('film offline', async () => {
      if (browser === undefined) throw new Error('the engine does not start');
      if ((await browser.evaluate(page.decodes)) !== true) throw new Cannot('no decoder for H.264');
      await filmMoves(browser);
    });
    await step('menu offline', async () => {
      const it = await open(`${hub.url}/screen?device=dining-hall`, glass.screen);
      await holds(it, page.says('番茄炒蛋'), 'no menu on the glass');
      if (engine.cannot['no overlap'] === undefined) await apart(it);
    });
    const [tail = ''] = loneTails(1);
    await step('check-in', async () => signIn(await open(`${hub.url}/kiosk`, glass.kiosk), tail));
    await hub.restart();
    await step('reaches the hub', async () => {
      const id = sampleOf('member').find(({ phone }) => phone?.endsWith(tail))?.id ?? '';
      await until(() => claimsAt(hub.dataDir).get(id) === 1);
    });
  } catch (error) {
    marks.set('screen', marks.get('screen') ?? { mark: '✗', why: String(error).split('\n')[0] ?? '' });
  } finally {
    await browser?.close().catch(() => undefined);
    await desk.dispose();
    await hub.dispose();
    config.remove();
  }
  return { name: engine.name, version, marks };
}

/** Waits until an expression holds in the page. */
async function holds(browser: Driven, expression: string, otherwise: string): Promise<void> {
  await until(async () => (await browser.evaluate(expression)) === true).catch(async (error: Error) => {
    const words = await browser.evaluate(page.words).catch(() => '?');
    throw new Error(`${otherwise}: ${error.message.split('\n')[0]}; on the glass: ${String(words)}`);
  });
}

async function apart(browser: Driven | undefined): Promise<void> {
  if (browser === undefined) throw new Error('the engine does not start');
  const found = await browser.evaluate(page.overlaps);
  if (!Array.isArray(found)) throw new Error('cannot measure');
  if (found.length > 0) throw new Error(found.join('; '));
}

async function filmMoves(browser: Driven): Promise<void> {
  const at = (): Promise<number> =>
    until(async () => {
      const seconds = await browser.evaluate(page.filmAt);
      return typeof seconds === 'number' && seconds;
    });
  const first = await at().catch(() => {
    throw new Error('the film does not play');
  });
  await until(async () => (await at()) > first + 0.4);
}

/** Presses as an elder does, with the moment in which a kiosk takes no tap. */
async function signIn(kiosk: Driven, tail: string): Promise<void> {
  const presses = async (what: string, name: string): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 750));
    await holds(kiosk, what, `no button ${name}`);
  };
  await presses(page.press('签到$'), '签到');
  for (const digit of tail) await presses(page.press(`^${digit}$`), digit);
  await holds(kiosk, page.says('是您吗？'), 'nobody is asked for');
  await presses(page.pressFirstName, 'of a name');
  await holds(kiosk, page.says('签好了'), 'no ✓');
}

/** The leader, at a desk of today, starts the exercise on its screen. */
async function startExercise(desk: Profile, hub: HubProcess): Promise<void> {
  await desk.open();
  const leader: Page = await desk.face('staff', hub.links.staff.leader ?? '');
  await leader.getByRole('link', { name: '活动' }).first().click();
  await leader.getByRole('button', { name: '活动室电视' }).click();
  await leader.getByRole('button', { name: '开始' }).click();
  await leader.waitForTimeout(500);
  await desk.close();
}
