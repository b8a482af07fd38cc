import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { commanded, type RunCommand } from '../../../../src/features/exercise/model/command.ts';
import {
  followedRun,
  isRunKept,
  pressed,
  type OwnRun,
} from '../../../../src/features/exercise/model/own-run.ts';
import { takeOwnRun, takeRun } from '../../../../src/features/exercise/model/reports.ts';
import type { Run } from '../../../../src/features/exercise/model/run.ts';
import { positionAt } from '../../../../src/features/exercise/model/run-state.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { NOW, screen, staff, type House } from '../../../support/house.ts';
import { device, furnished, programme } from '../../../support/model-rows.ts';

const screenId = id<'DeviceId'>('dining-hall');
const at = (ms: number) => ({ now: { quality: 'confirmed', nowMs: NOW + ms } }) as const;

async function started(): Promise<House> {
  const house = furnished();
  const args = { screenId, programmeId: programme.id, sessionId: null, formKey: null };
  await house.act(staff('leader'), 'run.start', args, at(0));
  return house;
}
const row = (house: House): Run => {
  const found = house.get('centre:sample', 'run', screenId);
  assert.ok(found);
  return found;
};

/** What a screen says of its run. */
const says = {
  version: 1,
  state: 'playing',
  positionMs: 27_000,
  rate: 1,
  picture: 'coach',
  silent: false,
  following: true,
  driftMs: 0,
  leaps: 0,
  mirrored: true,
  seated: false,
  voice: false,
  volume: 100,
} as const;

/** A television that hears of the hub's row only when it is told, and tells of its own presses. */
class Television {
  own: OwnRun | null = null;
  heard: Run;
  readonly house: House;
  constructor(house: House) {
    this.house = house;
    this.heard = row(house);
  }
  get run(): Run {
    return followedRun(this.heard, this.own) ?? this.heard;
  }
  press(command: RunCommand, ms: number): void {
    const next = commanded(this.run, programme, command, NOW + ms);
    if (next !== null) this.own = pressed(this.heard, this.own, next);
  }
  async tell(ms: number): Promise<void> {
    if (this.own === null) return;
    const { basedOn, nth, run, woke } = this.own;
    const { programmeId, sessionId, state, positionMs, rate } = run;
    const said = {
      basedOn,
      nth,
      programmeId,
      sessionId,
      state,
      positionMs,
      rate,
      ...(woke === true ? { woke } : {}),
    };
    const ctx = { deviceId: screenId, nowMs: NOW + ms, isSure: true, agoMs: NOW + ms - run.asOfMs };
    await takeOwnRun(this.house.tx(screen), said, ctx);
  }
  hear(): void {
    this.heard = row(this.house);
  }
}

describe("the set's own remote", () => {
  it('counts at once, and is the run of the hub when it is told', async () => {
    const house = await started();
    const tv = new Television(house);
    tv.press({ do: 'pause' }, 4000);
    assert.deepEqual([tv.run.state, tv.run.positionMs], ['paused', 4000]);
    await tv.tell(9000);
    assert.deepEqual([row(house).state, row(house).positionMs, row(house).version], ['paused', 4000, 2]);
    tv.hear();
    assert.equal(tv.run.state, 'paused');
  });

  it('loses no press that follows another before the first is heard of', async () => {
    const house = await started();
    const tv = new Television(house);
    tv.press({ do: 'pause' }, 1000);
    await tv.tell(1000);
    tv.press({ do: 'resume' }, 2000);
    tv.hear();
    assert.equal(tv.run.state, 'playing');
    await tv.tell(2000);
    assert.equal(row(house).state, 'playing');
  });

  it('gives way to what the leader has commanded since: a press that comes late changes nothing', async () => {
    const house = await started();
    const tv = new Television(house);
    tv.press({ do: 'pause' }, 1000);
    await house.act(staff('leader'), 'run.jump', { screenId, formKey: 'form-2' }, at(2000));
    await tv.tell(600_000);
    assert.deepEqual([row(house).state, row(house).positionMs], ['playing', 20_000]);
    tv.hear();
    assert.deepEqual([tv.run.state, tv.run.positionMs], ['playing', 20_000]);
  });

  it('and the hub come to the same run, whatever is pressed, told and heard in whatever order', async () => {
    const press = fc.constantFrom('pause', 'resume', 'again', 'stop');
    const step = fc.oneof(
      press.map((what) => ({ do: 'press', what }) as const),
      fc.constant({ do: 'tell' } as const),
      fc.constant({ do: 'hear' } as const),
      fc.constant({ do: 'lead' } as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const house = await started();
        const tv = new Television(house);
        let ms = 0;
        for (const one of steps) {
          ms += 1000;
          if (one.do === 'press') tv.press({ do: one.what }, ms);
          else if (one.do === 'tell') await tv.tell(ms);
          else if (one.do === 'hear') tv.hear();
          else await house.act(staff('leader'), 'run.set', { screenId, rate: 0.9 }, at(ms));
        }
        await tv.tell(ms);
        tv.hear();
        const { state, positionMs, rate } = row(house);
        assert.deepEqual(
          { state: tv.run.state, positionMs: tv.run.positionMs, rate: tv.run.rate },
          { state, positionMs, rate },
        );
      }),
      { numRuns: 60 },
    );
  });

  it('does not stop the hall where one set of two was without power: it comes back to where the other is', async () => {
    for (const beside of ['playing', 'paused', 'gone'] as const) {
      const house = furnished();
      const other = id<'DeviceId'>('second-screen');
      house.set('staff:sample', 'device', other, device(other, 'screen'));
      const args = { screenId, programmeId: programme.id, sessionId: null, formKey: null };
      await house.act(staff('leader'), 'run.start', { ...args, together: [screenId, other] }, at(0));
      const tv = new Television(house);
      tv.press({ do: 'pause' }, 30_000);
      if (tv.own !== null) tv.own = { ...tv.own, woke: true };
      const state = beside === 'paused' ? 'paused' : 'playing';
      const agoMs = beside === 'gone' ? 25_000 : 3000;
      const ctx = { deviceId: other, nowMs: NOW + 30_000, isSure: true, agoMs };
      await takeRun(house.tx(screen), { ...says, state, can: [] }, ctx);
      await tv.tell(30_000);
      tv.hear();
      const goesOn = beside === 'playing' ? 'playing' : 'paused';
      assert.equal(tv.run.state, goesOn, beside);
      assert.equal(house.get('centre:sample', 'run', other)?.state, goesOn, beside);
      if (goesOn === 'playing') assert.equal(positionAt(tv.run, NOW + 31_000), 31_000);
    }
  });

  it('is not followed after a restart where what was kept of it is no run', async () => {
    const run = row(await started());
    assert.ok(isRunKept(run));
    assert.ok(isRunKept(JSON.parse(JSON.stringify({ ...run, mirrored: false, volume: 40 }))));
    for (const bad of [null, 'x', { ...run, rate: 90 }, { ...run, state: 'gone' }, { ...run, volume: 400 }])
      assert.ok(!isRunKept(bad));
  });
});
