import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Json } from '../../src/kernel/json.ts';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { LyingProxy } from '../support/lying-proxy.ts';

const HALL = 'dining-hall';
const FILM = readFileSync(fileURLToPath(new URL('../../public/media/baduanjin.mp4', import.meta.url)));
const HOUR_MS = 3_600_000;

/** A programme that the centre has filmed itself: no teacher is drawn in the film's place. */
const filmed = {
  id: 'own-film',
  title: '自己拍的操',
  titleEn: 'Our own film',
  durationMs: 600_000,
  mirrored: false,
  video: createHash('sha256').update(FILM).digest('hex'),
  poster: null,
  forms: [
    {
      key: 'one',
      number: 1,
      name: '慢慢抬手',
      nameEn: 'Arms up',
      cue: '慢慢抬手',
      cueEn: 'Slowly',
      startMs: 0,
      endMs: 600_000,
      beats: [],
    },
  ],
} satisfies Json;

/**
 * A television whose film stops, whose picture dies, whose line and store are lost, and which has stood for a day: it gets
 * over each by itself, and staff read of it. It is night in its centre, so that what it does by night can be seen.
 */
describe('a television that nobody looks after', { timeout: 900_000 }, () => {
  const config = centreWhereItIs(4, 20);
  const [hall, office] = [new Profile(), new Profile()];
  let hub: HubProcess;
  let network: LyingProxy;
  let glass: Page;
  let staff: Pusher;
  let leader: Pusher;

  const showing = async (what: RegExp): Promise<void> => {
    await glass.waitForFunction(
      (source) => new RegExp(source).test(document.documentElement.dataset['showing'] ?? ''),
      what.source,
    );
  };
  const puts = (show: string): Promise<void> =>
    staff.push('screen.push', [{ screenIds: [HALL], item: { show }, untilMs: Date.now() + HOUR_MS }]);
  /** What the television has noted since then, and so tells staff within a minute. A busy machine may have had it noted before. */
  const hasMended = async (what: string, sinceMs: number): Promise<void> => {
    await glass.waitForFunction(
      ([kind, least]) => {
        const noted: readonly { readonly kind: string; readonly atMs: number }[] = JSON.parse(
          localStorage.getItem('leling:healed') ?? '[]',
        );
        return noted.some((one) => one.kind === kind && one.atMs >= least);
      },
      [what, sinceMs] as const,
    );
  };
  /** Waits for the page that comes after the one that is open. */
  const nextPage = async (): Promise<() => Promise<void>> => {
    await glass.evaluate(() => Object.assign(globalThis, { isTheOldPage: true }));
    return async () => {
      await glass.waitForFunction(
        () => !('isTheOldPage' in globalThis) && performance.getEntriesByName('leling:ready').length > 0,
      );
    };
  };

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    network = await LyingProxy.before(hub.port);
    const signedIn = async (link: string | undefined): Promise<Pusher> => {
      const browser = new Browser(hub.url);
      await browser.open(link ?? '');
      return new Pusher((body) => browser.post('/sync/push', body));
    };
    const { screens, staff: people } = hub.links;
    staff = await signedIn(people['canteen']);
    leader = await signedIn(people['leader']);
    await Promise.all([hall.open(), office.open()]);
    for (const script of [looksSooner, ailsWhenTold]) await hall.browser.addInitScript(script);
    glass = await hall.face('screen', network.through(screens[HALL] ?? ''));
    await hall.keptOffline(glass);
    await puts('clock');
    await showing(/^clock:/);
  });
  after(async () => {
    await Promise.all([hall.dispose(), office.dispose()]);
    await network.close();
    await hub.dispose();
    config.remove();
  });

  it('makes a film that stands still go on', async () => {
    await leader.push('programme.save', [{ programme: filmed }]);
    const run = { screenId: HALL, programmeId: filmed.id, sessionId: null, formKey: null };
    await leader.push('run.start', [run]);
    await showing(/^run:/);
    const film = glass.locator('video');
    const sinceMs = Date.now();
    await film.evaluate(stopsUntilLoadedAnew);
    await hasMended('film-nudged', sinceMs);
    await leader.push('run.stop', [{ screenId: HALL }]);
    await showing(/^clock:/);
  });

  it('opens its page anew where no frame comes any more, and shows what it showed', async () => {
    const opened = await nextPage();
    const sinceMs = Date.now();
    await glass.evaluate(() => Object.assign(globalThis, { paintsNothing: true }));
    await opened();
    await hasMended('picture-renewed', sinceMs);
    await showing(/^clock:/);
  });

  it('finds that its line has died without a word, and hears staff again at once', async () => {
    await hall.listens(glass);
    const sinceMs = Date.now();
    network.hush(/^\/sync\/live/);
    await hasMended('live-renewed', sinceMs);
    await puts('welcome');
    await showing(/^welcome:/);
  });

  it('fetches its content anew where the browser has cleared its store', async () => {
    const devtools = await glass.context().newCDPSession(glass);
    const origin = new URL(network.url).origin;
    const sinceMs = Date.now();
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await puts('clock');
    await showing(/^clock:/);
    await hasMended('store-reopened', sinceMs);
  });

  it('starts anew by night once it has stood for a day, also without its hub', async () => {
    await glass.evaluate(() => sessionStorage.setItem('stood', 'a day'));
    await glass.reload();
    await showing(/^clock:/);
    await hall.listens(glass);
    const opened = await nextPage();
    await hub.kill('SIGKILL');
    await glass.evaluate(() => Reflect.deleteProperty(globalThis, 'looksNotYet'));
    await opened();
    await showing(/^clock:/);
    await hub.restart();
  });

  it('has told staff of all that it has mended', async () => {
    const page = await office.face('staff', hub.links.staff['manager'] ?? '');
    await page.getByRole('link', { name: '屏幕' }).click();
    await page.getByRole('button', { name: /详细.*餐厅电视/ }).click();
    for (const words of [
      '视频停住过，已经自动接着放',
      '画面停住过，已经自动重新打开',
      '和主机的连线悄悄断过，已经重新接上',
      '浏览器把存内容的地方关上过',
    ])
      await page.getByText(words).first().waitFor({ state: 'attached' });
  });

  it('no page has thrown an error', () => assert.deepEqual([...hall.errors, ...office.errors], []));
});

