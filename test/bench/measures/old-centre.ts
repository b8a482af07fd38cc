import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { runProgram, startHub, type HubProcess } from '../../support/hub.ts';
import { Browser } from '../../support/browser.ts';
import { addDays, civilMoment, type CivilDate } from '../../../src/kernel/time.ts';
import { benchRow } from '../peers/rows.ts';
import { atMost, median, rounded, type BenchContext, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome } from '../support/chrome.ts';
import { measureLoad, type Load } from '../support/first-load.ts';
import { buildOldCentre } from '../support/old-centre.ts';
import { Pusher } from '../support/pusher.ts';

const CENTRE = 'sample';
const DAYS = 1096;
const FACES = ['kiosk', 'screen', 'staff'] as const;
type FaceName = (typeof FACES)[number];

/** What was found of one centre. */
interface Found {
  readonly startMs: number;
  readonly residentMB: number;
  readonly loads: Readonly<Record<FaceName, Load>>;
  readonly checkInMs: number;
  readonly backupMs: number;
  readonly backupMB: number;
}

/**
 * A centre of three busy years beside a new one, in one run: 240,000 attendances, 2,000 members, built in SQL as the
 * first release had them and upgraded by this one.
 */
export const oldCentre: Measure = async (context) => {
  const today = civilMoment(Date.now(), 480).date;
  const attendances = context.quick ? 24_000 : 240_000;
  const fresh = await startIn(context, await context.scratch());
  const menu = someMenu(fresh.dataDir);

  const dataDir = await context.scratch();
  const started = performance.now();
  await buildOldCentre(dataDir, { days: DAYS, attendances, members: 2000, centreId: CENTRE, today, menu });
  context.say(`built in ${Math.round((performance.now() - started) / 1000)} s`);
  const upgrading = performance.now();
  const hub = await startIn(context, dataDir);
  const upgradeMs = performance.now() - upgrading;
  await settle(context, hub, today);
  const [young, old] = await lookAtBoth(context, [fresh, hub], today);
  const advisor = await signedIn(hub, 'advisor');
  const asked = await statistics(advisor, today);
  const forty = await fortyAtOnce(advisor);
  // With links that nobody has opened yet.
  await hub.restart();
  const month = await aMonthAtOnce(context, hub, today);
  return [
    atMost('old centre: first start with its upgrade (s)', upgradeMs / 1000, null),
    atMost('old centre: hub start (ms)', old.startMs, 5000, { newCentre: Math.round(young.startMs) }),
    atMost('old centre: hub memory over a new one’s (ratio)', old.residentMB / young.residentMB, 1.2, {
      MB: [rounded(young.residentMB), rounded(old.residentMB)],
    }),
    ...FACES.flatMap((face) => loadFigures(face, young.loads[face], old.loads[face])),
    atMost('old centre: one check-in (ms, p50)', old.checkInMs, null, {
      newCentre: rounded(young.checkInMs),
    }),
    atMost('old centre: backup (s)', old.backupMs / 1000, null, {
      newCentre: rounded(young.backupMs / 1000),
    }),
    atMost('old centre: backup (MB)', old.backupMB, null, { newCentre: rounded(young.backupMB) }),
    ...asked,
    ...month,
    ...forty,
  ];
};

function loadFigures(face: FaceName, young: Load, old: Load): Figure[] {
  const ms = [Math.round(young.loadedMs), Math.round(old.loadedMs)];
  const kB = [Math.round(young.bytes / 1000), Math.round(old.bytes / 1000)];
  const again = [Math.round(young.againMs), Math.round(old.againMs)];
  return [
    atMost(
      `old centre: first load of the ${face} over a new one’s (ratio of time)`,
      old.loadedMs / young.loadedMs,
      1.5,
      { ms },
    ),
    atMost(
      `old centre: first load of the ${face} over a new one’s (ratio of bytes)`,
      old.bytes / young.bytes,
      1.5,
      { kB },
    ),
    atMost(`old centre: second start of the ${face} (ms to leling:ready)`, old.againMs, null, { ms: again }),
  ];
}

