import { LEAF, LEAF_DEEP, POT, POT_DEEP, SKY, WALL, WOOD } from './palette.ts';

type Ctx = CanvasRenderingContext2D;
const GROUND_SHADE = 'rgba(96, 68, 28, 0.16)';

/** Canes: how far aside, how high, how far they lean. */
const CANES = [
  [-18, 210, -12],
  [0, 150, 6],
  [20, 250, 22],
] as const;
/** Leaves: how far aside, how high, and where they point. */
const LEAVES = [
  ...[
    [-30, 212, -2.5],
    [-30, 216, -3.3],
    [-26, 290, -2.7],
    [8, 152, -0.5],
    [6, 154, -2.3],
  ],
  ...[
    [4, 160, 0.3],
    [10, 250, -0.3],
    [42, 252, -0.7],
    [42, 256, 0.15],
    [38, 330, -0.2],
  ],
  ...[
    [-28, 350, -3.0],
    [4, 330, -2.6],
    [34, 390, 0.3],
  ],
] as const;

/** A pot of bamboo. */
export function drawPlant(ctx: Ctx, x: number, floor: number): void {
  shade(ctx, x, floor, 66);
  for (const [dx, top, lean] of CANES) {
    ctx.strokeStyle = LEAF;
    ctx.lineWidth = 9;
    ctx.lineCap = 'round';
    line(ctx, x + dx, floor - 80, x + dx + lean, top);
    ctx.strokeStyle = WALL;
    ctx.lineWidth = 2.5;
    for (let y = floor - 140; y > top + 20; y -= 64) {
      const k = (floor - 80 - y) / (floor - 80 - top);
      line(ctx, x + dx + lean * k - 6, y, x + dx + lean * k + 6, y);
    }
  }
  LEAVES.forEach(([dx = 0, y = 0, angle = 0], i) => {
    ctx.save();
    ctx.translate(x + dx, y);
    ctx.rotate(angle);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.quadraticCurveTo(28, -13, 66, 6);
    ctx.quadraticCurveTo(28, 11, 0, 0);
    ctx.fillStyle = i % 2 === 1 ? LEAF : LEAF_DEEP;
    ctx.fill();
    ctx.restore();
  });
  ctx.fillStyle = POT;
  ctx.beginPath();
  ctx.moveTo(x - 54, floor - 88);
  ctx.bezierCurveTo(x - 58, floor - 30, x - 44, floor - 6, x - 36, floor);
  ctx.lineTo(x + 36, floor);
  ctx.bezierCurveTo(x + 44, floor - 6, x + 58, floor - 30, x + 54, floor - 88);
  ctx.fill();
  ctx.fillStyle = POT_DEEP;
  ctx.fillRect(x - 58, floor - 96, 116, 13);
}

/** A low table with a teapot and a cup, for afterwards. */
export function drawTable(ctx: Ctx, x: number, floor: number): void {
  shade(ctx, x, floor, 100);
  ctx.fillStyle = WOOD.shade;
  for (const dx of [-78, 66]) ctx.fillRect(x + dx, floor - 108, 12, 108);
  ctx.fillRect(x - 74, floor - 50, 148, 7);
  ctx.fillStyle = WOOD.fill;
  ctx.fillRect(x - 96, floor - 118, 192, 14);
  drawTea(ctx, x, floor - 118);
}

function drawTea(ctx: Ctx, x: number, top: number): void {
  ctx.fillStyle = POT_DEEP;
  ctx.strokeStyle = POT_DEEP;
  ctx.lineWidth = 7;
  ctx.beginPath();
  ctx.arc(x + 24, top - 32, 18, -1.3, 1.3);
  ctx.stroke();
  line(ctx, x - 58, top - 34, x - 74, top - 52);
  ctx.lineWidth = 11;
  line(ctx, x - 44, top - 22, x - 60, top - 36);
  ctx.fillStyle = POT;
  ctx.beginPath();
  ctx.ellipse(x - 12, top - 26, 42, 27, 0, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = POT_DEEP;
  ctx.fillRect(x - 34, top - 54, 44, 7);
  ctx.beginPath();
  ctx.arc(x - 12, top - 59, 6, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = SKY;
  ctx.beginPath();
  ctx.moveTo(x + 54, top - 26);
  ctx.lineTo(x + 86, top - 26);
  ctx.quadraticCurveTo(x + 84, top, x + 70, top);
  ctx.quadraticCurveTo(x + 56, top, x + 54, top - 26);
  ctx.fill();
}

function line(ctx: Ctx, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}

function shade(ctx: Ctx, x: number, y: number, r: number): void {
  ctx.fillStyle = GROUND_SHADE;
  ctx.beginPath();
  ctx.ellipse(x + 8, y + 1, r, 11, 0, 0, 2 * Math.PI);
  ctx.fill();
}
