import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  attendanceId,
  counts,
  countOf,
  withClaim,
  withoutClaim,
  type Claim,
} from '../../../../src/features/check-in/model/attendance.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { House, kiosk, NOW, staff, TODAY } from '../../../support/house.ts';
import { course, furnished } from '../../../support/model-rows.ts';

const session = id<'SessionId'>(`baduanjin@${TODAY}`);
const memberId = id<'MemberId'>('m001');
const key = `${session}/${memberId}`;
const claim = (mid: string, deviceId: string): Claim => ({
  mid: id(mid),
  deviceId: id(deviceId),
  madeAtMs: NOW,
  timeQuality: 'confirmed',
  withdrawn: false,
});

type Step = { readonly type: 'claim' | 'withdraw'; readonly n: number };
/** Claims 0 to 3, two each from two kiosks, and their withdrawals, arriving in any order and any number of times. */
const anySteps = fc.array(
  fc.record({
    type: fc.constantFrom('claim' as const, 'withdraw' as const),
    n: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 16 },
);
const deviceOf = (n: number): string => (n % 2 === 0 ? 'kiosk-a' : 'kiosk-b');

function play(steps: readonly Step[]): Claim[] {
  return steps.reduce<Claim[]>((claims, { type, n }) => {
    if (type === 'claim') return withClaim(claims, claim(`c${n}`, deviceOf(n)));
    const by = { claim: id<'Mid'>(`c${n}`), deviceId: id<'DeviceId'>(deviceOf(n)), by: 'device' } as const;
    return withoutClaim(claims, by) ?? claims;
  }, []);
}

describe('claims on an attendance', () => {
  it('one counts exactly while some claim that was made has not been taken back, in whatever order they arrive', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const made = new Set(steps.filter((step) => step.type === 'claim').map((step) => step.n));
        const taken = new Set(steps.filter((step) => step.type === 'withdraw').map((step) => step.n));
        const standing = [...made].filter((n) => !taken.has(n));
        assert.equal(counts({ claims: play(steps) }), standing.length > 0);
      }),
    );
  });

  it('the order of arrival changes nothing, and what arrives twice is as once', () => {
    const shuffled = anySteps.chain((steps) =>
      fc.tuple(
        fc.constant(steps),
        fc.shuffledSubarray([...steps, ...steps], { minLength: steps.length * 2 }),
      ),
    );
    const standing = (claims: readonly Claim[]): string =>
      claims
        .map((one) => `${one.mid}:${one.withdrawn}`)
        .sort()
        .join();
    fc.assert(
      fc.property(shuffled, ([steps, again]) => assert.equal(standing(play(steps)), standing(play(again)))),
    );
  });

  it("a kiosk cannot take back another kiosk's claim, before or after it arrives; staff can", () => {
    const theirs = claim('c1', 'kiosk-b');
    const meddling = { claim: theirs.mid, deviceId: id<'DeviceId'>('kiosk-a'), by: 'device' } as const;
    assert.equal(withoutClaim([theirs], meddling), null);
    assert.ok(counts({ claims: withClaim(withoutClaim([], meddling) ?? [], theirs) }));
    const staffs = { ...meddling, deviceId: id<'DeviceId'>('console-1'), by: 'staff' } as const;
    assert.ok(!counts({ claims: withoutClaim([theirs], staffs) ?? [theirs] }));
    assert.ok(!counts({ claims: withClaim(withoutClaim([], staffs) ?? [], theirs) }));
  });
});

const checkIn = (house: House, at = 'kiosk-a', mid?: string) =>
  house.act(
    kiosk(at),
    'checkin.claim',
    { sessionId: session, memberId, seen: null },
    mid === undefined ? {} : { mid },
  );
const undo = (house: House, mid: string, at = 'kiosk-a') =>
  house.act(kiosk(at), 'checkin.withdraw', { claim: id(mid), sessionId: session, memberId });
const shown = (house: House): number | undefined =>
  house.get('centre:sample', 'attendanceCount', session)?.count;