async function startIn(context: BenchContext, dataDir: string): Promise<HubProcess> {
  const hub = await startHub({ dataDir, env: { LELING_APP: context.appDir } });
  context.afterwards(() => hub.dispose());
  return hub;
}

/** Says what time it is, and waits until what is over has been put away. A hub that does not know of either has nothing to wait for. */
async function settle(context: BenchContext, hub: HubProcess, today: CivilDate): Promise<void> {
  const manager = await signedIn(hub, 'manager');
  await manager.post('/api/clock', { nowMs: Date.now() });
  const file = new Database(join(hub.dataDir, 'hub.sqlite'), { readonly: true });
  const putAway = file.prepare("select data from row where kind = 'hubClock'");
  const started = performance.now();
  for (let second = 0; second < 180; second += 1) {
    const clock: unknown = putAway.get();
    if (JSON.stringify(clock ?? '').includes(today)) break;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  file.close();
  context.say(`what is over was put away after ${Math.round((performance.now() - started) / 1000)} s`);
}

/** Laps of one and the other in turn, so that whatever else the machine does meets both alike. */
async function lookAtBoth(
  context: BenchContext,
  [young, old]: readonly [HubProcess, HubProcess],
  today: CivilDate,
): Promise<readonly [Found, Found]> {
  const laps = { young: newLaps(), old: newLaps() };
  for (let lap = 0; lap < (context.quick ? 1 : 5); lap += 1) {
    await lookOnce(context, young, laps.young);
    await lookOnce(context, old, laps.old);
  }
  return [await found(young, laps.young, today), await found(old, laps.old, today)];
}

interface Laps {
  readonly starts: number[];
  readonly loads: Readonly<Record<FaceName, Load[]>>;
}
const newLaps = (): Laps => ({ starts: [], loads: { kiosk: [], screen: [], staff: [] } });

async function lookOnce(context: BenchContext, hub: HubProcess, { starts, loads }: Laps): Promise<void> {
  const starting = performance.now();
  // Each start gives links that nobody has opened yet.
  await hub.restart();
  starts.push(performance.now() - starting);
  const { kiosk, screens, staff } = hub.links;
  const links = { kiosk, screen: screens['dining-hall'], staff: staff['manager'] };
  for (const face of FACES) {
    const link = links[face];
    if (link == null) throw new Error(`the hub has no link for the ${face}`);
    const browser = await openChrome(context, glasses[face]);
    const load = await measureLoad(browser, link);
    await browser.close();
    loads[face].push(load);
    context.say(`${face}: ${Math.round(load.loadedMs)} ms, ${Math.round(load.bytes / 1000)} kB`);
  }
}

async function found(hub: HubProcess, laps: Laps, today: CivilDate): Promise<Found> {
  const { kiosk, screen, staff } = laps.loads;
  const loads = { kiosk: middle(kiosk), screen: middle(screen), staff: middle(staff) };
  const startMs = median(laps.starts);
  const residentMB = await resident(hub);
  const checkInMs = await checkIn(hub, today);
  const backing = performance.now();
  const { code, output } = await runProgram('src/hub/ops/backup/backup-command.ts', [], {
    LELING_DATA: hub.dataDir,
  });
  if (code !== 0) throw new Error(`the backup failed: ${output}`);
  const backupMs = performance.now() - backing;
  const [, path = ''] = /Backed up: (\S+)/.exec(output) ?? [];
  const backupMB = (await stat(path)).size / 1e6;
  return { startMs, residentMB, loads, checkInMs, backupMs, backupMB };
}

/** Each part at its median. */
const middle = (laps: readonly Load[]): Load => ({
  loadedMs: median(laps.map(({ loadedMs }) => loadedMs)),
  bytes: median(laps.map(({ bytes }) => bytes)),
  againMs: median(laps.map(({ againMs }) => againMs)),
});

async function resident(hub: HubProcess): Promise<number> {
  const status = await readFile(`/proc/${hub.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function signedIn(hub: HubProcess, role: string): Promise<Browser> {
  const browser = new Browser(hub.url);
  const link = hub.links.staff[role];
  if (link === undefined) throw new Error(`the hub has no link for the ${role}`);
  await browser.open(link);
  return browser;
}

/** A leader puts people on the list, one by one. */
async function checkIn(hub: HubProcess, today: CivilDate): Promise<number> {
  const staff = await signedIn(hub, 'leader');
  const members = membersOf(hub.dataDir);
  const pusher = new Pusher((body) => staff.post('/sync/push', body));
  const laps: number[] = [];
  for (const memberId of members.slice(0, 20)) {
    const started = performance.now();
    await pusher.push('checkin.claim', [{ sessionId: `baduanjin@${today}`, memberId }]);
    laps.push(performance.now() - started);
  }
  return median(laps);
}

/** A month's figures, and one member's three years. */
async function statistics(staff: Browser, today: CivilDate): Promise<Figure[]> {
  const ask = async (path: string): Promise<number> => {
    const laps: number[] = [];
    for (let lap = 0; lap < 7; lap += 1) {
      const started = performance.now();
      const response = await staff.get(path);
      if (!response.ok) return Number.NaN;
      await response.arrayBuffer();
      laps.push(performance.now() - started);
    }
    return median(laps);
  };
  const month = await ask(`/api/attendance/months/${addDays(today, -500).slice(0, 7)}`);
  const member = await ask(`/api/attendance/members/${benchRow(7).id}`);
  return [
    atMost('old centre: one statistics page, a month long past (ms, p50)', month, null),
    atMost('old centre: a member’s three years (ms, p50)', member, null),
  ];
}

/** A kiosk that was away for a month comes back with 200 check-ins a day. */
async function aMonthAtOnce(context: BenchContext, hub: HubProcess, today: CivilDate): Promise<Figure[]> {
  const kiosk = new Browser(hub.url);
  await kiosk.open(hub.links.kiosk ?? '');
  const pusher = new Pusher((body) => kiosk.post('/sync/push', body));
  const members = membersOf(hub.dataDir);
  const all = Array.from({ length: context.quick ? 600 : 6000 }, (_, n) => ({
    sessionId: `baduanjin@${addDays(today, -Math.floor(n / 200))}`,
    memberId: members[(n * 7 + 13 * Math.floor(n / 200)) % members.length] ?? '',
  }));
  const started = performance.now();
  for (let at = 0; at < all.length; at += 100)
    await pusher.push('checkin.claim', all.slice(at, at + 100), 'any');
  const ms = performance.now() - started;
  return [atMost(`old centre: ${all.length} check-ins of a month in one sequence (s)`, ms / 1000, null)];
}

/** Forty consoles and glasses that start afresh at the same moment, after a power cut. */
async function fortyAtOnce(staff: Browser): Promise<Figure[]> {
  const started = performance.now();
  const sizes = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      let bytes = 0;
      for (const bucket of ['city', `centre:${CENTRE}`, `people:${CENTRE}`]) {
        let cursor: unknown = null;
        for (;;) {
          const query = new URLSearchParams({ clientId: `forty-${n}`, bucket, limit: '1000' });
          if (cursor !== null) query.set('cursor', Buffer.from(JSON.stringify(cursor)).toString('base64url'));
          const response = await staff.get(`/sync/pull?${query.toString()}`);
          const text = await response.text();
          bytes += text.length;
          const page: { more: boolean; cursor: unknown } = JSON.parse(text);
          if (!page.more) break;
          cursor = page.cursor;
        }
      }
      return bytes;
    }),
  );
  const ms = performance.now() - started;
  const detail = { MBEach: rounded((sizes[0] ?? 0) / 1e6) };
  return [atMost('old centre: 40 devices that start afresh at once (s)', ms / 1000, null, detail)];
}

function membersOf(dataDir: string): string[] {
  const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
  const found = file
    .prepare<[], { id: string }>("select id from row where kind = 'member' and data is not null")
    .all();
  file.close();
  return found.map(({ id }) => id);
}

function someMenu(dataDir: string): Record<string, unknown> {
  const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
  const [found] = file
    .prepare<[], { data: string }>("select data from row where kind = 'menu' limit 1")
    .all();
  file.close();
  if (found === undefined) throw new Error('the new centre has no menu');
  return JSON.parse(found.data);
}
