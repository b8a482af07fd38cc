import { pose, type Key } from '../rig/pose.ts';
import { OPEN, STAND, hands } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 6: the hands stroke down the back and the legs to the feet. */
export const handsToFeet: Move = (form) => {
  const ready = pose(STAND, hands([-25, 4, 8], [-0.1, -0.7, 0.7], [0.2, -0.7, -0.7], [-0.9, 0, -0.6], OPEN));
  const ahead = pose(STAND, hands([-19, 46, 46], [0, 0.25, 1], [0.1, -1, 0.2], [-0.5, -1, -0.2], OPEN));
  const up = pose(
    STAND,
    { head: { pitch: -8 } },
    hands([-19, 98, 6], [0, 1, 0.05], [0.15, 0, 1], [-1, 0, -0.2], OPEN),
  );
  const press = pose(
    STAND,
    { head: { pitch: 8 } },
    hands([-17, 36, 20], [1, 0, 0.2], [0, -1, 0], [-1, 0.1, -0.2], OPEN),
  );
  const ribs = pose(
    STAND,
    hands([-22, 28, -3], [0.25, -0.4, -0.9], [0.9, 0.2, 0.1], [-0.9, 0.1, -0.7], OPEN),
  );
  const back = pose(
    STAND,
    { head: { pitch: -4 } },
    hands([-12, 12, -13], [0.15, -1, -0.1], [0, 0, 1], [-1, 0.1, -0.7], OPEN),
  );
  const bow = pose(
    STAND,
    { pelvis: [0, 82.5, -9], hips: { pitch: 26 }, spine: { pitch: 36 }, head: { pitch: -8 } },
    hands([-19, -22, -5], [0, -1, 0.15], [0.7, 0, 0.7], [-1, 0, -0.3], OPEN),
  );
  const down = pose(
    STAND,
    { pelvis: [0, 79.5, -15], hips: { pitch: 54 }, spine: { pitch: 56 }, head: { pitch: -24 } },
    hands([-20, -58, 13], [0.1, -0.85, 0.5], [0.5, -0.5, -0.2], [-1, 0.1, 0.3], OPEN),
  );
  const feet = pose(
    down,
    { pelvis: [0, 77.5, -18], hips: { pitch: 66 }, spine: { pitch: 62 }, head: { pitch: -40 } },
    hands([-16, -68, 26], [0.1, -0.55, 0.85], [0.1, -0.85, -0.5], [-1, 0.2, 0.3], OPEN),
  );
  const reach = pose(
    STAND,
    { pelvis: [0, 81.5, -11], hips: { pitch: 36 }, spine: { pitch: 40 }, head: { pitch: -26 } },
    hands([-17, 0, 64], [0, -0.1, 1], [0, -1, -0.1], [-1, -0.2, 0], OPEN),
  );
  const once: readonly Key[] = [
    [0, ready],
    [0.09, ahead],
    [0.19, up],
    [0.22, up],
    [0.33, press],
    [0.39, ribs],
    [0.45, back],
    [0.55, bow],
    [0.64, down],
    [0.69, feet],
    [0.73, feet],
    [0.845, reach],
    [0.92, ahead],
  ];
  return between(
    form,
    STAND,
    once,
    pose(ready, { handL: { at: [-20, 26, 34] }, handR: { at: [20, 26, 34] } }),
  );
};
