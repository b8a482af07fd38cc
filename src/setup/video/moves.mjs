// The choreography of the opening, the closing and the symmetric forms, as keys [ms, pose]. Each function is given
// its form with absolute times and starts and ends in the plain standing pose, so that forms can be joined.

import { CLOSED, EMBRACE, GATHER, OPEN, SOFT, STAND, hand, hands, pose, stance } from './poses.mjs';

const SIDEWAYS = hands([-52, 28, 4], [-0.9, -0.35, 0.1], [-0.1, 0.2, -1], [-0.3, -1, -0.4]);

export function opening({ startMs: t, endMs }) {
  const lifted = pose(CLOSED, { pelvis: [4, 82.5, 0], footL: { at: [-10, 5, 2], heel: 1 } });
  const apart = pose(CLOSED, { pelvis: [3, 82.5, 0], footL: { at: [-15, 0, 0], heel: 0, out: 12 } });
  return [
    [t, CLOSED],
    [t + 2400, pose(CLOSED, { head: { pitch: 8 } })],
    [t + 4200, CLOSED],
    [t + 5200, pose(CLOSED, { pelvis: [4, 83, 0] })],
    [t + 6000, lifted],
    [t + 6900, apart],
    [t + 8000, STAND],
    [t + 9200, pose(STAND, hands([-27, 2, 2], [-0.2, -1, 0.1], [0.3, -0.1, -1], [-0.9, 0, -0.6], OPEN))],
    [t + 11000, pose(STAND, SIDEWAYS)],
    [t + 12800, EMBRACE],
    [endMs - 1400, EMBRACE],
    [endMs, STAND],
  ];
}

export function skyHands({ startMs, endMs, repetitionMs }) {
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
  const up = { ...hands([-13, 99, 3], [1, -0.02, 0], [0, 1, 0.15], [-1, 0, -0.1], OPEN) };
  const top = pose(
    STAND,
    { pelvis: [0, 89.5, 1], head: { pitch: -14 }, footL: { heel: 8 }, footR: { heel: 8 } },
    up,
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
  const keys = [[startMs, STAND]];
  for (const t of repetitionMs) {
    keys.push(
      [t, woven],
      [t + 1300, chest],
      [t + 1750, turning],
      [t + 2250, brow],
      [t + 3300, top],
      [t + 4300, hold],
    );
    keys.push([t + 4900, parting], [t + 5900, wings], [t + 6900, low]);
  }
  return [...keys, [endMs - 800, woven], [endMs, STAND]];
}

export function handsToFeet({ startMs, endMs, repetitionMs }) {
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
  const keys = [[startMs, STAND]];
  for (const t of repetitionMs) {
    keys.push([
      t,
      pose(STAND, hands([-25, 4, 8], [-0.1, -0.7, 0.7], [0.2, -0.7, -0.7], [-0.9, 0, -0.6], OPEN)),
    ]);
    keys.push([t + 900, ahead], [t + 1900, up], [t + 2900, press], [t + 3500, ribs], [t + 4100, back]);
    keys.push(
      [t + 5100, bow],
      [t + 6000, down],
      [t + 6500, feet],
      [t + 7200, feet],
      [t + 8000, reach],
      [t + 8600, ahead],
    );
  }
  keys.pop();
  const last = keys.pop();
  return [
    ...keys,
    last,
    [endMs - 1100, pose(ahead, { handL: { at: [-20, 30, 40] }, handR: { at: [20, 30, 40] } })],
    [endMs, STAND],
  ];
}

export function heelDrops({ startMs, endMs, repetitionMs }) {
  const feet = stance(10, 83.5, 10);
  const still = pose(STAND, feet);
  const raised = pose(
    still,
    { pelvis: [0, 92.5, 2], head: { pitch: -3 }, footL: { heel: 10 }, footR: { heel: 10 } },
    hands([-23, -5, 2], [0, -1, 0], [0.95, 0, -0.3], [-0.9, 0, -0.6], OPEN),
  );
  const landed = pose(still, { pelvis: [0, 81, 1], head: { pitch: 5 } });
  const keys = [[startMs, still]];
  for (const t of repetitionMs) {
    keys.push([t, still], [t + 1050, raised], [t + 1550, raised], [t + 1800, landed], [t + 2150, still]);
  }
  return [...keys, [endMs, still]];
}

export function closing({ startMs: t, endMs }) {
  const still = pose(STAND, stance(10, 83.5, 10));
  const arms = pose(still, SIDEWAYS);
  const folded = pose(
    still,
    { head: { pitch: 6 } },
    {
      handL: hand([-13.5, 9, 17], [0.97, -0.12, 0.12], [0.1, 0, -1], [-1, -0.1, -0.3], SOFT),
      handR: hand([13, 8, 20.5], [-0.97, -0.1, 0.12], [-0.1, 0, -1], [1, -0.1, -0.3], SOFT),
    },
  );
  const breath = pose(folded, { pelvis: [0, 83.8, 0], spine: { pitch: -2 }, face: { lids: 1 } });
  const step = pose(CLOSED, { pelvis: [3, 83, 0], footL: { at: [-9, 3.5, 1] }, footR: { at: [10, 0, 0] } });
  const home = pose(CLOSED, { footL: { at: [-6, 0, 0] }, footR: { at: [10, 0, 0] }, pelvis: [2, 83.8, 0] });
  const nod = pose(home, { head: { pitch: 14 }, spine: { pitch: 6 }, face: { smile: 1 } });
  return [
    [t, still],
    [t + 2200, arms],
    [t + 4000, folded],
    [t + 5400, folded],
    [t + 6600, breath],
    [t + 7900, breath],
    [t + 9000, folded],
    [t + 10200, still],
    [t + 10900, step],
    [t + 11600, home],
    [t + 12500, nod],
    [t + 13400, pose(home, { face: { smile: 1 } })],
    [endMs, pose(home, { face: { smile: 1 } })],
  ];
}
