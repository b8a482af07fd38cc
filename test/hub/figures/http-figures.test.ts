import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { isFigures, type Figures } from '../../../src/features/figures/model/figures.ts';
import { daysOf, periodOf } from '../../../src/features/figures/model/period.ts';
import { id, type Mid } from '../../../src/kernel/ids.ts';
import { addDays, civilMoment } from '../../../src/kernel/time.ts';
import type { Browser } from '../../support/browser.ts';
import { courseRow } from '../../support/rows.ts';
import { onBothEngines, problemIn, type TestHub } from '../http-support.ts';
import { Chain, CENTRE, kiosk, newMid, staff } from '../sync/centre.ts';

const COURSES = ['baduanjin', 'song'] as const;
const MEMBERS = ['m001', 'm002', 'm003', 'visitor:1', 'visitor:2'] as const;
/** Months that nothing of the sample lies in; each history has one for itself. */
const MONTHS = ['2025-01', '2025-03', '2025-05', '2025-07', '2025-09', '2025-11'];

/** Somebody signs in at one of two kiosks. `late`: made when the session was, and coming now. `after`: staff took it back before it came. */
const claiming = fc.record({
  do: fc.constant('claim' as const),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 6, max: 21 }),
  course: fc.constantFrom(...COURSES),
  member: fc.constantFrom(...MEMBERS),
  kiosk: fc.constantFrom(0 as const, 1 as const),
  late: fc.boolean(),
  after: fc.boolean(),
});
const withdrawing = fc.record({
  do: fc.constant('withdraw' as const),
  which: fc.nat(),
  by: fc.constantFrom('kiosk' as const, 'staff' as const),
});
const repeating = fc.record({ do: fc.constant('repeat' as const), which: fc.nat() });
const archiving = fc.record({ do: fc.constant('archive' as const) });
const step = fc.oneof(
  { weight: 6, arbitrary: claiming },
  { weight: 3, arbitrary: withdrawing },
  { weight: 1, arbitrary: repeating },
  { weight: 1, arbitrary: archiving },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Claim {
  readonly mid: Mid;
  readonly sessionId: string;
  readonly date: string;
  readonly memberId: string;
  readonly kiosk: 0 | 1;
  readonly atMs: number;
  stands: boolean;
}

onBothEngines('the figures', (start) => {
  let hub: TestHub;
  let manager: Browser;
  const months = [...MONTHS];
  const asked = async (path: string): Promise<Figures> => {
    const answer: unknown = await (await manager.get(path)).json();
    assert.ok(isFigures(answer), JSON.stringify(answer));
    return answer;
  };
  before(async () => {
    hub = await start();
    manager = await hub.opened(hub.links.json.staff['manager']);
    await hub.sync.write(CENTRE, async (tx) => {
      for (const course of COURSES)
        await tx.put('centre', 'course', course, courseRow({ id: id(course), from: '2020-01-01' }));
    });
  });
  after(() => hub.dispose());

  test('agree with the check-ins to the last one, whatever two kiosks, late arrivals and corrections have made of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 90, size: 'max' }), async (steps) => {
        const month = months.shift() ?? '';
        const attended = attendedIn(await live(hub, month, steps));
        const { now, before: previous } = await asked(`/api/figures/month/${month}-15`);
        const count = (is: (one: Claim) => boolean): number => attended.filter(is).length;
        const peopleIn = (all: readonly Claim[]): number => new Set(all.map(({ memberId }) => memberId)).size;
        assert.equal(now.came.checkIns, attended.length);
        assert.equal(now.came.visitors, count(isVisit));
        assert.equal(now.came.members, peopleIn(attended.filter((one) => !isVisit(one))));
        const days = daysOf(periodOf('month', `${month}-01`)).map((date) => {
          const all = attended.filter((one) => one.date === date);
          return { date, checkIns: all.length, people: peopleIn(all) };
        });
        assert.deepEqual(now.came.days, days);
        for (const { date, courseId, checkIns } of now.came.sessions)
          assert.equal(
            checkIns,
            count(({ sessionId }) => sessionId === `${courseId}@${date}`),
          );
        assert.equal(
          now.came.sessions.reduce((sum, { checkIns }) => sum + checkIns, 0),
          attended.length,
        );
        now.came.hours.forEach((checkIns, hour) =>
          assert.equal(
            checkIns,
            count((one) => hourOf(one) === hour),
            `${hour}`,
          ),
        );
        assert.equal(
          now.came.hourUnknown,
          count((one) => hourOf(one) === null),
        );
        assert.equal(previous.came.checkIns, 0);
      }),
      { numRuns: MONTHS.length, endOnFailure: true },
    );
  });

  test('of a week go from Monday to Sunday, and stand beside the week before', async () => {
    // 16 June 2025 is a Monday.
    for (const date of ['2025-06-15', '2025-06-16', '2025-06-22', '2025-06-23'])
      await live(hub, date.slice(0, 7), [
        {
          ...{ do: 'claim', day: Number(date.slice(8)), hour: 9, course: 'song', member: 'm001' },
          ...{ kiosk: 0, late: true, after: false },
        },
      ]);
    const week = await asked('/api/figures/week/2025-06-18');
    assert.deepEqual([week.now.first, week.now.last], ['2025-06-16', '2025-06-22']);
    assert.deepEqual([week.now.came.checkIns, week.before.came.checkIns], [2, 1]);
    assert.equal(week.now.came.days.length, 7);
    assert.ok(week.asOfMs > 0);
  });

  test('count no menu of a day that is still to come', async () => {
    const today = civilMoment(hub.sync.now(), 480).date;
    const { now } = await asked(`/api/figures/month/${today}`);
    const menus = await hub.sync.read(CENTRE, (tx) => tx.list('centre', 'menu'));
    assert.ok(
      menus.some(({ date }) => date > today),
      'the sample has menus ahead',
    );
    const served = menus.filter(({ date }) => date.slice(0, 7) === today.slice(0, 7) && date <= today);
    assert.equal(
      now.meals.meals.reduce((sum, one) => sum + one.menus, 0),
      served.length,
    );
  });

  test('are told to those who may know the people, and to nobody else', async () => {
    const path = '/api/figures/week/2025-06-18';
    for (const role of ['leader', 'advisor'])
      assert.equal((await (await hub.opened(hub.links.json.staff[role])).get(path)).status, 200, role);
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    assert.equal((await canteen.get(path)).status, 403);
    assert.equal((await (await hub.opened(hub.links.json.kiosk)).get(path)).status, 401);
  });

  test('are not asked of a day there is not, nor of a year nobody lives in', async () => {
    for (const path of ['month/2025-02-30', 'year/2025-01-01', 'week/soon', 'month/9999-12-31'])
      assert.equal((await problemIn(await manager.get(`/api/figures/${path}`))).status, 400, path);
  });
});

