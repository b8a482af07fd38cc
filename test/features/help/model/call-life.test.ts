import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { helpRows } from '../../../../src/features/help/model/rows.ts';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { isOpen, standingOf } from '../../../../src/features/help/model/standing.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { civilMoment, type TimeReading } from '../../../../src/kernel/time.ts';
import { House, kiosk, NOW, staff } from '../../../support/house.ts';

const HOUR = 3_600_000;
const visits = ['a', 'b'] as const;

/** What may happen to a call, by whom, and what each one's clock says then: they jump. */
const step = fc.record({
  does: fc.constantFrom('remind', 'withdraw', 'helped', 'coming', 'done', 'waiting again', 'coming again'),
  visit: fc.constantFrom(...visits),
  clock: fc.oneof(
    fc.constant<TimeReading>({ quality: 'unknown', nowMs: null }),
    fc
      .integer({ min: -48 * HOUR, max: 48 * HOUR })
      .map((ms): TimeReading => ({ quality: 'confirmed', nowMs: NOW + ms })),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(house: House, callId: string, { does, visit, clock }: Step): Promise<void> {
  const at = { now: clock };
  const call = { callId: id<'Mid'>(callId) };
  switch (does) {
    case 'remind':
      return void (await house.act(kiosk(), 'help.remind', { ...call, visit }, at));
    case 'withdraw':
      return void (await house.act(kiosk(), 'help.withdraw', { ...call, visit }, at));
    case 'helped':
      return void (await house.act(kiosk(), 'help.withdraw', { ...call, visit, helped: true }, at));
    case 'coming':
    case 'done':
      return void (await house.act(staff('leader'), 'help.answer', { ...call, reply: does }, at));
    case 'waiting again':
      return void (await house.act(staff('leader'), 'help.reopen', { ...call, as: 'waiting' }, at));
    case 'coming again':
      return void (await house.act(staff('leader'), 'help.reopen', { ...call, as: 'coming' }, at));
  }
}

/** The call after each step of its life. */
async function livesOf(steps: readonly Step[]): Promise<readonly HelpCall[]> {
  const house = new House();
  const { mid } = await house.act(kiosk(), 'help.raise', { place: '大厅', visit: 'a' });
  const lives: HelpCall[] = [];
  const look = (): void => {
    const call = house.get('staff:sample', 'helpCall', mid);
    if (call === undefined) throw new Error('the call is gone');
    lives.push(call);
  };
  look();
  for (const one of steps) {
    await take(house, mid, one);
    look();
  }
  return lives;
}

describe('the life of a call, whatever people do and their clocks say', () => {
  it('is not ended, and not repeated, by anybody at the kiosk but who made it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const lives = await livesOf(steps);
        steps.forEach(({ does, visit }, i) => {
          const isElders = does === 'remind' || does === 'withdraw' || does === 'helped';
          if (isElders && visit !== 'a') assert.deepEqual(lives[i + 1], lives[i]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is over for good once its elder has taken it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const lives = await livesOf(steps);
        const taken = lives.findIndex(({ state }) => state === 'withdrawn');
        if (taken >= 0) for (const call of lives.slice(taken)) assert.equal(call.state, 'withdrawn');
      }),
      { numRuns: 200 },
    );
  });

  it('ends: two days after the last that any clock said of it nobody is promised anything, and it goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const dayAt = (ms: number) => civilMoment(ms, 480).date;
        for (const call of await livesOf(steps)) {
          assert.equal(isOpen(call, NOW + 50 * HOUR), false);
          assert.notEqual(helpRows.helpCall.in.staff.since(call, dayAt), null);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names a helper whenever it says that somebody comes, and none while it waits for an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const call of await livesOf(steps)) {
          const standing = standingOf(call, null);
          if (standing === 'coming') assert.notEqual(call.answeredBy, null);
          if (standing === 'waiting') assert.equal(call.answeredBy, null);
        }
      }),
      { numRuns: 200 },
    );
  });
});
