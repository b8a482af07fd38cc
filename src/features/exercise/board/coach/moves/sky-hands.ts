import { pose, type Key } from '../rig/pose.ts';
import { GATHER, OPEN, STAND, hands } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 1: fingers woven, pushed up to the sky, let go to both sides. */
export const skyHands: Move = (form) => {
  const woven = pose(GATHER, hands([-13.5, 2, 20], [1, -0.05, 0.2], [0, 1, 0], [-1, -0.3, 0], OPEN));
  const chest = pose(
    STAND,
    { head: { pitch: 6 } },
    hands([-12.5, 38, 20], [1, -0.1, 0.2], [0, 0.35, -0.95], [-1, -0.15, 0], OPEN),
  );
  const turning = pose(STAND, hands([-13, 55, 21], [1, 0, 0.1], [0, -0.75, 0.4], [-1, 0.1, -0.1], OPEN));
  const brow = pose(
    STAND,
    { head: { pitch: -12 } },
    hands([-13, 76, 18], [1, 0, 0], [0, 0.5, 0.85], [-1, 0.1, -0.2], OPEN),
  );
  const top = pose(
    STAND,
    { pelvis: [0, 89.5, 1], head: { pitch: -14 }, footL: { heel: 8 }, footR: { heel: 8 } },
    hands([-13, 99, 3], [1, -0.02, 0], [0, 1, 0.15], [-1, 0, -0.1], OPEN),
  );
  const hold = pose(top, { head: { pitch: 0 } });
  const parting = pose(
    STAND,
    { pelvis: [0, 87, 0.5], footL: { heel: 5 }, footR: { heel: 5 } },
    hands([-38, 88, 4], [-0.25, 1, 0], [-0.9, -0.1, 0.5], [-0.6, -0.6, -0.4], OPEN),
  );
  const wings = pose(
    STAND,
    hands([-65, 50, 5], [-0.98, 0.08, 0.1], [-0.05, -0.6, 0.8], [-0.2, -1, -0.4], OPEN),
  );
  const low = pose(
    STAND,
    hands([-42, 8, 12], [-0.6, -0.8, 0.15], [0.5, -0.2, 0.85], [-0.8, -0.2, -0.5], OPEN),
  );
  const once: readonly Key[] = [
    [0, woven],
    [0.17, chest],
    [0.23, turning],
    [0.29, brow],
    [0.43, top],
    [0.58, hold],
    [0.66, parting],
    [0.79, wings],
    [0.91, low],
  ];
  return between(form, STAND, once, woven);
};
