import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { handChoreography } from '../../../../src/features/exercise/board/coach/choreography.ts';
import { stageFor } from '../../../../src/features/exercise/board/coach/stage.ts';
import { jointsOf, type Bone } from '../../../../src/features/exercise/board/coach/hands/joints.ts';
import { sub, type Vec } from '../../../../src/features/exercise/board/coach/rig/vec.ts';

interface Told {
  readonly durationMs: number;
  readonly forms: Parameters<typeof handChoreography>[0]['forms'];
}
const told: Told = JSON.parse(
  readFileSync(new URL('../../../../public/media/hand-exercises.json', import.meta.url), 'utf8'),
);
const handsAt = handChoreography(told);
const length = (v: Vec): number => Math.hypot(...v);
const beats = (key: string) => told.forms.find((form) => form.key === key)?.beats ?? [];

/** How straight a finger is: 1 stretched out, near 0 where its tip is back at the palm. */
const stretched = (bones: readonly Bone[]): number => {
  const [first, , last] = bones;
  assert.ok(first && last);
  const whole = bones.reduce((sum, { from, to }) => sum + length(sub(to, from)), 0);
  return length(sub(last.to, first.from)) / whole;
};
const both = (ms: number) => [jointsOf(handsAt(ms).handL, -1), jointsOf(handsAt(ms).handR, 1)] as const;

describe('the drawn hands', () => {
  it('are whole at every moment, each on its own side', () => {
    for (let ms = 0; ms <= told.durationMs; ms += 120) {
      const [left, right] = both(ms);
      for (const { fingers, thumb } of [left, right]) {
        for (const { from, to } of [...fingers.flat(), ...thumb]) {
          const long = length(sub(to, from));
          assert.ok(long > 0.8 && long < 4.6, `${ms} ms: a bone of ${long} cm`);
        }
      }
      assert.ok((left.palmAt(5, 0)[0] ?? 0) < 0 && (right.palmAt(5, 0)[0] ?? 0) > 0, `${ms} ms`);
    }
  });

  it('fold the finger that is called, one after the other, and open them the other way round', () => {
    beats('fold').forEach(({ atMs, cueEn }, i) => {
      const step = i % 10;
      for (const { fingers } of both(atMs + 2200)) {
        fingers.forEach((bones, finger) => {
          const isIn = step < 5 ? finger + 1 <= step : finger + 1 < 9 - step;
          assert.equal(stretched(bones) < 0.6, isIn, `${cueEn}, finger ${finger}`);
        });
      }
    });
  });

  it('bring the thumb to the fingertip that is called', () => {
    beats('touch').forEach(({ atMs, cueEn }, i) => {
      for (const { fingers, thumb } of both(atMs + 2000)) {
        const tip = thumb[2]?.to;
        const pad = fingers[i % 4]?.[2]?.to;
        assert.ok(tip && pad);
        assert.ok(length(sub(tip, pad)) < 1.8, `${cueEn}: ${length(sub(tip, pad))} cm apart`);
      }
    });
  });

  it('show fists, and palms and backs, when they are called', () => {
    for (const { atMs } of beats('fists'))
      for (const { fingers } of both(atMs + 2000))
        assert.ok(fingers.every((bones) => stretched(bones) < 0.6));
    for (const { atMs } of beats('turn')) {
      for (const { palm } of both(atMs)) assert.ok(palm[2] > 0.9, 'the palm first');
      for (const { palm } of both(atMs + 3200)) assert.ok(palm[2] < -0.9, 'then the back');
    }
  });

  it("is a mirror: the thumb that is called left is on the viewer's left", () => {
    for (const { atMs, side } of beats('swap')) {
      const [left, right] = both(atMs + 2800);
      const [thumb, little] = side === 'left' ? [left, right] : [right, left];
      const out = ({ thumb: bones, palmAt }: typeof left): number =>
        length(sub(bones[2]?.to ?? [0, 0, 0], palmAt(8, -1)));
      assert.ok(out(thumb) > out(little) + 2, side);
      assert.ok(stretched(little.fingers[3] ?? []) > 0.9 && stretched(thumb.fingers[3] ?? []) < 0.6, side);
    }
  });

  it('are drawn anew only where something has moved, and always then', () => {
    const { isAlike = () => false } = stageFor({ forms: told.forms, coach: { kind: 'hands', seated: true } });
    const tips = (ms: number): readonly Vec[] =>
      both(ms).flatMap(({ fingers, thumb }) => [...fingers.flat(), ...thumb].map(({ to }) => to));
    let held = 0;
    let frames = 0;
    for (let ms = 40; ms <= told.durationMs; ms += 40) {
      frames += 1;
      if (!isAlike(ms - 40, ms)) continue;
      held += 1;
      const before = tips(ms - 40);
      const moved = Math.max(...tips(ms).map((tip, i) => length(sub(tip, before[i] ?? tip))));
      assert.ok(moved < 0.001, `${ms} ms: something has moved by ${moved} cm, and nobody would see it`);
    }
    assert.ok(held / frames > 0.25, `held ${held} of ${frames} frames`);
  });
});