/** In a page, before its own code: what looks once a minute does so oftener, and a silent line is given up as soon as a beat is missed. */
function looksSooner(): void {
  const [once, again] = [globalThis.setTimeout, globalThis.setInterval];
  const sooner: Readonly<Record<number, number>> = { 60_000: 8000, 40_000: 20_000 };
  const soon = (run: () => void, ms = 0): number => Number(once(run, sooner[ms] ?? ms));
  const look = (run: () => void) => (): void => {
    if (!('looksNotYet' in globalThis)) run();
  };
  const oftener = (run: () => void, ms = 0): number =>
    Number(ms in sooner ? again(look(run), sooner[ms]) : again(run, ms));
  Object.assign(globalThis, { setTimeout: soon, setInterval: oftener });
}

/** In a page, before its own code: the engine paints no more once the test says so, or the page has stood for a day. */
function ailsWhenTold(): void {
  const paint = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (then) => ('paintsNothing' in globalThis ? 0 : paint(then));
  if (sessionStorage.getItem('stood') === null) return;
  sessionStorage.removeItem('stood');
  const now = performance.now.bind(performance);
  performance.now = () => now() + 86_400_000;
  // Not before the test stands by to see what comes of it, however long this machine takes.
  Object.assign(globalThis, { looksNotYet: true });
}

/** In a page: a film says that it plays and does not move, until its decoder takes it anew. */
function stopsUntilLoadedAnew(film: Element): void {
  if (!(film instanceof HTMLVideoElement)) throw new Error('no film');
  const at = film.currentTime;
  Object.defineProperty(film, 'currentTime', { configurable: true, get: () => at, set: () => undefined });
  film.addEventListener('emptied', () => Reflect.deleteProperty(film, 'currentTime'), { once: true });
}
