import { pose, type FootPose, type HandPose, type Pose } from './pose.ts';
import type { Vec } from './vec.ts';

/** How high the hips are on the chair, and how far before them the feet stand. */
const SEAT = 48;
const FEET = 31;
/** Above this, measured from the hips, a hand before the body is clear of the lap. */
const LAP = 13.5;

/** A pose of the standing exercise as it is done on a chair: what arms, trunk and head do, in less, on legs that rest. */
export function sit(p: Pose): Pose {
  return pose(p, {
    pelvis: [Math.max(-3, Math.min(3, p.pelvis[0] * 0.3)), SEAT, 0],
    hips: { yaw: 0, pitch: p.hips.pitch * 0.3, roll: 0 },
    spine: { yaw: p.spine.yaw, pitch: p.spine.pitch * 0.55, roll: p.spine.roll * 0.6 },
    head: { ...p.head, pitch: Math.max(-16, p.head.pitch) },
    footL: seatedFoot(p.footL, -1),
    footR: seatedFoot(p.footR, 1),
    handL: seatedHand(p.handL, -1),
    handR: seatedHand(p.handR, 1),
  });
}

const seatedFoot = ({ heel }: FootPose, sign: -1 | 1): FootPose => ({
  at: [sign * 16, 0, FEET],
  heel: heel * 0.9,
  out: 10,
  knee: 0.12,
});

/** A hand that hung down lies on the thigh; one before the body stays above the lap. */
function seatedHand(hand: HandPose, sign: -1 | 1): HandPose {
  const [x, y, z] = hand.at;
  if (hand.thigh === 0 && y < 3 && hand.fingers[1] < -0.8) return resting(sign);
  if (hand.thigh > 0) return { ...hand, ...resting(sign) };
  const overLap = Math.abs(x) < 34 && z > -6;
  return { ...hand, at: [x, overLap ? Math.max(LAP, y) : y, z] };
}

const resting = (sign: -1 | 1): HandPose => {
  const side = (v: Vec): Vec => [-sign * v[0], v[1], v[2]];
  return {
    at: [sign * 20, 10, 24],
    fingers: side([0.28, -0.32, 0.9]),
    palm: side([0.05, -1, -0.3]),
    elbow: side([-1, 0.1, -0.5]),
    shape: { curl: 0.2, index: 0.16, thumb: 0.4, spread: 0.4 },
    thigh: 1,
  };
};
