import { pose, type Key } from '../rig/pose.ts';
import { CLOSED, EMBRACE, OPEN, SOFT, STAND, hand, hands, stance } from '../rig/poses.ts';
import type { Move } from './form-times.ts';

const SIDEWAYS = hands([-52, 28, 4], [-0.9, -0.35, 0.1], [-0.1, 0.2, -1], [-0.3, -1, -0.4]);
const FLOATED = pose(STAND, hands([-18, 44, 40], [0, 0.02, 1], [0.1, -1, 0.2], [-0.6, -1, -0.2]));
const SUNK = pose(
  STAND,
  { pelvis: [0, 78.5, 0] },
  hands([-19, 8, 24], [0, 0.12, 1], [0.1, -1, 0.1], [-0.9, -0.2, -0.6], OPEN),
);

/** Keys whose times are shares of the form's length, as poses of it. */
const spread = (startMs: number, endMs: number, keys: readonly Key[]): readonly Key[] =>
  keys.map(([share, p]): Key => [startMs + share * (endMs - startMs), p]);

/** Standing together, a nod, a step to the side, two breaths with the arms, the arms round before the belly. */
export const opening: Move = ({ startMs, endMs }) => {
  const shifted = pose(CLOSED, { pelvis: [4, 83, 0] });
  const lifted = pose(CLOSED, { pelvis: [4, 82.5, 0], footL: { at: [-10, 5, 2], heel: 1 } });
  const apart = pose(CLOSED, { pelvis: [3, 82.5, 0], footL: { at: [-15, 0, 0], heel: 0, out: 12 } });
  const apartHands = hands([-27, 2, 2], [-0.2, -1, 0.1], [0.3, -0.1, -1], [-0.9, 0, -0.6], OPEN);
  return spread(startMs, endMs, [
    [0, CLOSED],
    [0.06, CLOSED],
    [0.1, pose(CLOSED, { head: { pitch: 8 } })],
    [0.14, CLOSED],
    [0.2, CLOSED],
    [0.235, shifted],
    [0.265, lifted],
    [0.295, apart],
    [0.33, STAND],
    [0.37, STAND],
    [0.45, FLOATED],
    [0.53, SUNK],
    [0.56, SUNK],
    [0.64, FLOATED],
    [0.72, SUNK],
    [0.75, pose(STAND, apartHands)],
    [0.81, pose(STAND, SIDEWAYS)],
    [0.88, EMBRACE],
    [0.95, EMBRACE],
    [1, STAND],
  ]);
};

const TOGETHER = pose(STAND, stance(10, 83.5, 10));

/** The hands folded on the belly, two quiet breaths, the feet together, a nod. */
export const closing: Move = ({ startMs, endMs }) => {
  const folded = pose(
    TOGETHER,
    { head: { pitch: 6 } },
    {
      handL: hand([-13.5, 9, 17], [0.97, -0.12, 0.12], [0.1, 0, -1], [-1, -0.1, -0.3], SOFT),
      handR: hand([13, 8, 20.5], [-0.97, -0.1, 0.12], [-0.1, 0, -1], [1, -0.1, -0.3], SOFT),
    },
  );
  const breath = pose(folded, { pelvis: [0, 83.8, 0], spine: { pitch: -2 }, face: { lids: 1 } });
  const out = pose(folded, { face: { lids: 1 } });
  const step = pose(CLOSED, {
    pelvis: [3, 83, 0],
    footL: { at: [-9, 3.5, 1] },
    footR: { at: [10, 0, 0] },
  });
  const home = pose(CLOSED, {
    pelvis: [2, 83.8, 0],
    footL: { at: [-6, 0, 0] },
    footR: { at: [10, 0, 0] },
  });
  const smiling = pose(home, { face: { smile: 1 } });
  return spread(startMs, endMs, [
    [0, TOGETHER],
    [0.03, TOGETHER],
    [0.11, pose(TOGETHER, SIDEWAYS)],
    [0.2, folded],
    [0.28, folded],
    [0.36, breath],
    [0.44, out],
    [0.52, breath],
    [0.6, out],
    [0.64, folded],
    [0.72, TOGETHER],
    [0.77, step],
    [0.81, home],
    [0.87, pose(home, { head: { pitch: 14 }, spine: { pitch: 6 }, face: { smile: 1 } })],
    [0.94, smiling],
    [1, smiling],
  ]);
};
