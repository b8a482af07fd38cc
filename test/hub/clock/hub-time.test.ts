import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClockMark } from '../../../src/hub/sync/clock-mark.ts';
import { readMark } from '../../../src/hub/sync/clock-mark.ts';
import { HubTime } from '../../../src/hub/sync/hub-time.ts';
import { DeviceClock } from '../../../src/protocol/client/clock.ts';
import { type Run } from '../../../src/features/exercise/model/run.ts';
import { positionAt } from '../../../src/features/exercise/model/run-state.ts';
import { id } from '../../../src/kernel/ids.ts';
import { Machine } from '../../support/machine.ts';

const SEC = 1000;
const MIN = 60 * SEC;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 28, 4);

/** A hub that a person has said the time to, and what it has written down. */
function hub(wallMs = NOON) {
  const machine = new Machine(wallMs);
  const start = (mark: ClockMark | null) => new HubTime(machine.clock, mark);
  const time = start(null);
  time.confirm(wallMs);
  return { machine, time, start };
}

const markOf = (time: HubTime): ClockMark | null => JSON.parse(time.mark() ?? 'null');
const why = ({ standing }: HubTime): string => (standing.sure ? `sure: ${standing.by}` : standing.why);

/** The most that a clock goes back, stands still or leaps while it is looked at every second. */
function watched(machine: Machine, now: () => number, ms: number): { least: number; most: number } {
  let [least, most, last] = [Infinity, -Infinity, now()];
  for (let passed = 0; passed < ms; passed += SEC) {
    machine.pass(SEC);
    const went = now() - last;
    [least, most, last] = [Math.min(least, went), Math.max(most, went), last + went];
  }
  return { least, most };
}

