// The choreography of the forms done to the left and to the right: written for the left, mirrored for the right.

import {
  ARCHER,
  CLAW,
  EMBRACE,
  FIST,
  GATHER,
  HORSE,
  OPEN,
  SOFT,
  STAND,
  WIDE,
  hand,
  hands,
  mirror,
  pose,
} from './poses.mjs';

/** Plays `left` ([[offset, pose], …]) at each repetition, mirrored where its side is the right. */
function play(form, left) {
  return form.repetitionMs.flatMap((t, i) =>
    left.map(([at, p]) => [t + at, form.sides[i] === 'left' ? p : mirror(p)]),
  );
}

export function drawBow(form) {
  const step = {
    footL: { at: [-30, 4, 2], out: 18 },
    footR: { at: [15, 0, 0], out: 18 },
    pelvis: [4, 81, 0],
  };
  const set = { footL: { at: [-52, 0, 0], out: 26 }, footR: { at: [15, 0, 0], out: 26 } };
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
  const left = [
    [0, pose(STAND, { pelvis: [3, 83, 0] })],
    [700, crossing],
    [1400, ready],
    [2300, half],
    [3200, drawn],
    [4300, drawn],
    [5100, opened],
    [5900, back],
  ];
  return [[form.startMs, STAND], ...play(form, left), [form.endMs - 800, GATHER], [form.endMs, STAND]];
}

export function raiseOne(form) {
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
  const left = [
    [0, ball],
    [900, chest],
    [1500, face],
    [1950, brow],
    [2800, top],
    [3900, top],
    [4600, down],
    [5150, low],
  ];
  return [[form.startMs, STAND], ...play(form, left), [form.endMs - 800, mirror(ball)], [form.endMs, STAND]];
}

export function lookBack(form) {
  const press = pose(
    STAND,
    { pelvis: [0, 81, 0] },
    hands([-29, 5, 9], [-0.3, -0.15, 1], [-0.1, -1, 0], [-0.9, 0.2, -0.5], OPEN),
  );
  const out = pose(
    STAND,
    hands([-38, 8, 2], [-0.6, -0.8, 0.1], [-0.5, -0.1, 0.85], [-0.5, -0.2, -0.9], OPEN),
  );
  const look = pose(STAND, {
    pelvis: [0, 84.2, 0],
    spine: { yaw: -22, pitch: -2 },
    head: { yaw: -58, pitch: -2 },
    handL: hand([-43, 12, -8], [-0.66, -0.75, -0.1], [-0.45, 0.25, 0.85], [-0.2, -0.3, -1], OPEN),
    handR: hand([43, 12, 4], [0.66, -0.75, 0], [0.45, 0.25, 0.85], [0.2, -0.3, -1], OPEN),
  });
  const left = [
    [0, press],
    [900, out],
    [2200, look],
    [3500, look],
    [4500, pose(out, { head: { yaw: -8 } })],
  ];
  return [[form.startMs, STAND], ...play(form, left), [form.endMs - 800, press], [form.endMs, STAND]];
}

const held = (lean = 0) =>
  hands([-36, -8, 20], [0.7, -0.62, 0.35], [0.1, -0.75, -0.65], [-1, 0.35 + lean, -0.1], SOFT, 1);

/** From standing into a wide stance in two steps, and out of it the same way. */
const stepOut = (at) => [
  [at, pose(STAND, { pelvis: [4, 83, 0] })],
  [at + 600, pose(STAND, { pelvis: [6, 80, 0], footL: { at: [-28, 4, 1] } })],
  [at + 1200, pose(STAND, WIDE, { footR: { at: [15, 0, 0] }, pelvis: [-10, 78, 0] })],
];
const wideFeet = { footL: { at: [-42, 0, 0], out: 26 }, footR: { at: [42, 0, 0], out: 26 } };

