import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../../../src/hub/db/migrations/index.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { addDays, unixOf, type CivilDate } from '../../../src/kernel/time.ts';
import { benchRow } from '../peers/rows.ts';

/** What three busy years leave behind. */
export interface Years {
  readonly days: number;
  readonly attendances: number;
  readonly members: number;
  /** The centre's id and its day. */
  readonly centreId: string;
  readonly today: CivilDate;
  /** A menu of the sample, as the database has it: past ones are made like it. */
  readonly menu: Readonly<Record<string, unknown>>;
}

/** Courses of the sample with sign-in, so that faces know their names. */
const COURSES = ['baduanjin', 'baduanjin-afternoon', 'calligraphy'] as const;
const OFFSET = 480;
/** What the first release kept: settled things 60 days, who changed what 400. */
const KEPT = 60;
const AUDITED = 400;
const CHANGES_A_DAY = 30;
const STARTS = 1100;
const CONSOLES = 120;

/**
 * Writes the database of a centre that has run the first release for three years, straight in SQL: every attendance in
 * the people's bucket, as that release kept them. What is opened with it then upgrades it, as at a customer's.
 */
export async function buildOldCentre(dataDir: string, years: Years): Promise<void> {
  const database = await openDatabase({ dataDir }, { history: migrations.slice(0, 1) });
  await database.close();
  const file = new Database(join(dataDir, 'hub.sqlite'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = OFF');
  const into = new Rows(file);
  file.transaction(() => {
    writePeople(into, years);
    writeAttendances(into, years);
    writeCentre(into, years);
    writeConsoles(into, years);
    into.end();
  })();
  file.close();
}

/** Rows with the versions of their buckets, and the records of the mutations that made them. */
class Rows {
  readonly #versions = new Map<string, number>();
  readonly #row: Database.Statement;
  readonly #mutation: Database.Statement;
  readonly #chain: Database.Statement;
  readonly #file: Database.Database;
  #mids = 0;
  #seq = 0;
  #last = '';

  constructor(file: Database.Database) {
    this.#file = file;
    this.#row = file.prepare(
      'insert into row (bucket, kind, id, version, data, diedAtMs) values (?, ?, ?, ?, ?, null)',
    );
    this.#mutation = file.prepare(
      'insert into mutation (mid, name, result, receivedAtMs) values (?, ?, ?, ?)',
    );
    this.#chain = file.prepare('insert into chain (clientId, seq, mid) values (?, ?, ?)');
  }

  put(bucket: string, kind: string, id: string, data: object): void {
    const version = (this.#versions.get(bucket) ?? 0) + 1;
    this.#versions.set(bucket, version);
    this.#row.run(bucket, kind, id, version, JSON.stringify(data));
  }

  /** A mid of a mutation that was made at a time, with its record and its place in the kiosk's chain. */
  mutation(name: string, atMs: number): string {
    this.#mids += 1;
    const time = Math.floor(atMs).toString(16).padStart(12, '0');
    const mid = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(this.#mids).padStart(12, '0')}`;
    this.#mutation.run(mid, name, JSON.stringify({ mid, status: 'applied' }), atMs);
    this.#seq += 1;
    this.#chain.run('old-kiosk-chain', this.#seq, mid);
    this.#last = mid;
    return mid;
  }

  end(): void {
    const bucket = this.#file.prepare('insert into bucket (name, version, floor) values (?, ?, 0)');
    for (const [name, version] of this.#versions) bucket.run(name, version);
    this.#file
      .prepare('insert into client (clientId, owner, last, lastMid, safe) values (?, ?, ?, ?, ?)')
      .run('old-kiosk-chain', 'lobby-kiosk/device', this.#seq, this.#last, this.#seq);
    const meta = this.#file.prepare('insert into meta (key, value) values (?, ?)');
    meta.run('epoch', 'old-epoch');
    meta.run('history', '');
    const run = this.#file.prepare('insert into run (id, startedAtMs, ended) values (?, ?, ?)');
    const ended = JSON.stringify(Object.fromEntries(this.#versions));
    for (let start = 0; start < STARTS; start += 1) run.run(`old-run-${start}`, start * 86_400_000, ended);
  }
}

function writePeople(into: Rows, { members, centreId }: Years): void {
  for (let n = 0; n < members; n += 1) {
    const { id, text } = benchRow(n);
    const phone = `139${String(n).padStart(8, '0')}`;
    into.put(`people:${centreId}`, 'member', id, { id, name: `会员${n}`, phone, birthYear: null });
    into.put(`kiosk:${centreId}`, 'roster', id, {
      id,
      maskedName: '会*',
      phoneTail: phone.slice(-4),
      card: text,
    });
  }
}

function writeAttendances(into: Rows, { days, attendances, members, centreId, today }: Years): void {
  const aDay = Math.ceil(attendances / days);
  let left = attendances;
  for (let back = days; back >= 1 && left > 0; back -= 1) {
    const date = addDays(today, -back);
    const tallies = new Map<string, number>();
    for (let n = 0; n < Math.min(aDay, left); n += 1) {
      const sessionId = `${COURSES[n % COURSES.length]}@${date}`;
      // Another stretch of the members each day, and nobody twice in a session.
      const memberId = benchRow((back * 37 + n) % members).id;
      const madeAtMs = unixOf(date, 600 + (n % 300), OFFSET);
      const mid = into.mutation('checkin.claim', madeAtMs);
      const claims = [{ mid, deviceId: 'lobby-kiosk', madeAtMs, timeQuality: 'confirmed', withdrawn: false }];
      const id = `${sessionId}/${memberId}`;
      into.put(`people:${centreId}`, 'attendance', id, { id, sessionId, memberId, date, claims });
      tallies.set(sessionId, (tallies.get(sessionId) ?? 0) + 1);
    }
    left -= Math.min(aDay, left);
    if (back > KEPT) continue;
    for (const [id, count] of tallies)
      into.put(`centre:${centreId}`, 'attendanceCount', id, { id, date, count });
  }
}

function writeCentre(into: Rows, { centreId, today, menu }: Years): void {
  for (let back = 1; back <= AUDITED; back += 1) {
    const date = addDays(today, -back);
    for (let n = 0; n < CHANGES_A_DAY; n += 1) {
      const receivedAtMs = unixOf(date, 480 + n * 10, OFFSET);
      const id = into.mutation('menu.soldOut', receivedAtMs);
      into.put(`audit:${centreId}`, 'audit', id, {
        id,
        name: 'menu.soldOut',
        by: '李师傅',
        deviceId: 'console-1',
        subject: [`menu/${date}.lunch.main`],
        receivedAtMs,
      });
    }
    if (back > KEPT) continue;
    for (const meal of ['breakfast', 'lunch', 'dinner']) {
      const id = `${date}.${meal}.${String(menu['canteenId'])}`;
      into.put(`centre:${centreId}`, 'menu', id, { ...menu, id, date, meal });
    }
    for (let hour = 8; hour < 20; hour += 1) {
      const hourMs = unixOf(date, hour * 60, OFFSET);
      const id = `dining-hall/${hourMs}/menu`;
      const count = { id, screenId: 'dining-hall', hourMs, item: 'menu', count: 6 };
      into.put(`staff:${centreId}`, 'playCount', id, count);
    }
  }
}

function writeConsoles(into: Rows, { centreId, today, days }: Years): void {
  for (let n = 0; n < CONSOLES; n += 1) {
    const id = `console-old${n}`;
    const pairedAtMs = unixOf(addDays(today, -Math.ceil((days * (n + 1)) / CONSOLES)), 600, OFFSET);
    const device = {
      id,
      kind: 'console',
      name: '工作台',
      place: '工作台',
      pairedAtMs,
      perhapsClonedAtMs: null,
    };
    into.put(`staff:${centreId}`, 'device', id, device);
  }
}
