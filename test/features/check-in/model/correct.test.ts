import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attendanceId } from '../../../../src/features/check-in/model/attendance.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { kiosk, staff, TODAY, type House } from '../../../support/house.ts';
import { furnished } from '../../../support/model-rows.ts';

const session = id<'SessionId'>(`baduanjin@${TODAY}`);
const memberId = id<'MemberId'>('m001');

const signIn = (house: House) =>
  house.act(kiosk('kiosk-a'), 'checkin.claim', { sessionId: session, memberId, seen: null });
const correct = (house: House, came: boolean, reason: string, sessionId = session, who = memberId) =>
  house.act(staff('leader'), 'checkin.correct', { sessionId, memberId: who, came, reason });
const count = (house: House) => house.get('centre:sample', 'attendanceCount', session)?.count ?? 0;
const claims = (house: House) =>
  (house.get('people:sample', 'attendance', attendanceId(session, memberId))?.claims ?? []).map(
    ({ withdrawn, withdrawnBy, reason }) => ({ withdrawn, by: withdrawnBy ?? null, reason: reason ?? null }),
  );

/** A number the district is told is right only where the roll can be put right, and shows that it was. */
describe('a roll that staff put right', () => {
  it('counts who forgot to sign in, and keeps why', async () => {
    const house = furnished();
    assert.equal((await correct(house, true, '忘了签到')).status, 'applied');
    assert.equal(count(house), 1);
    assert.deepEqual(claims(house), [{ withdrawn: false, by: null, reason: '忘了签到' }]);
  });

  it('counts who is signed in by mistake no more, and keeps the sign-in with why it does not count', async () => {
    const house = furnished();
    await signIn(house);
    await correct(house, false, '签错了人');
    assert.equal(count(house), 0);
    assert.deepEqual(claims(house), [{ withdrawn: true, by: 'staff', reason: '签错了人' }]);
  });

  it('is as once where two say the same, and the last word where they do not', async () => {
    const house = furnished();
    await correct(house, true, '忘了签到');
    await correct(house, true, '当时机器用不了');
    assert.equal(claims(house).length, 1);
    await correct(house, false, '签错了人');
    await correct(house, true, '忘了签到');
    assert.equal(count(house), 1);
  });

  it('counts a sign-in that arrives later all the same: that kiosk was away, and they were there', async () => {
    const house = furnished();
    await correct(house, false, '签错了人');
    await signIn(house);
    assert.equal(count(house), 1);
  });

  it('is refused of what is still to come, what lies in the archive, a stranger, and to a kitchen', async () => {
    const house = furnished();
    const of = (days: number) => id<'SessionId'>(`baduanjin@${addDays(TODAY, days)}`);
    const code = async (made: ReturnType<typeof correct>) => {
      const outcome = await made;
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.equal(await code(correct(house, true, '忘了签到', of(1))), 'not-yet');
    assert.equal(await code(correct(house, true, '忘了签到', of(-40))), 'too-old');
    assert.equal(await code(correct(house, true, '忘了签到', session, id('nobody'))), 'unknown-member');
    assert.equal(
      await code(
        house.act(staff('canteen'), 'checkin.correct', {
          sessionId: session,
          memberId,
          came: true,
          reason: '忘了签到',
        }),
      ),
      'not-permitted',
    );
    assert.equal(count(house), 0);
  });
});
