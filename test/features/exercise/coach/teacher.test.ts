import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { choreography } from '../../../../src/features/exercise/board/coach/choreography.ts';
import type { Pose } from '../../../../src/features/exercise/board/coach/rig/pose.ts';
import { skeleton } from '../../../../src/features/exercise/board/coach/rig/skeleton.ts';
import { add, mul, sub, turn, type Vec } from '../../../../src/features/exercise/board/coach/rig/vec.ts';

const length = (v: Vec): number => Math.hypot(...v);

interface Told {
  readonly durationMs: number;
  readonly forms: Parameters<typeof choreography>[0]['forms'];
}
const read = (file: string): Told =>
  JSON.parse(readFileSync(new URL(`../../../../public/media/${file}.json`, import.meta.url), 'utf8'));
const told = read('baduanjin');
const onChair = read('baduanjin-seated');
const poseAt = choreography(told);
const seatedAt = choreography(onChair, true);

interface Moment {
  readonly pose: Pose;
  /** A word for where a fault lies. */
  readonly where: string;
}

/** Every moment of a whole round that a television shows. */
function momentsOf({ durationMs, forms }: Told, at: (ms: number) => Pose, stepMs = 80): Moment[] {
  return Array.from({ length: Math.floor(durationMs / stepMs) }, (_, i) => {
    const ms = i * stepMs;
    const form = forms.find(({ startMs, endMs }) => ms >= startMs && ms <= endMs);
    return { pose: at(ms), where: `${form?.key ?? 'outside'} at ${ms - (form?.startMs ?? 0)} ms` };
  });
}
const standing = momentsOf(told, poseAt);
const sitting = momentsOf(onChair, seatedAt);
const moments = (): readonly Moment[] => [...standing, ...sitting];

const form = (key: string): Told['forms'][number] => {
  const found = told.forms.find((one) => one.key === key);
  assert.ok(found, key);
  return found;
};

