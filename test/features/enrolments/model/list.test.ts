import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withClaim, type Claim } from '../../../../src/features/check-in/model/attendance.ts';
import {
  listWith,
  placesLeft,
  standing,
  waitingPlace,
  type Enrolment,
  type Whose,
} from '../../../../src/features/enrolments/model/list.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { TODAY } from '../../../support/house.ts';

const whose = (n: number): Whose => ({
  id: `${TODAY}/smartphone/m${n}`,
  sessionId: id(`smartphone@${TODAY}`),
  memberId: id(`m${n}`),
  date: TODAY,
});
const claim = (mid: string): Claim => ({
  mid: id(mid),
  deviceId: id('kiosk-a'),
  madeAtMs: 1,
  timeQuality: 'confirmed',
  withdrawn: false,
});

interface Step {
  readonly who: number;
  readonly joins: boolean;
  readonly capacity: number;
}
const anySteps = fc.array(
  fc.record({
    who: fc.integer({ min: 1, max: 8 }),
    joins: fc.boolean(),
    capacity: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 40 },
);
const ofCapacity = (capacity: number) =>
  anySteps.map((steps) => steps.map((step): Step => ({ ...step, capacity })));

const claimsOf = (list: readonly Enrolment[], n: number): Claim[] =>
  list.find((one) => one.id === whose(n).id)?.claims ?? [];

function done(list: readonly Enrolment[], { who, joins, capacity }: Step, at: number): readonly Enrolment[] {
  const before = claimsOf(list, who);
  const claims = joins
    ? withClaim(before, claim(`${who}-${at}`))
    : before.map((one) => ({ ...one, withdrawn: true }));
  return claims.length === 0 ? list : listWith(list, whose(who), claims, capacity);
}
const play = (steps: readonly Step[]): readonly Enrolment[] => steps.reduce(done, []);
const names = (list: readonly Enrolment[]): string[] => list.map(({ memberId }) => memberId);
/** Whose last word was that they come, in the order in which they came onto the list. */
function wanting(steps: readonly Step[]): string[] {
  return steps.reduce<string[]>((on, { who, joins }) => {
    const name = `m${who}`;
    if (!joins) return on.filter((one) => one !== name);
    return on.includes(name) ? on : [...on, name];
  }, []);
}

describe('the list of a session', () => {
  it('never has more people with a place than there are places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(ofCapacity), (steps) => {
        const capacity = steps[0]?.capacity ?? 1;
        assert.ok(standing(play(steps), 'in').length <= capacity);
      }),
    );
  });

  it('loses nobody: whoever wants to come has a place or is on the wait-list, and nobody else', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const list = play(steps);
        assert.deepEqual(
          [...names(standing(list, 'in')), ...names(standing(list, 'waiting'))].sort(),
          wanting(steps).sort(),
        );
      }),
    );
  });

  it('is fair: with places that stay as many, those who came first have them and the others wait in their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(ofCapacity), (steps) => {
        const list = play(steps);
        const capacity = steps[0]?.capacity ?? 1;
        const wanted = wanting(steps);
        assert.deepEqual(names(standing(list, 'in')), wanted.slice(0, capacity));
        assert.deepEqual(names(standing(list, 'waiting')), wanted.slice(capacity));
      }),
    );
  });

  it('takes no place from anybody who has one, also where there are fewer places than there were', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        steps.reduce<readonly Enrolment[]>((list, step, at) => {
          const after = done(list, step, at);
          const kept = names(standing(list, 'in')).filter((name) => step.joins || name !== `m${step.who}`);
          for (const name of kept) assert.ok(names(standing(after, 'in')).includes(name), name);
          return after;
        }, []);
      }),
    );
  });

  it('taken off twice is as once, and put down twice stands once, in the first turn', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const twice = steps.flatMap((step) => [step, step]);
        const stands = (list: readonly Enrolment[]) =>
          list.map(({ memberId, state }) => `${memberId}:${state}`).sort();
        assert.deepEqual(stands(play(twice)), stands(play(steps)));
      }),
    );
  });

  it('says of whoever moved up that somebody has to tell them, and of nobody else', () => {
    const step = (who: number, joins: boolean): Step => ({ who, joins, capacity: 1 });
    const full = play([step(1, true), step(2, true), step(3, true)]);
    assert.deepEqual(
      full.filter(({ tell }) => tell),
      [],
    );
    const after = done(full, step(1, false), 9);
    assert.deepEqual(names(after.filter(({ tell }) => tell)), ['m2']);
    assert.equal(waitingPlace(after, whose(3).id), 1);
    assert.equal(waitingPlace(after, whose(2).id), null);
  });

  it('has no place to offer while somebody waits, and says nothing of places where nobody needs one', () => {
    const count = { id: id<'SessionId'>('s'), date: TODAY, taken: 3, waiting: 0 };
    assert.equal(placesLeft(10, undefined), 10);
    assert.equal(placesLeft(10, count), 7);
    assert.equal(placesLeft(2, count), 0);
    assert.equal(placesLeft(10, { ...count, waiting: 1 }), 0);
    assert.equal(placesLeft(null, count), null);
  });
});