describe('the hub is sure of the time only when somebody vouches for it', () => {
  test('a new centre goes by the time its set-up shows, and puts nothing away on it', () => {
    const time = new HubTime(new Machine(NOON).clock, null);
    assert.equal(why(time), 'sure: set-up');
    assert.equal(time.mayDestroy, false);
  });

  test('a machine without a battery starts with the time it was switched off at: today is not believed to be yesterday', () => {
    const { machine, time, start } = hub();
    machine.pass(HOUR);
    const mark = markOf(time);
    machine.reboot(NOON + HOUR + 20 * SEC);
    const again = start(mark);
    assert.equal(why(again), 'as-left');
    assert.equal(again.mayDestroy, false);
  });

  test('a machine that starts in 1970 goes on from what is written down, unsure', () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.reboot(5 * SEC);
    const again = start(mark);
    assert.equal(again.now(), NOON);
    assert.equal(why(again), 'behind');
  });

  test('nor does a night without power pass for checked: the clock may have been a year ahead, or eight hours', () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.reboot(NOON + 14 * HOUR);
    assert.equal(why(start(mark)), 'unchecked');
    machine.reboot(NOON + 365 * DAY);
    const ahead = start(mark);
    assert.equal(why(ahead), 'ahead');
    assert.equal(ahead.now(), NOON);
  });

  test('a program that is started again on a running machine knows how long it was away, and stays sure', () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.pass(3 * HOUR);
    const again = start(mark);
    assert.equal(again.now(), NOON + 3 * HOUR);
    assert.equal(why(again), 'sure: person');
  });

  test('a wall clock that was set while the hub was not running is found out', () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.pass(HOUR);
    machine.wallMs += 8 * HOUR;
    assert.equal(why(start(mark)), 'set');
  });

  for (const [what, wrongMs] of Object.entries({ 'eight hours ahead': 8 * HOUR, 'in 2036': 3650 * DAY }))
    test(`a program started with the clock ${what}, and again with the right one on the same machine, needs nobody`, () => {
      const { machine, time, start } = hub();
      const before = markOf(time);
      machine.pass(MIN);
      machine.wallMs += wrongMs;
      const wrong = start(before);
      assert.equal(why(wrong), 'set');
      const during = markOf(wrong);
      machine.pass(5 * MIN);
      machine.wallMs -= wrongMs;
      const back = start(during);
      assert.equal(why(back), 'sure: person', 'the machine knows how long it is since the time was sure');
      assert.equal(back.now(), NOON + 6 * MIN);
    });

  test('a clock set wrong and right again while the hub runs needs nobody; set to a third time it does', () => {
    const { machine, time } = hub();
    machine.wallMs += 8 * HOUR;
    assert.equal(why(time), 'set');
    machine.pass(MIN);
    machine.wallMs -= 7 * HOUR;
    assert.equal(why(time), 'set', 'an hour off is not right');
    machine.wallMs -= HOUR;
    assert.equal(why(time), 'sure: person');
    assert.equal(time.now(), NOON + MIN);
  });

  test('what several devices spoke against is not right again by itself', () => {
    const machine = new Machine(NOON + 8 * HOUR);
    const time = new HubTime(machine.clock, null);
    time.hear({ deviceId: 'lobby', address: '192.168.1.20' }, NOON);
    time.hear({ deviceId: 'hall', address: '192.168.1.21' }, NOON + SEC);
    machine.wallMs += HOUR;
    assert.equal(time.sure, false);
    machine.wallMs -= HOUR;
    assert.equal(time.sure, false);
  });

  test('the system says that its clock is synchronised: the hub goes by it', async () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.reboot(NOON + 14 * HOUR);
    const again = start(mark);
    machine.synchronised = true;
    await again.askSystem();
    assert.equal(why(again), 'sure: system');
    assert.equal(again.mayDestroy, true);
  });

  test('several machines agree with it; one does not do, nor one that speaks twice, nor two of which one is wrong', () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.reboot(NOON + 14 * HOUR);
    const again = start(mark);
    again.hear({ deviceId: 'lobby', address: '192.168.1.20' }, again.now() + 20 * SEC);
    again.hear({ deviceId: 'lobby', address: '192.168.1.20' }, again.now() - 20 * SEC);
    // One phone over both of its addresses is one machine; so are two pages on one.
    again.hear({ deviceId: 'lobby', address: 'fd00::20' }, again.now() + 20 * SEC);
    again.hear({ deviceId: 'screen', address: 'fd00::20' }, again.now() + 20 * SEC);
    again.hear({ deviceId: 'hall', address: '192.168.1.21' }, again.now() + 5 * MIN);
    assert.equal(why(again), 'unchecked');
    again.hear({ deviceId: 'office', address: '192.168.1.22' }, again.now() - 30 * SEC);
    assert.equal(why(again), 'sure: devices');
  });

  test('a new centre on a machine whose clock is hours off is contradicted by the phones around it', () => {
    const machine = new Machine(NOON + 8 * HOUR);
    const time = new HubTime(machine.clock, null);
    time.hear({ deviceId: 'lobby', address: '192.168.1.20' }, NOON);
    time.hear({ deviceId: 'hall', address: '192.168.1.21' }, NOON + SEC);
    assert.equal(why(time), 'devices');
  });

  for (const [what, text] of Object.entries({
    'is cut off': '{"toldMs":17',
    'is no mark': '7',
    'does not say how the time stood': '{"toldMs":1,"sureMs":1,"wallMs":1,"boot":BOOT}',
    'has a doubt of a build to come':
      '{"toldMs":1,"sureMs":1,"wallMs":1,"boot":BOOT,"standing":{"sure":false,"why":"tides","sinceMs":1}}',
  }))
    test(`what is written down of the clock and ${what} keeps no hub from starting: it is unsure`, async () => {
      const machine = new Machine(NOON + MIN);
      const written = text.replace('BOOT', JSON.stringify(machine.clock.boot()));
      const mark = await readMark({ meta: async (key) => (key === 'clock' ? written : `${NOON}`) });
      assert.equal(why(new HubTime(machine.clock, mark)), 'as-left');
    });

  test('a person says what time it is: it steps there once, and what a wrong clock had written down is taken back', () => {
    const { machine, time, start } = hub(Date.UTC(2036, 0, 1));
    const wrong = markOf(time);
    machine.reboot(NOON);
    const again = start(wrong);
    again.confirm(NOON);
    assert.equal(again.now(), NOON);
    const mark = markOf(again);
    machine.reboot(NOON + 8 * HOUR);
    assert.equal(start(mark).now(), NOON + 8 * HOUR, 'the next start is not in 2036 either');
  });

  test('what an earlier build wrote down does not hold it in 2036', () => {
    const machine = new Machine(NOON);
    const standing = { sure: false, why: 'unchecked', sinceMs: 0 } as const;
    const toldMs = Date.UTC(2036, 0, 1);
    const time = new HubTime(machine.clock, { toldMs, sureMs: 0, wallMs: toldMs, boot: null, standing });
    assert.equal(time.now(), NOON);
    assert.equal(time.sure, false);
  });
});