describe('the drawn teacher', () => {
  it('is whole at every moment: no bone is stretched, no foot torn off its leg', () => {
    for (const { pose, where } of moments()) {
      const { legs, arms } = skeleton(pose);
      for (const { hip, knee, ankle, foot } of legs) {
        assert.ok(
          Math.abs(length(sub(knee, hip)) - 39) < 1e-6 && Math.abs(length(sub(ankle, knee)) - 37) < 1e-6,
          where,
        );
        const above = Math.hypot(ankle[0] - foot.at[0], ankle[2] - foot.at[2]);
        assert.ok(
          above < 6 + foot.heel && Math.abs(ankle[1] - foot.at[1] - foot.heel - 8) < 2.5,
          `the foot, ${where}`,
        );
      }
      for (const { shoulder, elbow, wrist } of arms)
        assert.ok(
          Math.abs(length(sub(elbow, shoulder)) - 27) < 1e-6 &&
            Math.abs(length(sub(wrist, elbow)) - 24.5) < 1e-6,
          `the arm, ${where}`,
        );
    }
  });

  it('puts no hand through its head', () => {
    for (const { pose, where } of moments()) {
      const { head, arms } = skeleton(pose);
      for (const { wrist, fingers } of arms) {
        for (const along of [0, 6, 12]) {
          const [x, y, z] = sub(add(wrist, mul(fingers, along)), head.at);
          const inside = (axis: 0 | 1 | 2): number =>
            head.rot[0][axis] * x + head.rot[1][axis] * y + head.rot[2][axis] * z;
          const depth = Math.hypot(inside(0) / 10.8, inside(1) / 13, inside(2) / 11.6);
          assert.ok(depth > 1, `${where}: ${depth}`);
        }
      }
    }
  });

  it('always has a foot firmly on the floor, and none below it', () => {
    let before: Pose | undefined;
    for (const { pose, where } of standing) {
      const moved = (side: 'footL' | 'footR'): boolean =>
        before !== undefined && length(sub(pose[side].at, before[side].at)) > 0.15;
      assert.ok(!(moved('footL') && moved('footR')), where);
      for (const foot of [pose.footL, pose.footR]) assert.ok(foot.at[1] > -0.01 && foot.heel > -0.01, where);
      before = pose;
    }
  });

  it('stays on the chair when it sits, its feet where they are and its hands above the lap', () => {
    const [first] = sitting;
    assert.ok(first);
    for (const { pose, where } of sitting) {
      for (const foot of ['footL', 'footR'] as const)
        assert.ok(length(sub(pose[foot].at, first.pose[foot].at)) < 0.01, where);
      assert.ok(Math.abs(pose.pelvis[1] - first.pose.pelvis[1]) < 0.01, where);
      for (const { wrist } of skeleton(pose).arms)
        assert.ok(wrist[1] > 50 || Math.abs(wrist[0]) > 30 || wrist[2] > 30, `${where}: ${wrist}`);
    }
  });

  it('lifts its heels sitting as well', () => {
    const heels = onChair.forms.find(({ key }) => key === 'form-8')?.beats ?? [];
    for (const { atMs } of heels) assert.ok(seatedAt(atMs + 3200).footL.heel > 6);
    assert.equal(heels.length, 7);
  });

  it('moves as calmly as an elder can follow: nothing but a falling heel faster than a slow walk', () => {
    let before: readonly Vec[] | undefined;
    for (const { pose, where } of standing) {
      const { arms, head } = skeleton(pose);
      const now = [arms[0].wrist, arms[1].wrist, head.at];
      now.forEach((point, i) => {
        const moved = length(sub(point, before?.[i] ?? point)) / 0.08;
        assert.ok(moved < 75, `${where}: ${Math.round(moved)} cm a second`);
      });
      before = now;
    }
  });

  it("is a mirror: what is counted as left is done on the viewer's left", () => {
    for (const { side, atMs, count } of form('form-2').beats) {
      if (count === 0 || side === 'both') continue;
      const { arms, head } = skeleton(poseAt(atMs + 6800));
      const sign = side === 'left' ? -1 : 1;
      const bow = arms[side === 'left' ? 0 : 1];
      assert.ok(bow.wrist[0] * sign > 55, `${side} ${count}: the bow`);
      assert.ok(turn(head.rot, [0, 0, 1])[0] * sign > 0.7, `${side} ${count}: the eyes`);
    }
  });

  it('punches straight ahead, at the viewer', () => {
    for (const { side, atMs, count } of form('form-7').beats) {
      if (count === 0) continue;
      const { arms } = skeleton(poseAt(atMs + 3800));
      const { wrist, shoulder, fingers } = arms[side === 'left' ? 0 : 1];
      assert.ok(wrist[2] - shoulder[2] > 45 && fingers[2] > 0.9, `${count}`);
      assert.ok(Math.abs(wrist[0]) < Math.abs(shoulder[0]), `${count}: past the shoulder's line`);
    }
  });

  it('begins each repetition on its count, from where the one before it began', () => {
    for (const { key, beats } of told.forms) {
      const counted = beats.filter(({ count }) => count > 0);
      for (const beat of counted) {
        const first = counted.find(({ side }) => side === beat.side);
        if (first === undefined) continue;
        for (const hand of ['handL', 'handR'] as const) {
          const apart = length(sub(poseAt(beat.atMs)[hand].at, poseAt(first.atMs)[hand].at));
          assert.ok(apart < 0.5, `${key} ${beat.count}: ${apart} cm`);
        }
      }
    }
  });

  it('breathes with each repetition as the programme says, and quietly in between, without a jolt', () => {
    for (const { key, inhale = 0.5, beats } of told.forms) {
      const counted = beats.filter(({ count }) => count > 0);
      for (const [i, { atMs }] of counted.slice(0, -1).entries()) {
        const each = (counted[i + 1]?.atMs ?? atMs) - atMs;
        assert.ok(poseAt(atMs).breath < 0.05 && poseAt(atMs + inhale * each).breath > 0.95, `${key} ${i}`);
      }
    }
    let before = 0;
    for (const { pose, where } of standing) {
      assert.ok(pose.breath >= 0 && pose.breath <= 1 && Math.abs(pose.breath - before) < 0.2, where);
      before = pose.breath;
    }
  });

  it('stands still where a centre names a form that nobody has drawn, and where beats are odd', () => {
    const odd = choreography({
      forms: [
        { ...form('form-1'), key: 'of-our-own', startMs: 0, endMs: 5000, beats: [] },
        {
          ...form('form-3'),
          startMs: 5000,
          endMs: 9000,
          beats: [8999, 8999].map((atMs, i) => ({
            atMs,
            count: i + 1,
            side: 'left',
            cue: null,
            cueEn: null,
          })),
        },
      ],
    });
    for (const ms of [0, 2500, 5000, 8999, 9000, 60_000])
      for (const { wrist } of skeleton(odd(ms)).arms) assert.ok(wrist.every(Number.isFinite), `${ms}`);
  });
});
