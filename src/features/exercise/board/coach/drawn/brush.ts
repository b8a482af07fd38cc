import type { Vec } from '../rig/vec.ts';
import type { Tone } from './palette.ts';
import { traceWithin, type Disc } from './within.ts';

/** The picture is thought of as 720 high; its middle is at x = 0. What it is drawn on decides how many pixels that is. */
export const HEIGHT = 720;

/** Units of the picture per centimetre at the figure, the camera's distance and height (cm), the floor line. */
export interface Camera {
  readonly scale: number;
  readonly distance: number;
  readonly height: number;
  readonly floor: number;
}

/** A point of the room on the glass, and how many units a centimetre is there. */
interface Seen {
  readonly x: number;
  readonly y: number;
  readonly s: number;
}

/** The least upright box around something, in units of the picture. */
interface Reach {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Ball = readonly [at: Vec, radius: number];
/** A closed line on the glass: x and y in turn, each the farthest point in one of so many directions (one of `ROUNDNESS`). */
export type Outline = Float64Array;

/**
 * How much larger than by the camera alone an arm is drawn that is stretched towards the viewer: seen from straight
 * ahead a fist before its own shoulder would else not be told from one beside it.
 */
export function nearness([, , z]: Vec, [, , ahead]: Vec): number {
  const k = Math.max(0, Math.min(1, (z - 28) / 34, (ahead - 0.3) / 0.5));
  return 1 + 0.42 * k * k * (3 - 2 * k);
}

const STEPS = 192;
/** How many points an outline may have; each divides the directions there are. */
const ROUNDNESS = [12, 16, 24, 32, 48, 64] as const;
/** Of a pixel: a line between two points of a round shape is off by no more. Every point more costs a slow set. */
const OFF = 0.25;

/** So many points make a round shape of so many pixels' radius as round as can be seen. */
function pointsFor(radius: number): number {
  const wanted = Math.PI * Math.sqrt(radius / (2 * OFF));
  return ROUNDNESS.find((points) => points >= wanted) ?? ROUNDNESS[ROUNDNESS.length - 1] ?? 64;
}

const COS = Float64Array.from({ length: STEPS }, (_, k) => Math.cos((k / STEPS) * 2 * Math.PI));
const SIN = Float64Array.from({ length: STEPS }, (_, k) => Math.sin((k / STEPS) * 2 * Math.PI));

/** The camera, round-limbed shapes, and the one way of shading everything shares. */
export class Brush {
  /** Outlines are lent out in turn and taken back by `begin`: a frame leaves next to nothing to collect. */
  readonly #lent = new Map<number, { readonly outlines: Outline[]; used: number }>();
  readonly #balls = new Float64Array(3 * 24);

  readonly ctx: CanvasRenderingContext2D;
  readonly camera: Camera;
  /** Made once: what is as it was a frame ago need not be worked out again. */
  #soft: CanvasGradient | undefined;
  /** Of the sheet, for a unit of the picture. */
  #pixels: number;

  constructor(ctx: CanvasRenderingContext2D, camera: Camera) {
    this.ctx = ctx;
    this.camera = camera;
    this.#pixels = pixelsOf(ctx);
  }