describe('within a run the time goes by the monotonic clock', () => {
  test('a clock in local time, eight hours ahead till the network corrects it: stepped back once, neither frozen nor confirmed', async () => {
    const { machine, time, start } = hub();
    const mark = markOf(time);
    machine.reboot(NOON + 14 * HOUR + 8 * HOUR);
    const again = start(mark);
    assert.equal(again.sure, false, 'nothing is confirmed eight hours ahead');
    machine.pass(30 * SEC);
    machine.wallMs -= 8 * HOUR;
    assert.equal(again.now(), machine.wallMs);
    assert.equal(why(again), 'set');
    assert.deepEqual(
      watched(machine, () => again.now(), MIN),
      { least: SEC, most: SEC },
      'it does not stand still till the evening',
    );
    machine.synchronised = true;
    await again.askSystem();
    assert.equal(why(again), 'sure: system');
  });

  test('a correction of ninety seconds is made up little by little, either way', () => {
    for (const step of [-90 * SEC, 90 * SEC]) {
      const { machine, time } = hub();
      machine.pass(MIN);
      machine.wallMs += step;
      const { least, most } = watched(machine, () => time.now(), 40 * MIN);
      assert.ok(least >= 940 && most <= 1060, `a second lasted ${least} to ${most} ms`);
      assert.equal(time.now(), machine.wallMs);
      assert.equal(why(time), 'sure: person');
    }
  });

  test('a process that is held up for seconds between its looks at the two clocks takes neither for set', () => {
    const { machine, time } = hub();
    const clock = { ...machine.clock };
    let heldUp = 0;
    const held = new HubTime(
      {
        ...clock,
        monotonic: () => {
          const mono = machine.clock.monotonic();
          if (heldUp > 0) machine.pass(heldUp);
          return mono;
        },
      },
      markOf(time),
    );
    heldUp = 3 * SEC;
    held.now();
    heldUp = 0;
    assert.equal(held.now(), machine.wallMs);
    assert.equal(why(held), 'sure: person');
  });

  test('a wall clock set by hours makes a sure hub unsure, which goes on where it was', () => {
    const { machine, time } = hub();
    machine.pass(MIN);
    time.mark();
    machine.wallMs -= 8 * HOUR;
    assert.equal(why(time), 'set');
    assert.equal(time.now(), NOON + MIN);
  });
});

test('the exercise video does not jump back at each answer when the hub’s clock is corrected by ninety seconds', () => {
  const { machine, time } = hub();
  const tv = new Machine(NOON);
  const clock = new DeviceClock({ ...tv.clock, bootId: 'b1' }, NOON - DAY);
  const run: Run = {
    id: id('exercise-room'),
    programmeId: id('baduanjin'),
    sessionId: null,
    state: 'playing',
    positionMs: 0,
    asOfMs: NOON,
    rate: 1,
    version: 1,
    startedBy: '李老师',
    startBeforeMs: NOON + MIN,
  };
  let last = -1;
  for (let second = 0; second < 20 * 60; second += 1) {
    machine.pass(SEC);
    tv.pass(SEC);
    if (second === 120) machine.wallMs -= 90 * SEC;
    if (second % 15 === 0) clock.confirm({ hubNow: time.now(), timeSure: true }, tv.clock.monotonic());
    const position = positionAt(run, clock.read().nowMs ?? 0);
    assert.ok(position > last + 0.9 * SEC, `after ${second} s the film goes from ${last} to ${position}`);
    last = position;
  }
});
