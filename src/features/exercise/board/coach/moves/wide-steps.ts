import { pose, type Key, type PoseChange } from '../rig/pose.ts';
import { OPEN, STAND, hands } from '../rig/poses.ts';

const APART = { footL: { at: [-42, 0, 0], out: 26 }, footR: { at: [42, 0, 0], out: 26 } } as const;

const shifted = pose(STAND, { pelvis: [4, 83, 0] });
const lifted = pose(STAND, { pelvis: [6, 80, 0], footL: { at: [-28, 4, 1] } });
const oneOut = pose(STAND, {
  pelvis: [-13, 77, 0],
  footL: { at: [-42, 0, 0], out: 26 },
  footR: { at: [15, 0, 0] },
});
const otherLifted = pose(STAND, {
  pelvis: [-10, 77, 0],
  footL: { at: [-42, 0, 0], out: 26 },
  footR: { at: [28, 3.5, 1], out: 20 },
});
/** The arms on their way down to the sides. */
const LOWERED = hands([-36, 7, 10], [-0.5, -0.85, 0.15], [0.6, -0.2, 0.7], [-0.8, -0.2, -0.5], OPEN);
const wide = pose(STAND, APART, { pelvis: [-2, 73.5, 0] });

/** From standing into a wide stance in two unhurried steps. */
export const stepsOut = (atMs: number, lengthMs: number): readonly Key[] => [
  [atMs, STAND],
  [atMs + lengthMs * 0.16, shifted],
  [atMs + lengthMs * 0.42, lifted],
  [atMs + lengthMs * 0.6, oneOut],
  [atMs + lengthMs * 0.8, otherLifted],
  [atMs + lengthMs, wide],
];

/** And back the same way, with the arms as they are held. */
export const stepsIn = (atMs: number, endMs: number, arms: PoseChange): readonly Key[] => {
  const at = (share: number): number => atMs + (endMs - atMs) * share;
  return [
    [atMs, pose(STAND, APART, { pelvis: [0, 75, 0] }, arms)],
    [at(0.3), pose(STAND, APART, { pelvis: [-5, 73, 0] }, LOWERED)],
    [at(0.5), pose(otherLifted, { pelvis: [-9, 79, 0] })],
    [at(0.65), pose(oneOut, { pelvis: [2, 74.5, 0] })],
    [at(0.82), pose(lifted, { pelvis: [5, 82, 0], footL: { at: [-28, 3.5, 1] } })],
    [endMs, STAND],
  ];
};

export const inWideStance = (arms: PoseChange): ReturnType<typeof pose> =>
  pose(STAND, APART, { pelvis: [0, 74, 0] }, arms);