export function sway(form) {
  const horse = pose(STAND, HORSE, held(), { head: { pitch: 0 } });
  // The left swing of the name "lean left first"; the trunk then passes low through the middle to the right.
  const lean = pose(horse, {
    pelvis: [-9, 62, 0],
    spine: { roll: -34, pitch: 12 },
    head: { roll: -10, pitch: 6 },
  });
  const low = pose(horse, {
    pelvis: [-10, 60, -5],
    hips: { pitch: 12 },
    spine: { roll: -30, pitch: 46, yaw: -10 },
    head: { roll: -12, pitch: 8, yaw: -14 },
  });
  const through = pose(horse, {
    pelvis: [0, 58, -8],
    hips: { pitch: 18 },
    spine: { roll: 4, pitch: 56, yaw: 0 },
    head: { roll: -4, pitch: 0, yaw: -22 },
  });
  const far = pose(horse, {
    pelvis: [10, 60, -5],
    hips: { pitch: 12, roll: 4 },
    spine: { roll: 34, pitch: 40, yaw: 8 },
    head: { roll: 6, pitch: -6, yaw: -34 },
  });
  const tail = pose(horse, {
    pelvis: [-8, 59, 0],
    spine: { roll: 22, pitch: 2, yaw: 4 },
    head: { roll: 12, pitch: -20, yaw: -8 },
  });
  const rise = pose(horse, { pelvis: [-2, 58, 0], spine: { roll: 4, pitch: -4 }, head: { pitch: -16 } });
  const left = [
    [0, horse],
    [1300, lean],
    [2300, low],
    [3300, through],
    [4300, far],
    [5300, tail],
    [6100, rise],
    [6800, horse],
  ];
  const t = form.startMs;
  const arms = pose(
    STAND,
    { footL: { at: [-42, 0, 0], out: 26 }, footR: { at: [42, 0, 0], out: 26 }, pelvis: [0, 74, 0] },
    hands([-50, 26, 8], [-0.9, -0.2, 0.2], [0, -1, 0.2], [-0.3, -0.8, -0.4], OPEN),
  );
  return [
    ...intoWide(t),
    [t + 2300, arms],
    ...play(form, left),
    [form.endMs - 2400, horse],
    ...outOfWide(form.endMs - 1900, form.endMs, arms),
  ];
}

function intoWide(t) {
  const [a, b] = stepOut(t);
  return [
    [a[0], STAND],
    [t + 300, a[1]],
    [t + 800, b[1]],
    [
      t + 1200,
      pose(STAND, { pelvis: [-13, 77, 0], footL: { at: [-42, 0, 0], out: 26 }, footR: { at: [16, 0, 0] } }),
    ],
    [
      t + 1550,
      pose(STAND, {
        pelvis: [-10, 77, 0],
        footL: { at: [-42, 0, 0], out: 26 },
        footR: { at: [28, 3.5, 1], out: 20 },
      }),
    ],
    [t + 1900, pose(STAND, wideFeet, { pelvis: [-2, 76, 0] })],
  ];
}

function outOfWide(t, end, arms) {
  const span = end - t;
  return [
    [t, pose(STAND, wideFeet, { pelvis: [0, 75, 0], handL: arms.handL, handR: arms.handR })],
    [t + span * 0.3, pose(STAND, wideFeet, { pelvis: [-9, 77, 0] })],
    [
      t + span * 0.5,
      pose(STAND, {
        pelvis: [-9, 79, 0],
        footL: { at: [-42, 0, 0], out: 24 },
        footR: { at: [28, 3.5, 1], out: 18 },
      }),
    ],
    [t + span * 0.65, pose(STAND, { pelvis: [4, 80, 0], footL: { at: [-42, 0, 0], out: 22 } })],
    [t + span * 0.82, pose(STAND, { pelvis: [5, 82, 0], footL: { at: [-28, 3.5, 1] } })],
    [end, STAND],
  ];
}

export function punch(form) {
  const waist = hands([-22, 15, 9], [0.12, 0.05, 1], [0, 1, 0], [-0.5, 0.1, -1], FIST);
  const face = { glare: 1, smile: 0, lids: 0 };
  const set = pose(STAND, HORSE, waist, { pelvis: [0, 63, 0], face, head: { pitch: 4 } });
  const half = pose(set, {
    handL: hand([-26, 30, 28], [-0.25, 0.2, 1], [0.7, 0.7, 0], [-0.8, -0.6, -0.3], FIST),
    head: { yaw: -10 },
  });
  const hit = pose(set, {
    pelvis: [-1, 62, 0],
    spine: { yaw: 10 },
    head: { yaw: -26, pitch: 4 },
    handL: hand([-52, 46, 38], [-0.68, 0, 0.75], [0.9, 0.1, 0.6], [-0.6, -0.9, 0], FIST),
  });
  const open = pose(hit, { handL: { fingers: [-0.55, 0.75, 0.4], palm: [-0.3, -0.35, 0.9], shape: OPEN } });
  const grip = pose(hit, { handL: { fingers: [-0.62, 0.1, 0.8], palm: [-0.2, 1, 0.1] } });
  const left = [
    [0, set],
    [500, half],
    [1200, hit],
    [1700, hit],
    [2080, open],
    [2460, grip],
    [3000, pose(half, { handL: { palm: [0, 1, 0] } })],
  ];
  const t = form.startMs;
  return [
    ...intoWide(t),
    ...play(form, left),
    [form.endMs - 2000, set],
    ...outOfWide(form.endMs - 1500, form.endMs, set),
  ];
}
