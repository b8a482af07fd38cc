import { pose, type Key } from '../rig/pose.ts';
import { OPEN, STAND, hands } from '../rig/poses.ts';
import { sit } from '../rig/sit.ts';
import { between, type Move } from './form-times.ts';

/** Form 6 on a chair: the arms up, then the hands stroke down the thighs, over the knees to the shins, as far as goes. */
export const reachToKnees: Move = (form) => {
  const still = sit(STAND);
  const ahead = pose(still, hands([-19, 46, 46], [0, 0.25, 1], [0.1, -1, 0.2], [-0.5, -1, -0.2], OPEN));
  const up = pose(
    still,
    { head: { pitch: -8 } },
    hands([-19, 97, 6], [0, 1, 0.05], [0.15, 0, 1], [-1, 0, -0.2], OPEN),
  );
  const press = pose(
    still,
    { head: { pitch: 8 } },
    hands([-17, 36, 20], [1, 0, 0.2], [0, -1, 0], [-1, 0.1, -0.2], OPEN),
  );
  const lap = pose(
    still,
    { head: { pitch: 8 } },
    hands([-17, 12, 22], [0.1, -0.3, 1], [0, -1, -0.2], [-1, 0.2, -0.3], OPEN),
  );
  const knees = pose(
    still,
    { hips: { pitch: 14 }, spine: { pitch: 24 }, head: { pitch: -4 } },
    hands([-18, 9, 42], [0.1, -0.5, 0.9], [0, -0.9, -0.4], [-1, 0.2, 0], OPEN),
  );
  const shins = pose(
    still,
    { hips: { pitch: 26 }, spine: { pitch: 40 }, head: { pitch: -18 } },
    hands([-18, -14, 51], [0.05, -0.95, 0.3], [0.1, -0.3, -0.95], [-1, 0.2, 0.2], OPEN),
  );
  const reach = pose(
    still,
    { hips: { pitch: 14 }, spine: { pitch: 20 }, head: { pitch: -16 } },
    hands([-17, 26, 58], [0, -0.1, 1], [0, -1, -0.1], [-1, -0.4, 0], OPEN),
  );
  const once: readonly Key[] = [
    [0, still],
    [0.1, ahead],
    [0.21, up],
    [0.25, up],
    [0.36, press],
    [0.45, lap],
    [0.56, knees],
    [0.66, shins],
    [0.74, shins],
    [0.85, reach],
    [0.93, pose(lap, { head: { pitch: 0 } })],
  ];
  return between(form, still, once);
};
