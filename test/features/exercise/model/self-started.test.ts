import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takeOwnRun, takeRun } from '../../../../src/features/exercise/model/reports.ts';
import { mayBegin } from '../../../../src/features/exercise/model/run.ts';
import { positionAt, runState } from '../../../../src/features/exercise/model/run-state.ts';
import {
  runThatCounts,
  selfStarted,
  type SelfStartFacts,
} from '../../../../src/features/exercise/model/self-started.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { NOW, screen, staff } from '../../../support/house.ts';
import { course, device, furnished, programme } from '../../../support/model-rows.ts';

const screenId = id<'DeviceId'>('dining-hall');
/** Begins at 10:40, eight minutes from now, for an hour. */
const morning = course({
  id: id('morning'),
  start: '10:40',
  minutes: 60,
  room: '活动室',
  programmeId: programme.id,
  startsItself: true,
});
const config: RowOf<'deviceConfig'> = {
  id: screenId,
  kind: 'screen',
  name: '活动室电视',
  place: '二楼',
  panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 },
  distanceMm: 5000,
  canteenId: null,
  room: '活动室',
  oneDecoder: false,
  mediaBudgetMB: 256,
  locale: 'zh-CN',
};
const START = NOW + 8 * 60_000;
const plan = (courses: readonly RowOf<'course'>[] = [morning], room = '活动室'): SelfStartFacts => ({
  screenId,
  room,
  courses,
  changes: [],
  isRest: () => false,
  utcOffsetMinutes: 480,
});
const stateAt = (nowMs: number) => {
  const run = selfStarted(plan(), nowMs);
  return run && runState(run, programme.durationMs, nowMs);
};