const isVisit = ({ memberId }: Claim): boolean => memberId.startsWith('visitor:');

/** The hour of the session's day in which it was made; null where it was made on another. */
function hourOf({ atMs, date }: Claim): number | null {
  const moment = civilMoment(atMs, 480);
  return moment.date === date ? Math.floor(moment.minute / 60) : null;
}

/** Who came to what: of each the first claim that stands. */
function attendedIn(claims: readonly Claim[]): readonly Claim[] {
  const came = new Map<string, Claim>();
  for (const one of claims.filter(({ stands }) => stands)) {
    const key = `${one.sessionId}/${one.memberId}`;
    const first = came.get(key);
    if (first === undefined || one.atMs < first.atMs) came.set(key, one);
  }
  return [...came.values()];
}

/** Lives through a history at the hub, and keeps its own account of which claims stand. */
async function live(hub: TestHub, month: string, steps: readonly Step[]): Promise<Claim[]> {
  const kiosks = [0, 1].map((n) => new Chain(hub.sync, kiosk(`kiosk-${n}`), `kiosk-${n}-${newMid()}`));
  const desk = new Chain(hub.sync, staff('leader'), `desk-${newMid()}`);
  const claims: Claim[] = [];
  const takingBack = ({ mid, sessionId, memberId }: Omit<Claim, 'stands'>) => ({
    name: 'checkin.withdraw',
    args: { claim: mid, sessionId, memberId },
  });
  for (const one of steps) {
    if (one.do === 'archive') {
      // Of half the month what is over goes; what comes late for it brings it back.
      await hub.sync.retire(CENTRE, { day: addDays(`${month}-15`, 36), asOfMs: 0, rows: 1000 });
    } else if (one.do === 'claim') {
      const date = addDays(`${month}-01`, one.day - 1);
      const atMs = one.late ? Date.parse(`${date}T00:00:00Z`) + (one.hour - 8) * 3_600_000 : hub.sync.now();
      const claim: Claim = {
        mid: newMid(),
        sessionId: `${one.course}@${date}`,
        date,
        memberId: one.member,
        kiosk: one.kiosk,
        atMs,
        stands: !one.after,
      };
      if (one.after) assert.deepEqual(await desk.do(takingBack(claim)), ['applied']);
      const { sessionId, memberId } = claim;
      const args = { sessionId, memberId, seen: { name: '王*兰', start: '10:40', room: null } };
      const age = Math.max(0, hub.sync.now() - atMs);
      const [status] = await (kiosks[one.kiosk] ?? desk).do({
        mid: claim.mid,
        name: 'checkin.claim',
        v: 2,
        args,
        age,
      });
      assert.match(status ?? '', /applied|merged/);
      claims.push(claim);
    } else {
      const claim = claims[one.which % Math.max(1, claims.length)];
      if (claim === undefined) continue;
      if (one.do === 'repeat') {
        const { mid, sessionId, memberId } = claim;
        await new Chain(hub.sync, kiosk(`kiosk-${claim.kiosk}`), `again-${newMid()}`).do({
          mid,
          name: 'checkin.claim',
          v: 2,
          args: { sessionId, memberId, seen: null },
        });
      } else {
        const by = one.by === 'staff' ? desk : (kiosks[claim.kiosk] ?? desk);
        const [status] = await by.do(takingBack(claim));
        if (status === 'applied') claim.stands = false;
      }
    }
  }
  return claims;
}