  /** A new frame: outlines of the last one are free again. */
  begin(): void {
    for (const lent of this.#lent.values()) lent.used = 0;
    this.#pixels = pixelsOf(this.ctx);
  }

  /** How far the outlines reach that were made since `begin`, in units of the picture. */
  reach(): Reach {
    const reach = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { outlines, used } of this.#lent.values())
      for (const points of outlines.slice(0, used))
        for (let k = 0; k < points.length; k += 2) {
          const [x, y] = [points[k] ?? 0, points[k + 1] ?? 0];
          if (x < reach.left) reach.left = x;
          if (x > reach.right) reach.right = x;
          if (y < reach.top) reach.top = y;
          if (y > reach.bottom) reach.bottom = y;
        }
    return reach;
  }

  project(point: Vec): Seen {
    const { scale, distance, height, floor } = this.camera;
    const s = (scale * distance) / (distance - point[2]);
    return { x: point[0] * s, y: floor - scale * height - (point[1] - height) * s, s };
  }

  /** An outline about so many units from its middle, by a point for each direction. */
  outline(radius: number, point: (cos: number, sin: number) => Vec): Outline {
    const points = pointsFor(radius * this.#pixels);
    const step = STEPS / points;
    const out = this.#lend(points);
    for (let k = 0; k < points; k += 1) {
      const { x, y } = this.project(point(COS[k * step] ?? 0, -(SIN[k * step] ?? 0)));
      out[2 * k] = x;
      out[2 * k + 1] = y;
    }
    return out;
  }

  /** The outline around balls: how a sleeve or a jacket looks from anywhere. */
  wrap(...balls: readonly Ball[]): Outline {
    const b = this.#balls;
    const n = Math.min(balls.length, 24);
    let round = 0;
    for (let i = 0; i < n; i += 1) {
      const ball = balls[i];
      if (ball === undefined) continue;
      const { x, y, s } = this.project(ball[0]);
      b[3 * i] = x;
      b[3 * i + 1] = y;
      b[3 * i + 2] = ball[1] * s;
      round = Math.max(round, ball[1] * s);
    }
    const points = pointsFor(round * this.#pixels);
    const step = STEPS / points;
    const out = this.#lend(points);
    for (let k = 0; k < points; k += 1) {
      const u = COS[k * step] ?? 0;
      const v = SIN[k * step] ?? 0;
      let far = -Infinity;
      let best = 0;
      for (let i = 0; i < 3 * n; i += 3) {
        const reach = (b[i] ?? 0) * u + (b[i + 1] ?? 0) * v + (b[i + 2] ?? 0);
        if (reach > far) {
          far = reach;
          best = i;
        }
      }
      out[2 * k] = (b[best] ?? 0) + u * (b[best + 2] ?? 0);
      out[2 * k + 1] = (b[best + 1] ?? 0) + v * (b[best + 2] ?? 0);
    }
    return out;
  }

  /** Adds an outline to the path, `out` further out all round. */
  trace(points: Outline, out = 0): void {
    const { ctx } = this;
    const step = (2 * STEPS) / points.length;
    for (let k = 0; 2 * k < points.length; k += 1) {
      const x = (points[2 * k] ?? 0) + out * (COS[k * step] ?? 0);
      const y = (points[2 * k + 1] ?? 0) + out * (SIN[k * step] ?? 0);
      if (k === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.closePath();
  }

  /**
   * Shapes that belong together (upper and lower sleeve) as one: an outline around all, the fill, and the side away
   * from the light a tone deeper. Flat colour, yet round. Nothing is stroked or clipped, and each shape is a path of its
   * own, which is convex: old televisions are slow at all else.
   */
  cloth(shapes: readonly Outline[], { fill, shade, line }: Tone, width = 2.4, depth = 6, drop = 2): void {
    this.rim(shapes, line, width);
    this.rim(shapes, depth === 0 ? fill : shade, 0);
    if (depth > 0) for (const points of shapes) this.#light(points, fill, depth, drop);
  }

  /** One shape as `cloth` shades, with a finer line round it or none. */
  solid(shape: Outline, { fill, shade }: Tone, depth: number, drop: number, line = '', width = 0): void {
    if (width > 0) this.#fill(shape, line, width);
    this.#fill(shape, depth === 0 ? fill : shade, 0);
    if (depth > 0) this.#light(shape, fill, depth, drop);
  }

  /** Shapes in one opaque colour, `out` further out all round: what is seen around all when they are painted over. */
  rim(shapes: readonly Outline[], colour: string, out: number): void {
    for (const points of shapes) this.#fill(points, colour, out);
  }

  /** What of a shape lies within a disc, as `solid` shades it, without a line. */
  patch(shape: Outline, disc: Disc, { fill, shade }: Tone, depth = 0, drop = 0): void {
    this.#fill(shape, depth === 0 ? fill : shade, 0, disc);
    // A little wider than the shade, whose soft edge would else stay as a ring.
    if (depth > 0) this.#light(shape, fill, depth, drop, { ...disc, r: disc.r + 1 });
  }

  #fill(points: Outline, colour: string, out: number, within: Disc | null = null): void {
    const { ctx } = this;
    ctx.beginPath();
    if (within === null) this.trace(points, out);
    else traceWithin(ctx, points, within);
    ctx.fillStyle = colour;
    ctx.fill();
  }

  /** What of a shape lies in the light: its edge away from it is drawn in. */
  #light(points: Outline, colour: string, depth: number, drop: number, within: Disc | null = null): void {
    const half = 0.5 * Math.sqrt(depth * depth + drop * drop);
    const step = (2 * STEPS) / points.length;
    const lit = this.#lend(points.length / 2);
    for (let k = 0; 2 * k < points.length; k += 1) {
      const turned = (depth * (COS[k * step] ?? 0) + drop * (SIN[k * step] ?? 0)) / half;
      const inward = Math.min(1, Math.max(0, turned));
      lit[2 * k] = (points[2 * k] ?? 0) - inward * depth;
      lit[2 * k + 1] = (points[2 * k + 1] ?? 0) - inward * drop;
    }
    this.#fill(lit, colour, 0, within);
  }

  /** A line through points of the room. */
  stroke(points: readonly Vec[], colour: string, width: number): void {
    const { ctx } = this;
    ctx.beginPath();
    points.forEach((point, i) => {
      const { x, y } = this.project(point);
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = 'round';
    ctx.lineJoin = 'bevel';
    ctx.stroke();
  }

  /** A soft round shadow that lies on the floor, `rx` wide and `ry` deep to each side, cm. */
  shadow(at: Vec, rx: number, ry: number, alpha: number): void {
    const { ctx } = this;
    const { x, y, s } = this.project(at);
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(rx * s, ry * s);
    ctx.globalAlpha = alpha;
    ctx.fillStyle = this.#soft ??= softIn(ctx);
    ctx.fillRect(-1, -1, 2, 2);
    ctx.restore();
  }

  #lend(points: number): Outline {
    let lent = this.#lent.get(points);
    if (lent === undefined) this.#lent.set(points, (lent = { outlines: [], used: 0 }));
    const out = (lent.outlines[lent.used] ??= new Float64Array(2 * points));
    lent.used += 1;
    return out;
  }
}

function softIn(ctx: CanvasRenderingContext2D): CanvasGradient {
  const soft = ctx.createRadialGradient(0, 0, 0.2, 0, 0, 1);
  soft.addColorStop(0, 'rgb(70, 46, 16)');
  soft.addColorStop(1, 'rgba(70, 46, 16, 0)');
  return soft;
}

const pixelsOf = (ctx: CanvasRenderingContext2D): number => Math.abs(ctx.getTransform().d);
