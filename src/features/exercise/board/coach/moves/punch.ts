import { pose, type Key } from '../rig/pose.ts';
import { FIST, HORSE, OPEN, STAND, hand, hands } from '../rig/poses.ts';
import { eachTime, type Move } from './form-times.ts';
import { stepsIn, stepsOut } from './wide-steps.ts';

/** Form 7: from the horse stance one fist slowly straight ahead, towards the viewer; the eyes wide. */
export const punch: Move = (form) => {
  const waist = hands([-22, 15, 9], [0.12, 0.05, 1], [0, 1, 0], [-0.5, 0.1, -1], FIST);
  const set = pose(STAND, HORSE, waist, {
    pelvis: [0, 63, 0],
    face: { glare: 1, smile: 0, lids: 0 },
    head: { pitch: 4 },
  });
  // The fist turns on its way: palm up at the waist, thumb up when it has arrived.
  const half = pose(set, {
    spine: { yaw: 4 },
    handL: hand([-19, 30, 34], [0.05, 0.1, 1], [0.7, 0.7, 0], [-0.8, -0.8, -0.3], FIST),
  });
  const hit = pose(set, {
    pelvis: [0, 62, 0],
    spine: { yaw: 12 },
    handL: hand([-13, 41, 62], [0.02, 0.02, 1], [1, 0.1, 0], [-0.5, -1, 0], FIST),
    handR: { at: [23, 15, 5] },
  });
  const open = pose(hit, { handL: { fingers: [0.1, 0.72, 0.7], palm: [0.1, -0.7, 0.72], shape: OPEN } });
  const grip = pose(hit, { handL: { fingers: [0.1, 0.15, 1], palm: [0.2, 1, 0] } });
  const once: readonly Key[] = [
    [0, set],
    [0.16, half],
    [0.36, hit],
    [0.52, hit],
    [0.62, open],
    [0.73, grip],
    [0.87, pose(half, { handL: { palm: [0, 1, 0] } })],
  ];
  const { startMs, endMs, repetitions } = form;
  const first = repetitions[0]?.atMs ?? endMs;
  const done = eachTime(form, once);
  const over = done[done.length - 1]?.[0] ?? first;
  const rest = endMs - over;
  return [
    ...stepsOut(startMs, (first - startMs) * 0.7),
    ...done,
    [over + rest * 0.1, set],
    ...stepsIn(over + rest * 0.36, endMs, { handL: set.handL, handR: set.handR }),
  ];
};
