import { pose, type Key } from '../rig/pose.ts';
import { ARCHER, CLAW, GATHER, OPEN, STAND, hand } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 2: a step to the side, and a bow drawn there. */
export const drawBow: Move = (form) => {
  const step = {
    footL: { at: [-30, 4, 2], out: 18 },
    footR: { at: [15, 0, 0], out: 18 },
    pelvis: [4, 81, 0],
  } as const;
  const set = { footL: { at: [-52, 0, 0], out: 26 }, footR: { at: [15, 0, 0], out: 26 } } as const;
  const crossed = {
    handL: hand([1, 37, 24], [0.5, 0.86, 0.05], [0.1, 0, -1], [-0.6, -1, 0.1], OPEN),
    handR: hand([-1, 38, 19], [-0.5, 0.86, 0.05], [-0.1, 0, -1], [0.6, -1, 0.1], OPEN),
  };
  const crossing = pose(STAND, step, {
    handL: { ...crossed.handL, at: [-8, 20, 23] },
    handR: { ...crossed.handR, at: [8, 20, 20] },
  });
  const ready = pose(STAND, set, { pelvis: [-15, 76, 0] }, crossed);
  const drawn = pose(STAND, set, {
    pelvis: [-18, 65, 0],
    head: { yaw: -74, pitch: 0 },
    spine: { yaw: -6 },
    handL: hand([-68.6, 46.5, 4], [-0.12, 1, 0.1], [-1, -0.1, 0.25], [-0.1, -1, -0.3], ARCHER),
    handR: hand([15, 46, 15], [-1, 0.05, 0.2], [0, -0.3, -1], [1, 0.16, -0.2], CLAW),
  });
  const half = pose(drawn, {
    pelvis: [-17, 69, 0],
    head: { yaw: -50 },
    handL: { at: [-40, 43, 24], palm: [-0.7, 0, 0.6] },
    handR: { at: [4, 42, 22] },
  });
  const opened = pose(STAND, set, {
    pelvis: [-10, 73, 0],
    head: { yaw: -20 },
    handL: hand([-64, 44, 6], [-0.7, 0.7, 0.1], [-0.6, -0.5, 0.7], [-0.2, -1, -0.3], OPEN),
    handR: hand([60, 50, 8], [0.7, 0.7, 0.1], [0.6, -0.5, 0.7], [0.2, -1, -0.3], OPEN),
  });
  const back = pose(STAND, {
    footL: { at: [-32, 4, 1], out: 18 },
    pelvis: [5, 81.5, 0],
    handL: hand([-40, 12, 12], [-0.5, -0.85, 0.2], [0.5, 0.1, 0.85], [-0.8, -0.4, -0.4], OPEN),
    handR: hand([40, 12, 12], [0.5, -0.85, 0.2], [-0.5, 0.1, 0.85], [0.8, -0.4, -0.4], OPEN),
  });
  const once: readonly Key[] = [
    [0, pose(STAND, { pelvis: [3, 83, 0] })],
    [0.1, crossing],
    [0.2, ready],
    [0.33, half],
    [0.47, drawn],
    [0.63, drawn],
    [0.76, opened],
    [0.88, back],
  ];
  return between(form, STAND, once, GATHER);
};
