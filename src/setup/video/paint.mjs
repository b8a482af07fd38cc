// Brushes: the camera, round-limbed shapes, and the one way of shading everything shares.

import { WIDTH } from './forms.mjs';

/** Pixels per centimetre at the figure, the camera's distance and height, the floor line (px). */
const CAMERA = { scale: 3.15, distance: 430, height: 100, floor: 670 };

/** A point of the room on the glass: {x, y, s} with s the pixels per centimetre there. */
export function project([x, y, z]) {
  const near = CAMERA.distance / (CAMERA.distance - z);
  const s = CAMERA.scale * near;
  return {
    x: WIDTH / 2 + x * s,
    y: CAMERA.floor - CAMERA.scale * CAMERA.height - (y - CAMERA.height) * s,
    s,
    z,
  };
}

const STEPS = 30;
const CIRCLE = Array.from({ length: STEPS }, (_, i) => {
  const a = (i / STEPS) * 2 * Math.PI;
  return [Math.cos(a), Math.sin(a)];
});

/** The outline around balls [[point, radius], …] as points on the glass: how a sleeve or a jacket looks from anywhere. */
export function wrap(balls) {
  const points = [];
  for (const [at, radius] of balls) {
    const c = project(at);
    for (const [u, v] of CIRCLE) points.push([c.x + u * radius * c.s, c.y + v * radius * c.s]);
  }
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list) => {
    const out = [];
    for (const p of list) {
      while (out.length > 1 && turnsRight(out[out.length - 2], out[out.length - 1], p)) out.pop();
      out.push(p);
    }
    out.pop();
    return out;
  };
  return [...half(points), ...half(points.reverse())];
}

const turnsRight = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]) <= 0;

export function trace(ctx, points, dx = 0, dy = 0) {
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy)));
  ctx.closePath();
}

/**
 * Shapes that belong together (upper and lower sleeve) as one: an outline around all, the fill, and the side away
 * from the light a tone deeper. Flat colour, yet round.
 */
export function cloth(ctx, shapes, { fill, shade, line }, { width = 2.4, depth = 6, drop = 2 } = {}) {
  ctx.lineJoin = 'round';
  ctx.strokeStyle = line;
  ctx.lineWidth = width * 2;
  const outline = (dx = 0, dy = 0) => {
    ctx.beginPath();
    for (const points of shapes) trace(ctx, points, dx, dy);
  };
  outline();
  ctx.stroke();
  ctx.fillStyle = shade;
  ctx.fill();
  ctx.save();
  ctx.clip();
  outline(-depth, -drop);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.restore();
}

/** A line through points of the room. */
export function stroke(ctx, points, colour, width) {
  ctx.beginPath();
  points.map(project).forEach((p, i) => (i ? ctx.lineTo(p.x, p.y) : ctx.moveTo(p.x, p.y)));
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke();
}