describe('a session that begins by itself', () => {
  it('calls people in for five minutes, plays, and asks for another round until it ends', () => {
    assert.equal(stateAt(START - 301_000), undefined);
    assert.equal(stateAt(START - 300_000), 'soon');
    assert.equal(stateAt(START - 1), 'soon');
    assert.equal(stateAt(START), 'playing');
    assert.equal(stateAt(START + programme.durationMs), 'again');
    assert.equal(stateAt(START + 3_600_000 - 1), 'again');
    assert.equal(stateAt(START + 3_600_000), undefined);
  });

  it('does so only in its own room, when it is held, and where it is said that it does', () => {
    assert.equal(selfStarted(plan([morning], '餐厅'), START), undefined);
    assert.equal(selfStarted(plan([{ ...morning, startsItself: false }]), START), undefined);
    const cancelled = {
      id: id<'SessionId'>('morning@2026-11-22'),
      cancelled: true,
      start: null,
      room: null,
      note: null,
    };
    assert.equal(selfStarted({ ...plan(), changes: [cancelled] }, START), undefined);
  });

  it('makes way for what somebody has commanded for it, and for another exercise until that is over', () => {
    const planned = selfStarted(plan(), START);
    assert.ok(planned);
    const stopped = { ...planned, version: 3, state: 'stopped' as const };
    assert.equal(runThatCounts(stopped, planned, programme, START), stopped);
    const other = { ...planned, sessionId: null, version: 3, asOfMs: START };
    assert.equal(runThatCounts(other, planned, programme, START), other);
    assert.equal(runThatCounts({ ...other, state: 'stopped' }, planned, programme, START), planned);
  });

  it('obeys its leader like one that somebody has started', async () => {
    const house = furnished();
    house.set('centre:sample', 'course', 'morning', morning);
    house.set('staff:sample', 'deviceConfig', screenId, config);
    const at = (ms: number) => ({ now: { quality: 'confirmed', nowMs: START + ms } }) as const;
    const ended = await house.act(staff('leader'), 'run.pause', { screenId }, at(5000));
    assert.equal(ended.status, 'applied');
    const run = house.get('centre:sample', 'run', screenId);
    assert.ok(run);
    assert.deepEqual(
      [run.state, positionAt(run, START + 60_000), run.sessionId],
      ['paused', 5000, 'morning@2026-11-22'],
    );
  });

  it('is set as its leader likes while people are called in, and begins at its time all the same', async () => {
    const house = furnished();
    house.set('centre:sample', 'course', 'morning', morning);
    house.set('staff:sample', 'deviceConfig', screenId, config);
    const callingMs = START - 180_000;
    const set = { screenId, rate: 0.8, seated: true };
    const at = { now: { quality: 'confirmed', nowMs: callingMs } } as const;
    assert.equal((await house.act(staff('leader'), 'run.set', set, at)).status, 'applied');
    const run = house.get('centre:sample', 'run', screenId);
    assert.ok(run);
    const states = [callingMs, START - 60_000, START].map((ms) => runState(run, programme.durationMs, ms));
    assert.deepEqual(states, ['soon', 'soon', 'playing']);
    assert.deepEqual([run.rate, run.seated, positionAt(run, START)], [0.8, true, 0]);
    assert.ok(mayBegin(run, START), 'a screen that is switched on at its start begins it');
  });

  it('is set by the own remote of its screen too, and begins at its time', async () => {
    const house = furnished();
    const sessionId = id<'SessionId'>('morning@2026-11-22');
    const pressed = { basedOn: 0, nth: 1, programmeId: programme.id, sessionId };
    const said = { ...pressed, state: 'playing', positionMs: 0, rate: 0.8, waitsMs: 180_000 } as const;
    const heard = { deviceId: screenId, nowMs: START - 179_000, isSure: true, agoMs: 1000 };
    await takeOwnRun(house.tx(screen), said, heard);
    const run = house.get('centre:sample', 'run', screenId);
    assert.ok(run);
    assert.deepEqual([run.rate, run.asOfMs, mayBegin(run, START)], [0.8, START, true]);
  });

  describe('on two screens of one hall', () => {
    const other = id<'DeviceId'>('second-screen');
    const sessionId = id<'SessionId'>('morning@2026-11-22');

    function hall() {
      const house = furnished();
      house.set('centre:sample', 'course', 'morning', morning);
      house.set('staff:sample', 'device', other, device(other, 'screen'));
      for (const one of [screenId, other])
        house.set('staff:sample', 'deviceConfig', one, { ...config, id: one });
      return house;
    }
    type Hall = ReturnType<typeof hall>;
    const states = (house: Hall) =>
      [screenId, other].map((one) => house.get('centre:sample', 'run', one)?.state);
    /** A set that was off while it played comes back, held at the form it was in. */
    const wakes = async (house: Hall, deviceId: typeof screenId, ms: number) => {
      const said = { basedOn: 0, nth: 1, programmeId: programme.id, sessionId, positionMs: 0, rate: 1 };
      const heard = { deviceId, nowMs: START + ms, isSure: true, agoMs: 0 };
      await takeOwnRun(house.tx(screen), { ...said, state: 'paused', woke: true }, heard);
    };

    it('is held, and goes on, on both for one press', async () => {
      const house = hall();
      const at = (ms: number) => ({ now: { quality: 'confirmed', nowMs: START + ms } }) as const;
      await house.act(staff('leader'), 'run.pause', { screenId }, at(5000));
      assert.deepEqual(states(house), ['paused', 'paused']);
      await house.act(staff('leader'), 'run.resume', { screenId: other }, at(9000));
      assert.deepEqual(states(house), ['playing', 'playing']);
    });

    it('goes on on both for one press after a power cut, in which each of them holds by itself', async () => {
      const house = hall();
      await wakes(house, screenId, 30_000);
      await wakes(house, other, 31_000);
      assert.deepEqual(states(house), ['paused', 'paused']);
      const at = { now: { quality: 'confirmed', nowMs: START + 60_000 } } as const;
      await house.act(staff('leader'), 'run.resume', { screenId: other }, at);
      assert.deepEqual(states(house), ['playing', 'playing']);
    });

    it('is not stopped by the one that was without power: it comes back to where the other is', async () => {
      const house = hall();
      const says = { version: 0, state: 'playing', positionMs: 27_000, rate: 1, picture: 'coach' } as const;
      const rest = { silent: false, following: true, driftMs: 0, leaps: 0, mirrored: true } as const;
      const set = { seated: false, voice: false, volume: 100, can: [] };
      const heard = { deviceId: other, nowMs: START + 27_000, isSure: true, agoMs: 0 };
      await takeRun(house.tx(screen), { ...says, ...rest, ...set }, heard);
      await wakes(house, screenId, 30_000);
      const run = house.get('centre:sample', 'run', screenId);
      assert.ok(run);
      assert.deepEqual([run.state, positionAt(run, START + 31_000)], ['playing', 31_000]);
      assert.equal(house.get('centre:sample', 'run', other), undefined);
    });
  });
});
