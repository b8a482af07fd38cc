import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { Json } from '../../../src/kernel/json.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { onBothEngines } from '../../support/database.ts';
import {
  CENTRE,
  Chain,
  furnish,
  kiosk,
  morning,
  MORNING_MS,
  newMid,
  staff,
  todaysSession,
} from './centre.ts';

const NAME = '独孤明月';
const PHONE = '13712349876';
const NOTE = '爱坐靠窗的座位';
/** All of them that may stand anywhere: a name, its mask, both telephones, its end, a card, what staff noted. */
const traces = [NAME, '独孤*月', PHONE, '13712345555', '5555', 'c1.herCard', NOTE];
const member = { id: id<'MemberId'>('m9'), name: NAME, phone: PHONE, birthYear: 1941, card: 'c1.herCard' };
const DAY_MS = 86_400_000;

onBothEngines('A member who is deleted', (databases) => {
  let database: SqlHubDatabase;
  let sync: HubSync;
  let folder: string;
  let advisor: Chain;
  let lobby: Chain;
  const save = (args: Json) => ({ name: 'member.save', args });
  const act = (name: string, args: Json) => ({ name, args });
  const seen = { name: '独孤*月', start: '09:30', room: '二楼活动室' };

  beforeEach(async () => {
    const place = await databases.place();
    folder = 'dataDir' in place ? String(place.dataDir) : '';
    database = await openDatabase(place);
    sync = await createHubSync({ database, clock: morning() });
    await furnish(sync);
    advisor = new Chain(sync, staff('advisor'), 'c1');
    lobby = new Chain(sync, kiosk('lobby'), 'c2');
    const saved = await advisor.do(
      save({ member }),
      save({ member: { ...member, note: NOTE, phone: '13712345555' }, base: member }),
    );
    assert.deepEqual(saved, ['applied', 'applied']);
  });
  afterEach(() => database.close());

  const list = <K extends 'attendance' | 'certificate' | 'enrolment' | 'request' | 'member' | 'refusal'>(
    kind: K,
  ) => sync.read(CENTRE, (tx) => tx.list('people', kind));

  /** All that lies in the hub's tables, as text. */
  async function everything(): Promise<string> {
    const tables = ['row', 'archive', 'mutation', 'meta', 'client', 'vault'];
    return database.engine.read(async (runner) => {
      const rows: object[] = [];
      for (const table of tables)
        rows.push(...(await runner.all<object>({ sql: `select * from "${table}"` }, [])));
      return JSON.stringify(rows);
    });
  }

  /** What may name somebody: visits then and now, a list, a wish, a change that was not done, the audit of all. */
  async function liveThere(): Promise<void> {
    const sessionId = todaysSession(sync);
    const [wish, loose, wrong] = [newMid(), newMid(), newMid()];
    const tooLong = save({ member: { ...member, name: NAME, note: '很'.repeat(201) } });
    await lobby.do(
      { ...act('checkin.claim', { sessionId, memberId: 'm9', seen }), v: 2 },
      { ...act('checkin.claim', { sessionId, memberId: 'm1', seen, companionId: 'm9' }), v: 2 },
      act('enrol.join', { sessionId, memberId: 'm9', seen: { name: seen.name } }),
      {
        ...act('request.raise', { memberId: 'm9', policyId: null, place: '大厅', seen: { name: seen.name } }),
        mid: wish,
      },
      { ...act('checkin.claim', { sessionId: 'nothing@2026-11-22', memberId: 'm9', seen }), v: 2 },
      {
        ...act('checkin.loose', { courseId: sessionId.split('@')[0] ?? '', memberId: 'm9', seen }),
        v: 2,
        mid: loose,
      },
    );
    await advisor.do(
      act('member.reveal', { memberId: 'm9' }),
      act('checkin.correct', { sessionId, memberId: 'm9', came: false, reason: `${NOTE}，没有来` }),
      act('request.note', { requestId: wish, words: `${NOTE}，打过电话` }),
      // Nobody took it: it waits, corrected once and still too long.
      { ...act('request.note', { requestId: wish, words: NOTE.repeat(60) }) },
      act('checkin.assign', { claim: loose, sessionId }),
      act('certificate.issue', {
        courseId: sessionId.split('@')[0] ?? '',
        memberId: 'm9',
        courseName: '八段锦',
        from: '2026-11-01',
        until: '2026-11-22',
        held: 1,
        attended: 1,
      }),
      { ...tooLong, mid: wrong },
      act('record.redo', {
        mid: wrong,
        corrected: { v: 1, args: { member: { ...member, note: `${NOTE}${'很'.repeat(201)}` } } },
      }),
    );
    await sync.write(CENTRE, async (tx) => {
      const date = addDays('2026-11-22', -60);
      const claim = { mid: id<'Mid'>('x'), deviceId: id<'DeviceId'>('lobby'), madeAtMs: 1, withdrawn: false };
      await tx.put('people', 'attendance', `${date}/baduanjin/m9`, {
        id: `${date}/baduanjin/m9`,
        sessionId: id(`baduanjin@${date}`),
        memberId: id('m9'),
        date,
        claims: [{ ...claim, timeQuality: 'confirmed' }],
      });
    });
    // Sixty days on, the audit of it lies in the archive.
    await sync.retire(CENTRE, { day: '2026-12-20', asOfMs: MORNING_MS + 28 * DAY_MS, rows: 1000 });
  }

  test('is gone from every table, with what they were called, and what was counted stays counted', async () => {
    await liveThere();
    const before = await everything();
    for (const trace of traces.slice(0, 4)) assert.ok(before.includes(trace), `${trace} was never there`);
    const counted = (await list('attendance')).length;
    assert.equal((await list('certificate')).length, 1);

    assert.deepEqual(await advisor.do(act('member.remove', { memberId: 'm9' })), ['applied']);
    const after = await everything();
    for (const trace of traces) assert.ok(!after.includes(trace), `${trace} is there still`);
    const visits = await list('attendance');
    assert.equal(visits.length, counted + 1, 'the visit of the archive came back, to go there again');
    assert.ok(!JSON.stringify(visits).includes('"m9"'));
    assert.ok(visits.every(({ claims }) => claims.every(({ companionId }) => companionId === undefined)));
    assert.deepEqual(
      (await list('enrolment')).map(({ state, memberId }) => [state, memberId.slice(0, 8)]),
      [['left', 'visitor:']],
    );
    assert.deepEqual(
      (await list('request')).map(({ state, memberId, seenName }) => [state, memberId, seenName]),
      [['withdrawn', null, null]],
    );
    assert.deepEqual(await list('certificate'), []);
    assert.ok((await list('refusal')).every(({ args, settled }) => args === null && settled !== null));
  });

  // PostgreSQL lets go of what was deleted in its own time.
  const onSqlite = databases.engine === 'sqlite' ? test : () => undefined;
  onSqlite('leaves no byte in the data file, nor in its log', async () => {
    await liveThere();
    await advisor.do(act('member.remove', { memberId: 'm9' }));
    await database.close();
    for (const file of await filesIn(folder))
      for (const trace of [NAME, PHONE, '13712345555', NOTE])
        assert.equal(file.bytes.includes(trace), false, `${trace} is in ${file.name}`);
  });

  test('is not brought back by what was written on another console meanwhile, and none of that is kept', async () => {
    await advisor.do(act('member.remove', { memberId: 'm9' }));
    const office = new Chain(sync, staff('manager'), 'c3');
    const late = await office.do(
      save({ member: { ...member, phone: '13712345555' }, base: member }),
      save({ member }),
      act('member.import', { members: [{ member, base: member }] }),
    );
    assert.deepEqual(late, ['refused', 'refused', 'applied']);
    assert.equal(
      (await list('member')).some(({ id: one }) => one === 'm9'),
      false,
    );
    const after = await everything();
    for (const trace of traces) assert.ok(!after.includes(trace), `${trace} is there again`);
  });

  test('who signs in at a kiosk that has not heard of it is counted, and nobody is told who it was', async () => {
    await advisor.do(act('member.remove', { memberId: 'm9' }));
    const sessionId = todaysSession(sync);
    const mid = newMid();
    const claims = { ...act('checkin.claim', { sessionId, memberId: 'm9', seen }), v: 2, mid };
    assert.deepEqual(await lobby.do(claims), ['applied']);
    const count = () => sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', sessionId));
    assert.equal((await count())?.count, 1);
    const after = await everything();
    for (const trace of traces) assert.ok(!after.includes(trace), `${trace} is there again`);
    await lobby.do(act('checkin.withdraw', { claim: mid, sessionId, memberId: 'm9' }));
    assert.equal((await count())?.count, 0);
  });

  test('whatever else they ask at such a kiosk is of nobody by name', async () => {
    await advisor.do(act('member.remove', { memberId: 'm9' }));
    const sessionId = todaysSession(sync);
    const courseId = sessionId.split('@')[0] ?? '';
    const asked = await lobby.do(
      act('request.raise', { memberId: 'm9', policyId: null, place: '大厅', seen: { name: seen.name } }),
      act('enrol.join', { sessionId, memberId: 'm9', seen: { name: seen.name } }),
      { ...act('checkin.loose', { courseId, memberId: 'm9', seen }), v: 2 },
      { ...act('checkin.claim', { sessionId: 'nothing', memberId: 'm9', seen }), v: 2 },
    );
    assert.deepEqual(asked, ['applied', 'refused', 'applied', 'refused']);
    // The advisor goes to where somebody has asked.
    assert.deepEqual(
      (await list('request')).map(({ state, memberId, place }) => [state, memberId, place]),
      [['waiting', null, '大厅']],
    );
    const after = await everything();
    for (const trace of traces) assert.ok(!after.includes(trace), `${trace} is there again`);
  });

  test('is told by the audit as deleted, by whom, and without who it was', async () => {
    await advisor.do(act('member.remove', { memberId: 'm9' }));
    const audit = await sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
    const deleted = audit.filter(({ name }) => name === 'member.remove');
    assert.deepEqual(
      deleted.map(({ by, subject, changed }) => [by, subject, changed]),
      [['advisor', ['member/m9'], undefined]],
    );
  });
});

async function filesIn(
  folder: string,
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  return Promise.all(
    names.map(async ({ parentPath, name }) => ({ name, bytes: await readFile(join(parentPath, name)) })),
  );
}
