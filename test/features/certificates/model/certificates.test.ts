import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attendanceId, type Attendance } from '../../../../src/features/check-in/model/attendance.ts';
import { attendanceOfCourse, finishersOf } from '../../../../src/features/certificates/model/finished.ts';
import { sessionId } from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { staff, TODAY } from '../../../support/house.ts';
import { course, furnished } from '../../../support/model-rows.ts';

/** Mondays. */
const [FIRST, SECOND, THIRD]: [string, string, string] = ['2026-11-02', '2026-11-09', '2026-11-16'];
const weekly = course({ recurrence: { every: 'week', weekdays: [1] } });
const span = { from: FIRST, until: TODAY };

const came = (date: string, member: string, { withdrawn = false, of = 'baduanjin' } = {}): Attendance => {
  const session = sessionId(of, date);
  return {
    id: attendanceId(session, member),
    sessionId: session,
    memberId: id(member),
    date,
    claims: [{ mid: id(date), deviceId: id('d'), madeAtMs: null, timeQuality: 'unknown', withdrawn }],
  };
};
const off = (date: string) => ({
  id: sessionId('baduanjin', date),
  cancelled: true,
  start: null,
  room: null,
  note: null,
});
const never = () => false;

describe('how much of a course somebody came to', () => {
  it('counts the days it was held, not those it was cancelled on, and nobody who took it back', () => {
    const rows = [
      came(FIRST, 'm001'),
      came(THIRD, 'm001'),
      came(FIRST, 'm002', { withdrawn: true }),
      came(THIRD, 'm002'),
      came(THIRD, 'visitor:1'),
      came(THIRD, 'm003', { of: 'choir' }),
      came('2026-10-26', 'm003'),
    ];
    const answer = attendanceOfCourse(weekly, span, rows, { changes: [off(SECOND)], isRest: never });
    assert.deepEqual(answer, {
      held: [FIRST, THIRD],
      came: [
        { memberId: 'm001', days: 2 },
        { memberId: 'm002', days: 1 },
      ],
    });
  });

  it('never counts more than was held: a day on which somebody came was held, whatever the timetable says by now', () => {
    const rows = [came('2026-11-04', 'm001'), came(SECOND, 'm001')];
    const answer = attendanceOfCourse(weekly, span, rows, { changes: [off(SECOND)], isRest: () => true });
    assert.deepEqual(answer.held, [FIRST, '2026-11-04', SECOND, THIRD]);
  });

  it('is enough from the share that the course asks for, rounded up, and nearly enough two below', () => {
    const held = Array.from({ length: 11 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);
    const days = [11, 9, 8, 7, 6, 1].map((count) => ({ memberId: id<'MemberId'>(`m${count}`), days: count }));
    const { needed, finished, nearly, others } = finishersOf({ held, came: days }, 80);
    const of = (some: typeof days) => some.map((one) => one.days);
    assert.deepEqual([needed, of(finished), of(nearly), of(others)], [9, [11, 9], [8, 7], [6, 1]]);
  });

  it('of what was never held nobody has finished', () => {
    assert.deepEqual(finishersOf({ held: [], came: [] }, 80).finished, []);
  });
});

describe('a certificate', () => {
  const what = {
    courseId: id<'CourseId'>('baduanjin'),
    memberId: id<'MemberId'>('m001'),
    courseName: '八段锦',
    from: FIRST,
    until: TODAY,
    held: 3,
    attended: 3,
  };
  const leader = staff('leader', '赵老师');
  const given = (hub: ReturnType<typeof furnished>) => hub.list('people:sample', 'certificate');

  it('is given once, signed, and taken back without a trace', async () => {
    const hub = furnished();
    assert.equal((await hub.act(leader, 'certificate.issue', what)).status, 'applied');
    assert.equal((await hub.act(staff('advisor'), 'certificate.issue', what)).status, 'merged');
    assert.deepEqual(
      given(hub).map(({ issuedOn, issuedBy }) => [issuedOn, issuedBy]),
      [[TODAY, '赵老师']],
    );
    await hub.act(leader, 'certificate.withdraw', what);
    assert.deepEqual(given(hub), []);
  });

  it('is given to nobody who is no member, nor for more than was held, nor by the kitchen', async () => {
    const hub = furnished();
    const tried = async (over: Partial<typeof what>, who = leader) => {
      const outcome = await hub.act(who, 'certificate.issue', { ...what, ...over });
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.equal(await tried({ memberId: id('m999') }), 'unknown-member');
    assert.equal(await tried({ attended: 4 }), 'bad-count');
    assert.equal(await tried({ from: '2026-12-01' }), 'bad-count');
    assert.equal(await tried({}, staff('canteen')), 'not-permitted');
    assert.deepEqual(given(hub), []);
  });
});
