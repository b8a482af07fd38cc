import { pose, type Key } from '../rig/pose.ts';
import { HORSE, OPEN, SOFT, STAND, hands } from '../rig/poses.ts';
import { eachTime, type Move } from './form-times.ts';
import { inWideStance, stepsIn, stepsOut } from './wide-steps.ts';

const HELD = hands([-36, -8, 20], [0.7, -0.62, 0.35], [0.1, -0.75, -0.65], [-1, 0.35, -0.1], SOFT, 1);

/**
 * Form 5: hands on the thighs; a lean to the side the form is named by, then the trunk passes low through the middle to
 * the other.
 */
export const sway: Move = (form) => {
  const horse = pose(STAND, HORSE, HELD, { head: { pitch: 0 } });
  const lean = pose(horse, {
    pelvis: [-9, 62, 0],
    spine: { roll: -34, pitch: 12 },
    head: { roll: -10, pitch: 6 },
  });
  const low = pose(horse, {
    pelvis: [-10, 60, -5],
    hips: { pitch: 12 },
    spine: { roll: -30, pitch: 46, yaw: -10 },
    head: { roll: -12, pitch: 8, yaw: -14 },
  });
  const through = pose(horse, {
    pelvis: [0, 58, -8],
    hips: { pitch: 18 },
    spine: { roll: 4, pitch: 56, yaw: 0 },
    head: { roll: -4, pitch: 0, yaw: -22 },
  });
  const far = pose(horse, {
    pelvis: [10, 60, -5],
    hips: { pitch: 12, roll: 4 },
    spine: { roll: 34, pitch: 40, yaw: 8 },
    head: { roll: 6, pitch: -6, yaw: -34 },
  });
  const tail = pose(horse, {
    pelvis: [-8, 59, 0],
    spine: { roll: 22, pitch: 2, yaw: 4 },
    head: { roll: 12, pitch: -20, yaw: -8 },
  });
  const rise = pose(horse, { pelvis: [-2, 58, 0], spine: { roll: 4, pitch: -4 }, head: { pitch: -16 } });
  const once: readonly Key[] = [
    [0, horse],
    [0.18, lean],
    [0.32, low],
    [0.46, through],
    [0.6, far],
    [0.74, tail],
    [0.85, rise],
    [0.94, horse],
  ];
  const arms = hands([-50, 26, 8], [-0.9, -0.2, 0.2], [0, -1, 0.2], [-0.3, -0.8, -0.4], OPEN);
  const { startMs, endMs, repetitions } = form;
  const first = repetitions[0]?.atMs ?? endMs;
  const done = eachTime(form, once);
  const over = done[done.length - 1]?.[0] ?? first;
  const rest = endMs - over;
  return [
    ...stepsOut(startMs, (first - startMs) * 0.6),
    [startMs + (first - startMs) * 0.78, inWideStance(arms)],
    ...done,
    [over + rest * 0.1, horse],
    ...stepsIn(over + rest * 0.36, endMs, arms),
  ];
};
