import { pose, type Key } from '../rig/pose.ts';
import { OPEN, STAND, hand, hands } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 4: palms turned out, a slow look over the shoulder. */
export const lookBack: Move = (form) => {
  const press = pose(
    STAND,
    { pelvis: [0, 81, 0] },
    hands([-29, 5, 9], [-0.3, -0.15, 1], [-0.1, -1, 0], [-0.9, 0.2, -0.5], OPEN),
  );
  const out = pose(
    STAND,
    hands([-38, 8, 2], [-0.6, -0.8, 0.1], [-0.5, -0.1, 0.85], [-0.5, -0.2, -0.9], OPEN),
  );
  const look = pose(STAND, {
    pelvis: [0, 84.2, 0],
    spine: { yaw: -22, pitch: -2 },
    head: { yaw: -58, pitch: -2 },
    handL: hand([-43, 12, -8], [-0.66, -0.75, -0.1], [-0.45, 0.25, 0.85], [-0.2, -0.3, -1], OPEN),
    handR: hand([43, 12, 4], [0.66, -0.75, 0], [0.45, 0.25, 0.85], [0.2, -0.3, -1], OPEN),
  });
  const once: readonly Key[] = [
    [0, press],
    [0.17, out],
    [0.42, look],
    [0.67, look],
    [0.86, pose(out, { head: { yaw: -8 } })],
  ];
  return between(form, STAND, once, press);
};
