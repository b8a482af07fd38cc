// The head: an egg that can turn, with hair, face, ears and bun lying on its surface, so that a look over the
// shoulder or a bow shows what a head really shows.

import { add, compose, mul, place, rotation, turn } from './vec.mjs';
import { drawHair } from './hair.mjs';
import { cloth, project, trace, wrap } from './paint.mjs';
import { BLUSH, HAIR, INK, JACKET, LIP, SKIN } from './palette.mjs';
import { C, egg, facing, on, silhouette } from './skull.mjs';

const BUN = [0, 10.5, -8.5];

export function drawHead(ctx, layer, { head, collar, chest, face }) {
  const edge = silhouette(head.rot);
  const bun = () => cloth(ctx, [wrap([[place(head, BUN), 5.2]])], HAIR, { depth: 4 });
  const bunInFront = turn(head.rot, BUN)[2] > 4;
  if (!bunInFront) bun();
  drawNeck(ctx, head, collar, chest);

  const ears = [-1, 1].map((sign) => ({ z: turn(head.rot, [sign, 0, 0])[2], sign }));
  const ear = ({ sign }) =>
    cloth(
      ctx,
      [
        wrap([
          [place(head, [sign * 10.7, -0.4, -0.6]), 1.9],
          [place(head, [sign * 10.4, -3, -0.2]), 1.5],
        ]),
      ],
      SKIN,
      { width: 1.8, depth: 2 },
    );
  ears.filter((e) => e.z <= 0.12).forEach(ear);

  cloth(ctx, [egg(head, edge, 1)], SKIN, { depth: 4, drop: 1 });
  drawHair(ctx, layer, head, edge);
  drawFeatures(ctx, head, face);
  // Ears are seen in front only when the head has turned to show its side.
  ears.filter((e) => e.z > 0.12).forEach(ear);
  if (bunInFront) bun();
}

function drawNeck(ctx, head, collar, chest) {
  const nape = place(head, [0, -9, -1.5]);
  cloth(
    ctx,
    [
      wrap([
        [add(collar, [0, 0, 0]), 5],
        [nape, 5],
      ]),
    ],
    { ...SKIN, fill: SKIN.shade },
    { depth: 0 },
  );
  // The standing collar: two wings that leave the throat free.
  for (const side of [-1, 1]) {
    const wing = [
      [side * 1.9, -4, 5.5, 1.2],
      [side * 4.6, -0.5, 2, 2.3],
      [side * 4.4, 1.8, -1, 1.7],
    ];
    cloth(ctx, [wrap(wing.map(([x, y, z, r]) => [add(collar, turn(chest.rot, [x, y, z])), r]))], JACKET, {
      depth: 3,
    });
  }
}

function drawFeatures(ctx, head, { glare, smile, lids }) {
  const point = (side, up, out = 1) => project(place(head, on(side, up, out)));
  const line = (points, colour, width) => {
    const seen = points.filter(([s, u]) => facing(head, on(s, u)) > 0.2);
    if (seen.length < 2) return;
    ctx.beginPath();
    seen.forEach(([s, u], i) => {
      const p = point(s, u, 1.01);
      if (i) ctx.lineTo(p.x, p.y);
      else ctx.moveTo(p.x, p.y);
    });
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'round';
    ctx.stroke();
  };
  const curve = (from, to, sag, steps = 8) =>
    Array.from({ length: steps + 1 }, (_, i) => {
      const k = i / steps;
      return [from[0] + (to[0] - from[0]) * k, from[1] + (to[1] - from[1]) * k + sag * 4 * k * (1 - k)];
    });
  /** An ellipse lying on the skin: foreshortened as the cheek turns. */
  const patch = (side, up, rx, ry, colour) => {
    const seen = facing(head, on(side, up));
    if (seen < 0.08) return;
    const c = point(side, up, 1.005);
    const skew = compose(head.rot, rotation({ yaw: side, pitch: -up }));
    ctx.save();
    ctx.transform(skew[0][0], -skew[1][0], -skew[0][1], skew[1][1], c.x, c.y);
    ctx.beginPath();
    ctx.ellipse(0, 0, rx * c.s, ry * c.s, 0, 0, 2 * Math.PI);
    ctx.restore();
    ctx.fillStyle = colour;
    ctx.fill();
  };

  for (const s of [-1, 1]) {
    patch(s * 36, -24, 2.7, 1.9, BLUSH);
    const open = 1 - lids;
    if (glare > 0.05)
      patch(s * 23, 1, 1.5 + 0.9 * glare, (1.5 + 0.7 * glare) * Math.max(open, 0.1), '#FFFDF8');
    if (open > 0.25) patch(s * 23, 1, 1.15, (1.6 - 0.2 * glare) * open, INK);
    else line(curve([s * 17, 0], [s * 29, 0], -2), INK, 2.6);
    if (glare > 0.3) line(curve([s * 13, 8 - 2 * glare], [s * 33, 9 + 2 * glare], 4), INK, 2);
    else line(curve([s * 30, 4], [s * 35, -2], 1, 3), SKIN.line, 1.5);
    const [inner, outer] = [17 - 5 * glare, 17 + 5 * glare];
    line(curve([s * (14 - 3 * glare), inner], [s * 33, outer - 2], 4 - 3 * glare), '#8B8F8C', 3.4);
    line(
      curve([s * 17, -26], [s * 22, -40], 0).map(([a, b], i) => [a + s * Math.sin((i / 8) * Math.PI) * 3, b]),
      SKIN.shade,
      1.8,
    );
  }

  drawNose(ctx, head);
  line(curve([-11 - 2 * smile, -36 + 4 * smile], [11 + 2 * smile, -36 + 4 * smile], -7 * smile), LIP, 3.2);
  // Combed-back hair.
  for (const s of [-34, -12, 12, 34]) {
    line(
      Array.from({ length: 6 }, (_, i) => [s * (1 + i * 0.05), 46 + i * 7]),
      HAIR.shade,
      1.8,
    );
  }
}

function drawNose(ctx, head) {
  if (facing(head, [0, 0, C]) < -0.25) return;
  const bridge = place(head, on(0, 0, 0.96));
  const tip = place(head, add(on(0, -15, 1), mul([0, 0, 1], 1.3)));
  const points = wrap([
    [bridge, 0.9],
    [tip, 1.75],
  ]);
  ctx.beginPath();
  trace(ctx, points);
  ctx.fillStyle = SKIN.fill;
  ctx.fill();
  // Only the underside and the side away from the light are drawn, else the nose becomes a pill.
  const p = project(tip);
  const away = turn(head.rot, [0, 0, 1])[0];
  const r = 1.75 * p.s;
  ctx.beginPath();
  if (away < -0.25) ctx.arc(p.x, p.y, r, 0.35 * Math.PI, 1.15 * Math.PI);
  else if (away > 0.25) ctx.arc(p.x, p.y, r, -0.15 * Math.PI, 0.65 * Math.PI);
  else ctx.arc(p.x, p.y, r, 0.1 * Math.PI, 0.9 * Math.PI);
  ctx.strokeStyle = SKIN.line;
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.stroke();
}
