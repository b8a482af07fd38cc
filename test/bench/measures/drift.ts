import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { Browser } from '../../support/browser.ts';
import { atMost, quantile, worst, type Measure } from '../figures.ts';
import { Pusher } from '../support/pusher.ts';
import { configWithScreens, openScreens, screenIds } from '../support/screens-of-centre.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const LOOK_EVERY_MS = 1000;
/** Till both have begun and found each other. */
const SETTLING = 20;

/** Two screens in one hall that follow one run of the film: how far apart their pictures are, looked at each second. */
export const drift: Measure = async (context) => {
  const ids = screenIds(2);
  const seeded = await startSeededHub(context, { env: { LELING_CONFIG: configWithScreens(context, 2) } });
  const { hub, centreId } = seeded;
  await hub.kill();
  const database = await openDatabase({ dataDir: hub.dataDir });
  const sync = await createHubSync({ database });
  let programmeId = '';
  await sync.write(centreId, async (tx) => {
    const filmed = (await tx.list('city', 'programme')).find(({ video }) => video !== undefined);
    if (filmed === undefined) throw new Error('the sample has no film');
    const { coach: _drawn, ...film } = filmed;
    programmeId = film.id;
    await tx.put('city', 'programme', film.id, film);
  });
  await sync.close();
  await database.close();
  await hub.restart();

  const pages = await openScreens(context, seeded, ids);
  const staff = new Browser(hub.url);
  const link = hub.links.staff['leader'];
  if (link === undefined) throw new Error('the hub has no link for the leader');
  await staff.open(link);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  await pusher.push('run.start', [
    { screenId: ids[0] ?? '', programmeId, sessionId: null, formKey: null, together: [...ids] },
  ]);
  await Promise.all(pages.map((page) => page.waitForFunction(filmMoves, undefined, { timeout: 60_000 })));

  const apart: number[] = [];
  const looks = SETTLING + (context.quick ? 30 : 600);
  for (let look = 0; look < looks; look += 1) {
    await wait(LOOK_EVERY_MS);
    const begins = await Promise.all(pages.map(beganAt));
    const [one, other] = begins;
    if (one === undefined || other === undefined || one === null || other === null) continue;
    if (look >= SETTLING) apart.push(Math.abs(one - other));
    if (look % 60 === 0) context.say(`${look} s: ${Math.round(one - other)} ms apart`);
  }
  return [
    atMost('two screens that follow one film apart (ms, p50)', quantile(apart, 0.5), null),
    atMost('two screens that follow one film apart (ms, worst)', worst(apart), 150, { looks: apart.length }),
  ];
};

/** In a screen: its film is on, and moves. */
function filmMoves(): boolean {
  const find = (root: ParentNode): HTMLVideoElement | null => {
    for (const element of Array.from(root.querySelectorAll('*'))) {
      if (element instanceof HTMLVideoElement) return element;
      const inside = element.shadowRoot === null ? null : find(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  const film = find(document);
  if (film === null || film.paused || film.currentTime === 0) return false;
  Object.assign(window, { film });
  return true;
}

/** When, by the time of day in milliseconds, this screen's film would have begun, had it gone on at its pace; null without one. */
const beganAt = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const film: unknown = Reflect.get(window, 'film');
    if (!(film instanceof HTMLVideoElement)) return null;
    return performance.timeOrigin + performance.now() - film.currentTime * 1000;
  });
