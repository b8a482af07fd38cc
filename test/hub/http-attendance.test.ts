import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import { id } from '../../src/kernel/ids.ts';
import { addDays, civilMoment } from '../../src/kernel/time.ts';
import { courseRow } from '../support/rows.ts';
import { onBothEngines, type TestHub } from './http-support.ts';

onBothEngines('how many came', (start) => {
  let hub: TestHub;
  let manager: Awaited<ReturnType<TestHub['opened']>>;
  let kiosk: Awaited<ReturnType<TestHub['opened']>>;
  const centre = id<'CentreId'>('sample');
  const month = '2025-03';
  before(async () => {
    hub = await start();
    manager = await hub.opened(hub.links.json.staff['manager']);
    kiosk = await hub.opened(hub.links.json.kiosk);
    const came = (date: string, member: string, withdrawn = false) => {
      const sessionId = id<'SessionId'>(`baduanjin@${date}`);
      return {
        id: attendanceId(sessionId, member),
        sessionId,
        memberId: id<'MemberId'>(member),
        date,
        claims: [
          {
            mid: id<'Mid'>(`${date}${member}`),
            deviceId: id<'DeviceId'>('lobby'),
            madeAtMs: null,
            timeQuality: 'unknown' as const,
            withdrawn,
          },
        ],
      };
    };
    await hub.sync.write(centre, async (tx) => {
      for (const row of [
        came(`${month}-01`, 'm001'),
        came(`${month}-01`, 'm002'),
        came(`${month}-02`, 'm001'),
        came(`${month}-02`, 'm003', true),
        came('2025-04-01', 'm001'),
      ])
        await tx.put('people', 'attendance', row.id, row);
    });
    // The first of the two months goes to the archive, and the rest stays: the answer is of both.
    const today = civilMoment(hub.sync.now(), 480).date;
    assert.ok(addDays('2025-03-31', 36) < today);
    await hub.sync.retire(centre, { day: addDays('2025-03-01', 36), asOfMs: 0, rows: 1000 });
    assert.equal((await hub.sync.read(centre, (tx) => tx.list('people', 'attendance'))).length, 3);
  });
  after(() => hub.dispose());

  test('in a month is told from bucket and archive together, session by session', async () => {
    const answer = await (await manager.get(`/api/attendance/months/${month}`)).json();
    assert.deepEqual(answer.sessions, [
      { date: `${month}-01`, courseId: 'baduanjin', count: 2 },
      { date: `${month}-02`, courseId: 'baduanjin', count: 1 },
    ]);
    assert.equal(answer.people, 2);
    assert.ok(answer.asOfMs > 0);
    const history = await (await manager.get('/api/attendance/members/m001')).json();
    assert.deepEqual(
      history.came.map(({ date }: { date: string }) => date),
      ['2025-04-01', `${month}-02`, `${month}-01`],
    );
  });

  test('of one course from one day to another is told with the days it was held, from bucket and archive together', async () => {
    await hub.sync.write(centre, (tx) =>
      tx.put('centre', 'course', 'baduanjin', courseRow({ from: '2025-01-01' })),
    );
    const path = '/api/attendance/courses/baduanjin';
    const answer = await (await manager.get(`${path}?from=${month}-01&until=2025-04-01`)).json();
    assert.equal(answer.held.length, 32);
    assert.deepEqual(answer.came, [
      { memberId: 'm001', days: 3 },
      { memberId: 'm002', days: 1 },
    ]);
    assert.equal((await manager.get(`${path}?from=2025-04-01&until=2025-03-01`)).status, 400);
    assert.equal((await manager.get(`${path}?from=2020-01-01&until=2025-03-01`)).status, 400);
    assert.equal(
      (await manager.get('/api/attendance/courses/none?from=2025-03-01&until=2025-03-02')).status,
      404,
    );
  });

  test('is told to those who know the people, and to nobody else', async () => {
    for (const role of ['leader', 'advisor']) {
      const browser = await hub.opened(hub.links.json.staff[role]);
      assert.equal((await browser.get(`/api/attendance/months/${month}`)).status, 200, role);
    }
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    const ofCourse = `/api/attendance/courses/baduanjin?from=${month}-01&until=${month}-31`;
    for (const path of [`/api/attendance/months/${month}`, '/api/attendance/members/m001', ofCourse]) {
      assert.equal((await canteen.get(path)).status, 403);
      assert.equal((await kiosk.get(path)).status, 401);
    }
  });

  test('this month is told of who has just signed in, to the kiosk where they did and nowhere else', async () => {
    const today = civilMoment(hub.sync.now(), 480).date;
    const { config } = await (await kiosk.get('/api/me')).json();
    const deviceId: string = config.id;
    const rowOf = (
      sessionId: string,
      member: string,
      more: { device?: string; withdrawn?: boolean } = {},
    ) => {
      const session = id<'SessionId'>(sessionId);
      const claim = {
        mid: id<'Mid'>(`mid-${sessionId}-${member}`),
        deviceId: id<'DeviceId'>(more.device ?? deviceId),
        madeAtMs: null,
        timeQuality: 'unknown' as const,
        withdrawn: more.withdrawn ?? false,
      };
      const [, date = ''] = sessionId.split('@');
      const memberId = id<'MemberId'>(member);
      return { id: attendanceId(session, member), sessionId: session, memberId, date, claims: [claim] };
    };
    const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1);
    const daysAgo = `hands@${addDays(today, -3)}`;
    const rows = [
      rowOf(`hands@${lastMonth}`, 'm001'),
      rowOf(`chess@${today}`, 'm001', { device: 'another' }),
      rowOf(`song@${today}`, 'm001', { withdrawn: true }),
      rowOf(`song@${today}`, 'm002'),
      rowOf(`hands@${today}`, 'm001'),
      rowOf(`hands@${addDays(today, 1)}`, 'm001'),
      rowOf(daysAgo, 'm003'),
    ];
    await hub.sync.write(centre, async (tx) => {
      for (const row of rows) {
        await tx.put('people', 'attendance', row.id, row);
        await tx.put('centre', 'attendanceCount', row.sessionId, {
          id: row.sessionId,
          date: row.date,
          count: 1,
        });
      }
    });
    const asked = (
      browser: typeof kiosk,
      session: string,
      member: string,
      claim = `mid-${session}-${member}`,
    ) => browser.get(`/api/attendance/claim?sessionId=${session}&memberId=${member}&claim=${claim}`);
    const own = `hands@${today}`;
    assert.deepEqual(await (await asked(kiosk, own, 'm001')).json(), { times: 2, place: 1, count: 1 });
    assert.equal((await asked(kiosk, `chess@${today}`, 'm001')).status, 404, "another kiosk's claim");
    assert.equal((await asked(kiosk, `song@${today}`, 'm001')).status, 404, 'one that was taken back');
    assert.equal((await asked(kiosk, own, 'm001', 'guessed')).status, 404, 'one that was never made');
    assert.equal((await asked(kiosk, daysAgo, 'm003')).status, 404, 'one of who has not just stood there');
    assert.equal((await asked(manager, own, 'm001')).status, 404);
  });

  test('is not asked for a month there is not', async () => {
    assert.equal((await manager.get('/api/attendance/months/2025-13')).status, 400);
  });
});
