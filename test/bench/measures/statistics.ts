import Database from 'better-sqlite3';
import pg from 'pg';
import { attendanceId } from '../../../src/features/check-in/model/attendance.ts';
import { isFigures, type Figures } from '../../../src/features/figures/model/figures.ts';
import { periodBefore, periodOf, type Period } from '../../../src/features/figures/model/period.ts';
import { databaseFile } from '../../../src/hub/db/open.ts';
import { addDays, civilMoment, unixOf, type CivilDate } from '../../../src/kernel/time.ts';
import { Browser } from '../../support/browser.ts';
import { startHub, type HubProcess } from '../../support/hub.ts';
import { startPostgres } from '../../support/postgres.ts';
import { atMost, median, quantile, worst, type BenchContext, type Figure, type Measure } from '../figures.ts';

const CENTRE = 'sample';
const COURSES = ['baduanjin', 'baduanjin-afternoon', 'calligraphy', 'choir', 'chess'] as const;
const MEMBERS = 5000;
const DAYS = 365;
/** They lie in the archive, as do those of any month that is over. */
const OVER_DAYS = 36;

/** One archived row, in the order of the table's columns. */
type ArchiveRow = readonly [day: string, id: string, about: string, data: string];

/**
 * What the console asks of a large house: the figures of a month and the one before it, of half a million check-ins in a year,
 * on either database. All twelve months together come to the last of them. And how long a kiosk waits meanwhile.
 */
export const statistics: Measure = async (context) => {
  const total = context.quick ? 50_000 : 500_000;
  const sqlite = await startHub({ env: { LELING_APP: context.appDir } });
  context.afterwards(() => sqlite.dispose());
  await sqlite.kill();
  fillFile(databaseFile(sqlite.dataDir), rows(total));
  await sqlite.restart();
  const onSqlite = await measure(context, sqlite, 'SQLite', total);
  await sqlite.kill();

  const server = await startPostgres({ synced: true });
  context.afterwards(() => server.stop());
  const databaseUrl = await server.createDatabase();
  const postgres = await startHub({ env: { LELING_APP: context.appDir, DATABASE_URL: databaseUrl } });
  context.afterwards(() => postgres.dispose());
  await fillServer(databaseUrl, rows(total));
  return [...onSqlite, ...(await measure(context, postgres, 'PostgreSQL', total))];
};

const lastDay = (): CivilDate => addDays(civilMoment(Date.now(), 480).date, -OVER_DAYS);

/** A year of check-ins, as many on each day, nobody twice in a session. */
function* rows(total: number): Generator<ArchiveRow> {
  const aDay = Math.ceil(total / DAYS);
  const last = lastDay();
  let left = total;
  for (let back = DAYS - 1; back >= 0; back -= 1) {
    const date = addDays(last, -back);
    for (let n = 0; n < Math.min(aDay, left); n += 1) {
      const sessionId = `${COURSES[n % COURSES.length]}@${date}`;
      const memberId = `m${(back * 37 + n) % MEMBERS}`;
      const madeAtMs = unixOf(date, 480 + (n % 600), 480);
      const mid = `0193a000-0000-7000-8000-${String(back * aDay + n).padStart(12, '0')}`;
      const claims = [{ mid, deviceId: 'lobby-kiosk', madeAtMs, timeQuality: 'confirmed', withdrawn: false }];
      const id = attendanceId(sessionId, memberId);
      yield [date, id, memberId, JSON.stringify({ id, sessionId, memberId, date, claims, $v: 2 })];
    }
    left -= Math.min(aDay, left);
  }
}

function fillFile(path: string, all: Iterable<ArchiveRow>): void {
  const file = new Database(path);
  file.pragma('synchronous = OFF');
  const insert = file.prepare(
    `insert into archive (bucket, kind, day, id, about, v, data) values ('people:${CENTRE}', 'attendance', ?, ?, ?, 2, ?)`,
  );
  file.transaction(() => {
    for (const row of all) insert.run(row);
  })();
  file.close();
}

async function fillServer(databaseUrl: string, all: Iterable<ArchiveRow>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const text = `insert into archive (bucket, kind, day, id, about, v, data)
    select 'people:${CENTRE}', 'attendance', day, id, about, 2, data
    from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as one (day, id, about, data)`;
  let batch: ArchiveRow[] = [];
  const write = async (): Promise<void> => {
    const columns = [0, 1, 2, 3].map((place) => batch.map((row) => row[place]));
    await client.query(text, columns);
    batch = [];
  };
  for (const row of all) {
    batch.push(row);
    if (batch.length === 10_000) await write();
  }
  if (batch.length > 0) await write();
  await client.query('analyze archive');
  await client.end();
}

async function measure(
  context: BenchContext,
  hub: HubProcess,
  engine: string,
  total: number,
): Promise<Figure[]> {
  const manager = new Browser(hub.url);
  await manager.open(hub.links.staff['manager'] ?? '');
  const ask = async ({ by, first }: Period): Promise<Figures> => {
    const answer: unknown = await (await manager.get(`/api/figures/${by}/${first}`)).json();
    if (!isFigures(answer)) throw new Error(`no figures: ${JSON.stringify(answer).slice(0, 200)}`);
    return answer;
  };
  const newest = periodBefore(periodOf('month', lastDay()));
  let counted = 0;
  let month = periodOf('month', lastDay());
  for (let n = 0; n < 14; n += 1) {
    counted += (await ask(month)).now.came.checkIns;
    month = periodBefore(month);
  }
  if (counted !== total) throw new Error(`${engine}: ${counted} of ${total} check-ins were counted`);
  const laps: number[] = [];
  let inTwo = 0;
  for (let lap = 0; lap < (context.quick ? 3 : 9); lap += 1) {
    const started = performance.now();
    const { now, before } = await ask(newest);
    laps.push(performance.now() - started);
    inTwo = now.came.checkIns + before.came.checkIns;
  }
  const waits = await waitsMeanwhile(hub, () => ask(newest));
  const name = `statistics, ${engine}, ${total} check-ins in a year`;
  return [
    atMost(`${name}: a month beside the one before (ms, p50)`, median(laps), null, {
      laps: laps.map(Math.round),
      checkInsInBoth: inTwo,
    }),
    atMost(`${name}: another request meanwhile (ms, worst)`, worst(waits), null, {
      requests: waits.length,
      p50: Math.round(quantile(waits, 0.5) * 10) / 10,
    }),
  ];
}

/** Asks something small again and again while figures are counted; how long each took. */
async function waitsMeanwhile(hub: HubProcess, count: () => Promise<unknown>): Promise<readonly number[]> {
  const waits: number[] = [];
  let over = false;
  const counting = Promise.all([count(), count(), count()]).then(() => (over = true));
  while (!over) {
    const started = performance.now();
    await (await fetch(`${hub.url}/api/health`)).arrayBuffer();
    waits.push(performance.now() - started);
  }
  await counting;
  return waits;
}
