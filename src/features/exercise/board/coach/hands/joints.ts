import { add, bend, cross, mix, mul, square, unit, type Vec } from '../rig/vec.ts';
import type { OneHand } from './hands-pose.ts';

/** A bone of a finger with its flesh, and which way its inner side looks. */
export interface Bone {
  readonly from: Vec;
  readonly to: Vec;
  readonly thick: readonly [from: number, to: number];
  readonly inner: Vec;
  /** 0 at the palm, 2 at the tip. */
  readonly place: 0 | 1 | 2;
}

export interface Joints {
  /** A point of the palm by centimetres along the fingers, towards the thumb, and out of the palm. */
  readonly palmAt: (along: number, across: number, out?: number) => Vec;
  readonly palm: Vec;
  readonly fingers: readonly (readonly Bone[])[];
  readonly thumb: readonly Bone[];
}

/** From index to little finger: along the palm, across it, the lengths of the bones, how thick at their ends. */
const FINGERS = [
  { along: 9.1, across: 2.95, bones: [4.0, 2.5, 2.0], thick: [1.04, 0.95, 0.87, 0.72] },
  { along: 9.5, across: 1.0, bones: [4.4, 2.8, 2.1], thick: [1.08, 0.98, 0.9, 0.74] },
  { along: 9.1, across: -0.95, bones: [4.1, 2.6, 2.1], thick: [1.02, 0.93, 0.85, 0.71] },
  { along: 8.1, across: -2.8, bones: [3.2, 2.0, 1.8], thick: [0.9, 0.81, 0.74, 0.62] },
] as const;
const THUMB = { bones: [4.0, 3.3, 2.6], thick: [1.9, 1.35, 1.18, 0.86] } as const;
/** How far the thumb has to come over for each fingertip. */
const OVER = [0.35, 0.6, 0.8, 1] as const;

const RAD = Math.PI / 180;

/** Where every joint of a hand is. `sign`: −1 for the viewer's left, 1 for the right. */
export function jointsOf(hand: OneHand, sign: -1 | 1): Joints {
  const f = unit(hand.fingers);
  const n = square(hand.palm, f);
  const t = mul(cross(f, n), -sign);
  const palmAt = (along: number, across: number, out = 0): Vec => add(hand.at, way(along, across, out));
  const way = (along: number, across: number, out: number): Vec =>
    add(add(mul(f, along), mul(t, across)), mul(n, out));

  const fingers = FINGERS.map(({ along, across, bones, thick }, i) => {
    const curl = hand.curls[i] ?? 0;
    const lean = unit(add(f, mul(t, hand.spread * (1.5 - i) * 0.17)));
    let from = palmAt(along, across);
    // The joints bend together, the middle one furthest.
    let angle = 0;
    return bones.map((long, k): Bone => {
      angle += curl * ([80, 100, 68][k] ?? 0);
      const [c, s] = [Math.cos(angle * RAD), Math.sin(angle * RAD)];
      const to = add(from, mul(add(mul(lean, c), mul(n, s)), long));
      const bone: Bone = {
        from,
        to,
        thick: [thick[k] ?? 1, thick[k + 1] ?? 1],
        inner: add(mul(n, c), mul(lean, -s)),
        place: k === 0 ? 0 : k === 1 ? 1 : 2,
      };
      from = to;
      return bone;
    });
  });

  return { palmAt, palm: n, fingers, thumb: thumbOf(hand, way, fingers, n, t) };
}

function thumbOf(
  { at, out, fold, touches }: OneHand,
  way: (along: number, across: number, out: number) => Vec,
  fingers: readonly (readonly Bone[])[],
  n: Vec,
  t: Vec,
): readonly Bone[] {
  const share = Math.min(
    1,
    touches.reduce((sum, one) => sum + one, 0),
  );
  const total = Math.max(share, 1e-6);
  const over = touches.reduce((sum, one, i) => sum + one * (OVER[i] ?? 1), 0) / total;
  const free = (folded: Vec, open: Vec, beside: Vec): Vec => mix(mix(beside, open, out), folded, fold);
  const first = free(way(0.78, 0.28, 0.6), way(0.7, 0.68, 0.22), way(0.93, 0.28, 0.32));
  const opposed = way(0.75, 0.5 - 0.6 * over, 0.5 + 0.35 * over);
  const root = add(at, way(2.5, 1.9, 0.6));
  const [a, b, c] = THUMB.bones;
  const knuckle = add(root, mul(unit(mix(first, opposed, share)), a));
  const freeJoint = add(
    knuckle,
    mul(unit(free(way(0.5, -0.3, 0.8), way(0.76, 0.62, 0.12), way(0.96, 0.12, 0.22))), b),
  );
  const freeTip = add(
    freeJoint,
    mul(unit(free(way(0.22, -0.96, 0.12), way(0.86, 0.5, 0.06), way(0.99, 0.02, 0.1))), c),
  );
  // The pad of the fingertip it goes to; half-way between two while it passes from one to the next.
  const goal = touches.reduce<Vec>(
    (sum, one, i) => {
      const tip = fingers[i]?.[2];
      if (tip === undefined) return sum;
      return add(sum, mul(add(mix(tip.from, tip.to, 0.8), mul(tip.inner, 1.2)), one / total));
    },
    [0, 0, 0],
  );
  const reached = bend(knuckle, share < 1e-6 ? freeTip : goal, b, c, add(t, n));
  const joint = mix(freeJoint, reached.joint, share);
  const tip = mix(freeTip, reached.end, share);
  const points = [root, knuckle, joint, tip];
  // The thumb's inner side looks half across the palm.
  const inner = unit(add(mul(t, -0.75), mul(n, 0.65)));
  return ([0, 1, 2] as const).map((k): Bone => {
    const [from = root, to = tip] = points.slice(k);
    return { from, to, thick: [THUMB.thick[k], THUMB.thick[k + 1] ?? 1], inner, place: k };
  });
}
