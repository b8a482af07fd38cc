import { pose, type Key } from '../rig/pose.ts';
import { EMBRACE, OPEN, STAND, hand } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 3: one palm raised to the sky while the other presses down. */
export const raiseOne: Move = (form) => {
  const ball = pose(EMBRACE, {
    handL: hand([-14, 8, 20], [1, -0.05, 0.2], [0, 1, 0], [-1, -0.3, 0], OPEN),
    handR: hand([15, 22, 20], [-1, 0, 0.2], [0, -1, 0], [1, 0, 0], OPEN),
  });
  const chest = pose(STAND, {
    handL: hand([-15, 36, 20], [1, 0.05, 0.2], [0, 0.5, -0.85], [-1, -0.2, 0], OPEN),
    handR: hand([19, 18, 17], [-1, 0, 0.35], [0, -1, 0], [1, 0, -0.2], OPEN),
  });
  const face = pose(STAND, {
    head: { pitch: -6 },
    handL: hand([-20, 62, 18], [1, 0, 0.05], [0, -0.65, 0.6], [-1, -0.1, -0.1], OPEN),
    handR: hand([24, 10, 13], [-0.4, 0, 0.9], [0, -1, 0], [1, 0, -0.5], OPEN),
  });
  const brow = pose(face, {
    head: { yaw: -6, pitch: -12 },
    handL: { at: [-20, 80, 14], palm: [0, 0.5, 0.85] },
  });
  const top = pose(STAND, {
    pelvis: [-1, 84.2, 0],
    spine: { roll: 3 },
    head: { pitch: -2 },
    handL: hand([-17, 99, 3], [1, 0.02, 0], [0, 1, 0.15], [-1, 0, -0.1], OPEN),
    handR: hand([29, 1, 5], [0.35, 0.12, 0.95], [0.15, -1, 0.1], [0.9, 0.2, -0.5], OPEN),
  });
  const down = pose(STAND, {
    handL: hand([-24, 66, 20], [0.75, 0.6, 0.2], [0.2, -0.2, -1], [-1, -0.4, 0], OPEN),
    handR: hand([28, 6, 12], [-0.2, -0.5, 0.85], [-0.2, -0.5, -0.6], [0.9, 0, -0.5], OPEN),
  });
  const low = pose(
    STAND,
    { pelvis: [0, 82, 0] },
    {
      handL: hand([-19, 26, 21], [0.95, 0, 0.3], [0, -0.5, -0.85], [-1, -0.1, 0], OPEN),
      handR: hand([20, 6, 19], [-0.9, -0.2, 0.4], [0, 0.6, -0.8], [1, -0.2, -0.1], OPEN),
    },
  );
  const once: readonly Key[] = [
    [0, ball],
    [0.16, chest],
    [0.27, face],
    [0.35, brow],
    [0.5, top],
    [0.69, top],
    [0.82, down],
    [0.92, low],
  ];
  return between(form, STAND, once, ball);
};
