import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { counts, placeOf, type Attendance } from '../../../../src/features/check-in/model/attendance.ts';
import { visitorId } from '../../../../src/features/check-in/model/visitor.ts';
import { checkMember } from '../../../../src/features/members/model/check-member.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { kiosk, TODAY } from '../../../support/house.ts';
import { furnished, member } from '../../../support/model-rows.ts';

const session = id<'SessionId'>(`baduanjin@${TODAY}`);
const seen = { name: '访客', start: '10:40', room: '二楼活动室' };

describe('who comes without being a member', () => {
  it('counts like everybody, each once, and staff are not told of a stranger', async () => {
    const house = furnished();
    for (const one of ['a1', 'b2']) {
      const claim = { sessionId: session, memberId: visitorId(one), seen };
      const made = await house.act(kiosk('kiosk-a'), 'checkin.claim', claim);
      assert.equal(made.status, 'applied');
      assert.ok(!('doubt' in made));
    }
    assert.equal(house.get('centre:sample', 'attendanceCount', session)?.count, 2);
  });

  it('cannot be taken for a member: no member is saved under such a name', () => {
    assert.deepEqual(checkMember(member({ id: visitorId('a1') })), [{ field: 'id', code: 'not-an-id' }]);
  });
});

describe('who signed somebody in', () => {
  it('stands on the claim, and the neighbour counts, not the companion', async () => {
    const house = furnished();
    const memberId = id<'MemberId'>('m001');
    const companionId = id<'MemberId'>('m002');
    await house.act(kiosk('kiosk-a'), 'checkin.claim', { sessionId: session, memberId, seen, companionId });
    const rows = house.list('people:sample', 'attendance');
    assert.deepEqual(
      rows.map((one) => [one.memberId, one.claims[0]?.companionId]),
      [['m001', 'm002']],
    );
  });
});

const anyAttendance = fc.record({
  times: fc.array(fc.tuple(fc.option(fc.integer({ min: 0, max: 5 })), fc.boolean()), {
    minLength: 1,
    maxLength: 3,
  }),
});

describe('the how-manieth somebody is', () => {
  it('is another for each who came, from one to as many as came, and nobody who took it back has one', () => {
    fc.assert(
      fc.property(fc.array(anyAttendance, { maxLength: 8 }), (many) => {
        const rows = many.map(({ times }, n): Attendance => ({
          id: `${n}`,
          sessionId: session,
          memberId: id(`m${n}`),
          date: TODAY,
          claims: times.map(([madeAtMs, withdrawn], i) => ({
            mid: id(`${n}-${i}`),
            deviceId: id('kiosk-a'),
            madeAtMs,
            timeQuality: 'confirmed',
            withdrawn,
          })),
        }));
        const places = rows.map((one) => placeOf(rows, one.id));
        rows.forEach((one, i) => assert.equal(places[i] !== null, counts(one)));
        const came = places.filter((place) => place !== null).sort((a, b) => a - b);
        assert.deepEqual(
          came,
          came.map((_, i) => i + 1),
        );
      }),
    );
  });
});