describe('checking in, on the hub', () => {
  it('writes the book of record, the count, and the copy kiosks have of today', async () => {
    const house = furnished();
    assert.equal((await checkIn(house)).status, 'applied');
    assert.equal(shown(house), 1);
    assert.deepEqual(
      house.get('people:sample', 'attendance', key),
      house.get('kiosk:sample', 'attendance', key),
    );
  });

  it('counts one person once who signed in at two kiosks, and still after one of them undoes it', async () => {
    const house = furnished();
    const first = await checkIn(house, 'kiosk-a');
    assert.equal((await checkIn(house, 'kiosk-b')).status, 'merged');
    assert.equal(shown(house), 1);
    await undo(house, first.mid);
    assert.equal(shown(house), 1);
  });

  it('an undo and a second thought count once; undoing twice is as once', async () => {
    const house = furnished();
    const first = await checkIn(house);
    await undo(house, first.mid);
    await undo(house, first.mid);
    assert.equal(shown(house), 0);
    assert.equal((await checkIn(house)).status, 'applied');
    assert.equal(shown(house), 1);
  });

  it('a claim whose undo arrived first, after a restore, arrives undone', async () => {
    const house = furnished();
    await undo(house, 'lost');
    assert.equal(shown(house), undefined);
    await checkIn(house, 'kiosk-a', 'lost');
    assert.ok(!counts(house.get('people:sample', 'attendance', key)));
  });

  it("refuses one kiosk the undoing of another's claim", async () => {
    const house = furnished();
    const { mid } = await checkIn(house, 'kiosk-a');
    const outcome = await undo(house, mid, 'kiosk-b');
    assert.deepEqual([outcome.status, shown(house)], ['refused', 1]);
  });

  it('the count is the number of people who count, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const house = furnished();
        for (const { type, n } of steps) {
          if (type === 'claim') await checkIn(house, deviceOf(n), `c${n}`);
          else await undo(house, `c${n}`, deviceOf(n));
        }
        assert.equal(shown(house) ?? 0, countOf(house.list('people:sample', 'attendance'), session));
      }),
    );
  });

  it("yesterday's check-in that arrives today counts in the book and stays off the kiosks", async () => {
    const house = furnished();
    const late = id<'SessionId'>('baduanjin@2026-11-21');
    await house.act(kiosk(), 'checkin.claim', { sessionId: late, memberId, seen: null });
    assert.equal(house.get('centre:sample', 'attendanceCount', late)?.count, 1);
    assert.deepEqual(house.list('kiosk:sample', 'attendance'), []);
  });

  it('a kiosk offers nothing that it does not have: who is not a member, what is no session to sign in for', async () => {
    const house = furnished(new House(false));
    const claim = (args: { sessionId?: string; memberId?: string }) =>
      house.act(kiosk(), 'checkin.claim', {
        sessionId: id(args.sessionId ?? session),
        memberId: id(args.memberId ?? 'm001'),
        seen: null,
      });
    const code = async (args: { sessionId?: string; memberId?: string }) => {
      const outcome = await claim(args);
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.equal(await code({ memberId: 'stranger' }), 'unknown-member');
    assert.equal(await code({ sessionId: 'chess@2026-11-22' }), 'unknown-session');
    assert.equal(await code({ sessionId: 'baduanjin@2025-11-22' }), 'unknown-session');
    house.set('centre:sample', 'course', 'physio', course({ id: id('physio'), checkIn: false }));
    assert.equal(await code({ sessionId: `physio@${TODAY}` }), 'no-check-in');
    const change = { id: session, cancelled: true, start: null, room: null, note: null };
    house.set('centre:sample', 'sessionChange', session, change);
    assert.equal(await code({}), 'session-cancelled');
    house.set('city', 'calendarDay', TODAY, {
      id: TODAY,
      lunar: '十月十四',
      term: null,
      festival: null,
      rest: true,
    });
    house.set('centre:sample', 'course', 'baduanjin', course({ skipsHolidays: true }));
    assert.equal(await code({}), 'unknown-session');
    assert.deepEqual(house.list('people:sample', 'attendance'), []);
  });
});

