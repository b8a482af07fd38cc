import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beatAt, countAt, formAt, mayBegin } from '../../../../src/features/exercise/model/run.ts';
import { positionAt, runState } from '../../../../src/features/exercise/model/run-state.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { sessionId } from '../../../../src/features/classes/model/sessions.ts';
import { NOW, screen, staff, TODAY, type House } from '../../../support/house.ts';
import { course, device, furnished, programme } from '../../../support/model-rows.ts';

const screenId = id<'DeviceId'>('dining-hall');
const later = (ms: number) => ({ now: { quality: 'confirmed', nowMs: NOW + ms } }) as const;
const startArgs = { screenId, programmeId: programme.id, sessionId: null, formKey: null };
const start = (house: House, ms = 0) => house.act(staff('leader'), 'run.start', startArgs, later(ms));
const run = (house: House): RowOf<'run'> => {
  const row = house.get('centre:sample', 'run', screenId);
  assert.ok(row);
  return row;
};

describe('a run on a screen', () => {
  it('starts at the first second, or at a form, and starts over when it is started again', async () => {
    const house = furnished();
    await start(house);
    assert.equal(positionAt(run(house), NOW + 3000), 3000);
    await house.act(staff('leader'), 'run.start', { ...startArgs, formKey: 'form-1' }, later(5000));
    assert.equal(positionAt(run(house), NOW + 5000), 10_000);
    await start(house, 9000);
    assert.equal(positionAt(run(house), NOW + 9000), 0);
    assert.equal(run(house).version, 3);
  });

  it('stands while it is held and goes on from there, however long it was held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30_000), fc.nat(600_000), fc.nat(5000), async (played, held, more) => {
        const house = furnished();
        await start(house);
        await house.act(staff('leader'), 'run.pause', { screenId }, later(played));
        await house.act(staff('leader'), 'run.pause', { screenId }, later(played + held));
        assert.equal(positionAt(run(house), NOW + played + held), played);
        await house.act(staff('leader'), 'run.resume', { screenId }, later(played + held));
        assert.equal(positionAt(run(house), NOW + played + held + more), played + more);
      }),
    );
  });

  it("jumps to a form's start, and a held run stays held there", async () => {
    const house = furnished();
    await start(house);
    await house.act(staff('leader'), 'run.pause', { screenId }, later(1000));
    await house.act(staff('leader'), 'run.jump', { screenId, formKey: 'form-2' }, later(2000));
    assert.deepEqual([run(house).state, positionAt(run(house), NOW + 9000)], ['paused', 20_000]);
  });

  it('asks for another round when it is done, until the session it is for ends, and never goes in the middle of one', async () => {
    const house = furnished();
    house.set(
      'centre:sample',
      'course',
      'baduanjin',
      course({ id: id('baduanjin'), start: '10:30', minutes: 60 }),
    );
    await house.act(staff('leader'), 'run.start', { ...startArgs, sessionId: sessionId('baduanjin', TODAY) });
    const { durationMs } = programme;
    const sessionEndsMs = NOW + 58 * 60_000;
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: sessionEndsMs - 1 }), (nowMs) =>
        assert.equal(runState(run(house), durationMs, nowMs), nowMs < NOW + durationMs ? 'playing' : 'again'),
      ),
    );
    assert.equal(runState(run(house), durationMs, sessionEndsMs), 'over');
    await house.act(staff('leader'), 'run.pause', { screenId }, later(1000));
    assert.equal(
      runState(run(house), durationMs, sessionEndsMs - 1),
      'paused',
      'a long rest is within the session',
    );
  });

  it('for no session asks for some minutes, and is over when stopped or left held for half an hour', async () => {
    const house = furnished();
    await start(house);
    const { durationMs } = programme;
    assert.equal(runState(run(house), durationMs, NOW + durationMs - 1), 'playing');
    assert.equal(runState(run(house), durationMs, NOW + durationMs), 'again');
    assert.equal(runState(run(house), durationMs, NOW + durationMs + 600_000), 'over');
    await house.act(staff('leader'), 'run.pause', { screenId }, later(1000));
    assert.equal(runState(run(house), durationMs, NOW + 60_000), 'paused');
    assert.equal(runState(run(house), durationMs, NOW + 3_600_000), 'over');
    await house.act(staff('leader'), 'run.stop', { screenId }, later(2000));
    assert.equal(runState(run(house), durationMs, NOW + 2000), 'over');
  });

  it('stopped by mistake goes on from there', async () => {
    const house = furnished();
    await start(house);
    await house.act(staff('leader'), 'run.stop', { screenId }, later(12_000));
    await house.act(staff('leader'), 'run.resume', { screenId }, later(60_000));
    assert.equal(positionAt(run(house), NOW + 61_000), 13_000);
  });

  it('goes on from where it is at another pace, and keeps how it was set in the next round', async () => {
    const house = furnished();
    await start(house);
    await house.act(staff('leader'), 'run.set', { screenId, rate: 0.8 }, later(10_000));
    await house.act(staff('leader'), 'run.set', { screenId, mirrored: false, volume: 40 }, later(20_000));
    assert.equal(positionAt(run(house), NOW + 30_000), 26_000);
    await start(house, 40_000);
    const { rate, mirrored, volume } = run(house);
    assert.deepEqual({ rate, mirrored, volume }, { rate: 0.8, mirrored: false, volume: 40 });
  });

  it('on several screens of a hall obeys each command on all of them', async () => {
    const house = furnished();
    house.set('staff:sample', 'device', 'hall-2', device('hall-2', 'screen'));
    const together = [screenId, id<'DeviceId'>('hall-2')];
    await house.act(staff('leader'), 'run.start', { ...startArgs, together });
    await house.act(staff('leader'), 'run.jump', { screenId, formKey: 'form-2' }, later(3000));
    await house.act(staff('leader'), 'run.pause', { screenId: id('hall-2') }, later(4000));
    const { id: _here, version: _mine, ...here } = run(house);
    const { id: _there, version: _its, ...there } = house.get('centre:sample', 'run', 'hall-2') ?? run(house);
    assert.deepEqual(here, there);
    assert.deepEqual([here.state, here.positionMs], ['paused', 21_000]);
  });

  it("nobody's start at 11:00 fires at 16:00", async () => {
    const house = furnished();
    await start(house);
    assert.ok(mayBegin(run(house), NOW + 60_000));
    assert.ok(!mayBegin(run(house), NOW + 5 * 3_600_000));
  });

  it('refuses a kiosk as a screen, an unknown form, and commands to what does not run', async () => {
    const house = furnished();
    const code = async (outcome: ReturnType<House['act']>) => {
      const ended = await outcome;
      return ended.status === 'refused' ? ended.code : ended.status;
    };
    const leader = staff('leader');
    const atKiosk = { ...startArgs, screenId: id<'DeviceId'>('lobby-kiosk') };
    assert.equal(await code(house.act(leader, 'run.start', atKiosk)), 'unknown-screen');
    assert.equal(
      await code(house.act(leader, 'run.start', { ...startArgs, formKey: 'nine' })),
      'unknown-form',
    );
    assert.equal(await code(house.act(leader, 'run.pause', { screenId })), 'not-running');
    assert.equal(await code(house.act(staff('canteen'), 'run.start', startArgs)), 'not-permitted');
    assert.equal(await code(house.act(screen, 'run.start', startArgs)), 'not-permitted');
  });
});

describe('where a programme is', () => {
  const position = fc.integer({ min: 0, max: programme.durationMs - 1 });

  it('the form at a position has begun and the next one has not', () => {
    fc.assert(
      fc.property(position, (ms) => {
        const form = formAt(programme, ms);
        assert.ok(form && form.startMs <= ms && ms < form.endMs);
      }),
    );
  });

  it('the count never goes back within a form and reaches all its repetitions', () => {
    for (const form of programme.forms) {
      let last = 0;
      for (let ms = form.startMs; ms < form.endMs; ms += 250) {
        const count = countAt(form, ms)?.count ?? 0;
        assert.ok(count >= last);
        last = count;
      }
      assert.equal(last, countAt(form, form.endMs - 1)?.of);
      assert.equal(beatAt(form, form.startMs - 1), null);
    }
  });
});
