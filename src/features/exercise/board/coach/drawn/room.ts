import { HEIGHT } from './brush.ts';
import { drawPlant, drawTable } from './furniture.ts';
import { FLOOR, FLOOR_LINE, FRAME, HILL_FAR, HILL_NEAR, SKY, WALL, WALL_DEEP } from './palette.ts';

type Point = readonly [x: number, y: number];

const GROUND = 592;
const MOON = { x: 0, y: 288, r: 268 } as const;

/**
 * The room: still, pale and drawn once. A moon window stands behind the teacher, so that the whole reach of the arms is
 * seen against the lightest ground.
 * @param half how far the picture reaches to each side of its middle
 */
export function drawRoom(ctx: CanvasRenderingContext2D, half: number): void {
  ctx.fillStyle = WALL;
  ctx.fillRect(-half, 0, 2 * half, GROUND);
  ctx.fillStyle = WALL_DEEP;
  ctx.fillRect(-half, GROUND - 26, 2 * half, 26);
  ctx.fillStyle = FLOOR;
  ctx.fillRect(-half, GROUND, 2 * half, HEIGHT - GROUND);
  ctx.fillStyle = FRAME;
  ctx.fillRect(-half, GROUND - 4, 2 * half, 4);
  drawBoards(ctx, half);
  drawWindow(ctx);
  // In a narrow picture they stand nearer, but never in the teacher's reach.
  const aside = Math.max(380, Math.min(482, half - 96));
  drawPlant(ctx, -aside, 636);
  drawTable(ctx, aside, 638);
}

/** The same wall from near by, for two hands alone: nothing but the pale disc of the window behind them. */
export function drawMoon(ctx: CanvasRenderingContext2D, half: number): void {
  ctx.fillStyle = WALL;
  ctx.fillRect(-half, 0, 2 * half, HEIGHT);
  disc(ctx, 0, 352, 400);
  ctx.fillStyle = SKY;
  ctx.fill();
  ctx.strokeStyle = FRAME;
  ctx.lineWidth = 12;
  ctx.stroke();
}

function drawBoards(ctx: CanvasRenderingContext2D, half: number): void {
  ctx.strokeStyle = FLOOR_LINE;
  ctx.lineWidth = 2;
  const rows = [GROUND, 612, 640, 682, HEIGHT];
  rows.slice(1).forEach((y, row) => {
    line(ctx, [-half, y], [half, y]);
    const above = rows[row] ?? GROUND;
    for (let x = -half + ((row * 290) % 550); x < half; x += 550)
      line(ctx, [x, above], [x + x * 0.0015 * (y - above), y]);
  });
}

function drawWindow(ctx: CanvasRenderingContext2D): void {
  const { x, y, r } = MOON;
  ctx.save();
  disc(ctx, x, y, r);
  ctx.clip();
  ctx.fillStyle = SKY;
  ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  ctx.fillStyle = HILL_FAR;
  hill(ctx, [
    [-300, 470],
    [-210, 400],
    [-120, 436],
    [0, 372],
    [120, 432],
    [210, 392],
    [300, 460],
  ]);
  ctx.fillStyle = HILL_NEAR;
  hill(ctx, [
    [-300, 520],
    [-180, 466],
    [-60, 506],
    [60, 474],
    [180, 516],
    [300, 484],
  ]);
  ctx.restore();
  disc(ctx, x, y, r);
  ctx.strokeStyle = FRAME;
  ctx.lineWidth = 10;
  ctx.stroke();
  disc(ctx, x, y, r + 9);
  ctx.strokeStyle = WALL_DEEP;
  ctx.lineWidth = 8;
  ctx.stroke();
}

function disc(ctx: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

function hill(ctx: CanvasRenderingContext2D, points: readonly Point[]): void {
  let [fromX, fromY] = points[0] ?? [0, HEIGHT];
  ctx.beginPath();
  ctx.moveTo(fromX, HEIGHT);
  ctx.lineTo(fromX, fromY);
  for (const [x, y] of points.slice(1)) {
    const middle = (fromX + x) / 2;
    ctx.bezierCurveTo(middle, fromY, middle, y, x, y);
    [fromX, fromY] = [x, y];
  }
  ctx.lineTo(fromX, HEIGHT);
  ctx.closePath();
  ctx.fill();
}

function line(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