describe('checking in, on a kiosk that has lost its hub', () => {
  it('keeps its own book and touches nothing it does not hold', async () => {
    const device = furnished(new House(false));
    const { mid, status } = await checkIn(device, 'lobby-kiosk');
    assert.equal(status, 'applied');
    assert.equal(countOf(device.list('kiosk:sample', 'attendance'), session), 1);
    await undo(device, mid, 'lobby-kiosk');
    assert.equal(countOf(device.list('kiosk:sample', 'attendance'), session), 0);
  });
});

describe('checking in while the day is unknown', () => {
  const lost = { quality: 'unknown', nowMs: null } as const;
  const loose = (house: House) =>
    house.act(
      kiosk(),
      'checkin.loose',
      { courseId: id('baduanjin'), memberId, seen: null },
      { madeAt: lost },
    );
  const assign = (house: House, mid: string, to: string = session) =>
    house.act(staff('leader'), 'checkin.assign', { claim: id(mid), sessionId: id(to) });

  it('waits for staff, who find the session; from then on it counts like any other', async () => {
    const house = furnished();
    const { mid } = await loose(house);
    assert.equal(house.get('staff:sample', 'looseClaim', mid)?.maskedName, '王*兰');
    assert.deepEqual(
      house.get('device:lobby-kiosk', 'looseClaim', mid),
      { ...house.get('staff:sample', 'looseClaim', mid), maskedName: null },
      'whoever steals the kiosk reads no name there',
    );
    assert.equal((await assign(house, mid)).status, 'applied');
    assert.equal(shown(house), 1);
    assert.equal((await assign(house, mid)).status, 'applied');
    assert.equal(shown(house), 1);
  });

  it('joins a sign-in of the same person at the same session', async () => {
    const house = furnished();
    await checkIn(house);
    const { mid } = await loose(house);
    assert.equal((await assign(house, mid)).status, 'merged');
    assert.equal(shown(house), 1);
  });

  it('an undo still finds it after staff have found its session', async () => {
    const house = furnished();
    const { mid } = await loose(house);
    await assign(house, mid);
    await house.act(kiosk(), 'checkin.withdraw', { claim: id(mid), sessionId: null, memberId });
    assert.equal(shown(house), 0);
  });

  it('an undo that names another person takes back the claim it is of, and touches nobody else', async () => {
    const house = furnished();
    const { mid } = await loose(house);
    await assign(house, mid);
    await house.act(kiosk(), 'checkin.withdraw', { claim: id(mid), sessionId: null, memberId: id('m002') });
    assert.equal(shown(house), 0);
    assert.equal(house.get('staff:sample', 'looseClaim', mid)?.memberId, memberId);
    assert.equal(house.get('people:sample', 'attendance', attendanceId(session, 'm002')), undefined);
  });

  it('arrives undone when its undo came first', async () => {
    const house = furnished();
    const withdrawal = { claim: id<'Mid'>('early'), sessionId: null, memberId };
    await house.act(kiosk(), 'checkin.withdraw', withdrawal);
    const args = { courseId: id<'CourseId'>('baduanjin'), memberId, seen: null };
    await house.act(kiosk(), 'checkin.loose', args, { mid: 'early', madeAt: lost });
    assert.equal(house.get('staff:sample', 'looseClaim', 'early')?.claim.withdrawn, true);
    await assign(house, 'early');
    assert.equal(shown(house) ?? 0, 0);
  });

  it('cannot be given to another course, nor to two sessions', async () => {
    const house = furnished();
    const { mid } = await loose(house);
    assert.equal((await assign(house, mid, `chess@${TODAY}`)).status, 'refused');
    await assign(house, mid);
    assert.equal((await assign(house, mid, 'baduanjin@2026-11-21')).status, 'refused');
  });

  it('lies on the kiosk that made it, where it can be undone', async () => {
    const device = furnished(new House(false));
    const { mid } = await loose(device);
    assert.equal(device.get('device:lobby-kiosk', 'looseClaim', mid)?.claim.withdrawn, false);
    await device.act(kiosk(), 'checkin.withdraw', { claim: id(mid), sessionId: null, memberId });
    assert.equal(device.get('device:lobby-kiosk', 'looseClaim', mid)?.claim.withdrawn, true);
  });
});
