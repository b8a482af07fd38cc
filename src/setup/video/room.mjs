// The room: still, pale and drawn once. A moon window stands behind the elder, so that the whole reach of the arms
// is seen against the lightest ground.

import { HEIGHT, WIDTH } from './forms.mjs';
import * as C from './palette.mjs';

const GROUND = 592;
const MOON = { x: 640, y: 288, r: 268 };

export function drawRoom(ctx) {
  ctx.fillStyle = C.WALL;
  ctx.fillRect(0, 0, WIDTH, GROUND);
  ctx.fillStyle = C.WALL_DEEP;
  ctx.fillRect(0, GROUND - 26, WIDTH, 26);
  ctx.fillStyle = C.FLOOR;
  ctx.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
  ctx.fillStyle = C.FRAME;
  ctx.fillRect(0, GROUND - 4, WIDTH, 4);
  drawBoards(ctx);
  drawWindow(ctx);
  drawPlant(ctx, 158, 636);
  drawTable(ctx, 1118, 638);
}

function drawBoards(ctx) {
  ctx.strokeStyle = C.FLOOR_LINE;
  ctx.lineWidth = 2;
  for (const y of [612, 640, 682])
    line(ctx, [
      [0, y],
      [WIDTH, y],
    ]);
  for (const [x, y0, y1] of [
    [210, 592, 612],
    [760, 592, 612],
    [1130, 592, 612],
    [430, 612, 640],
    [980, 612, 640],
    [90, 640, 682],
    [700, 640, 682],
    [1210, 640, 682],
    [330, 682, 720],
    [1010, 682, 720],
  ]) {
    const lean = (x - WIDTH / 2) * 0.06 * ((y1 - y0) / 40);
    line(ctx, [
      [x, y0],
      [x + lean, y1],
    ]);
  }
}

function drawWindow(ctx) {
  const { x, y, r } = MOON;
  ctx.save();
  disc(ctx, x, y, r);
  ctx.clip();
  ctx.fillStyle = C.SKY;
  ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
  ctx.fillStyle = C.HILL_FAR;
  hill(ctx, [
    [340, 470],
    [430, 400],
    [520, 436],
    [640, 372],
    [760, 432],
    [850, 392],
    [940, 460],
  ]);
  ctx.fillStyle = C.HILL_NEAR;
  hill(ctx, [
    [340, 520],
    [460, 466],
    [580, 506],
    [700, 474],
    [820, 516],
    [940, 484],
  ]);
  ctx.restore();
  disc(ctx, x, y, r);
  ctx.strokeStyle = C.FRAME;
  ctx.lineWidth = 10;
  ctx.stroke();
  disc(ctx, x, y, r + 9);
  ctx.strokeStyle = C.WALL_DEEP;
  ctx.lineWidth = 8;
  ctx.stroke();
}

function disc(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

function hill(ctx, points) {
  ctx.beginPath();
  ctx.moveTo(points[0][0], HEIGHT);
  ctx.lineTo(...points[0]);
  for (let i = 0; i < points.length - 1; i++) {
    const [[ax, ay], [bx, by]] = [points[i], points[i + 1]];
    const m = (ax + bx) / 2;
    ctx.bezierCurveTo(m, ay, m, by, bx, by);
  }
  ctx.lineTo(points[points.length - 1][0], HEIGHT);
  ctx.closePath();
  ctx.fill();
}

function line(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
}

/** A pot of bamboo. */
function drawPlant(ctx, x, floor) {
  shade(ctx, x, floor, 66);
  for (const [dx, top, lean] of [
    [-18, 210, -12],
    [0, 150, 6],
    [20, 250, 22],
  ]) {
    ctx.strokeStyle = C.LEAF;
    ctx.lineWidth = 9;
    ctx.lineCap = 'round';
    line(ctx, [
      [x + dx, floor - 80],
      [x + dx + lean, top],
    ]);
    ctx.strokeStyle = C.WALL;
    ctx.lineWidth = 2.5;
    for (let y = floor - 140; y > top + 20; y -= 64) {
      const k = (floor - 80 - y) / (floor - 80 - top);
      line(ctx, [
        [x + dx + lean * k - 6, y],
        [x + dx + lean * k + 6, y],
      ]);
    }
  }
  const leaves = [
    [-30, 212, -2.5],
    [-30, 216, -3.3],
    [-26, 290, -2.7],
    [8, 152, -0.5],
    [6, 154, -2.3],
    [4, 160, 0.3],
    [10, 250, -0.3],
    [42, 252, -0.7],
    [42, 256, 0.15],
    [38, 330, -0.2],
    [-28, 350, -3.0],
    [4, 330, -2.6],
    [34, 390, 0.3],
  ];
  leaves.forEach(([dx, y, angle], i) => {
    ctx.save();
    ctx.translate(x + dx, y);
    ctx.rotate(angle);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.quadraticCurveTo(28, -13, 66, 6);
    ctx.quadraticCurveTo(28, 11, 0, 0);
    ctx.fillStyle = i % 2 ? C.LEAF : C.LEAF_DEEP;
    ctx.fill();
    ctx.restore();
  });
  ctx.fillStyle = C.POT;
  ctx.beginPath();
  ctx.moveTo(x - 54, floor - 88);
  ctx.bezierCurveTo(x - 58, floor - 30, x - 44, floor - 6, x - 36, floor);
  ctx.lineTo(x + 36, floor);
  ctx.bezierCurveTo(x + 44, floor - 6, x + 58, floor - 30, x + 54, floor - 88);
  ctx.fill();
  ctx.fillStyle = C.POT_DEEP;
  ctx.fillRect(x - 58, floor - 96, 116, 13);
}

/** A low table with a teapot and a cup, for afterwards. */
function drawTable(ctx, x, floor) {
  shade(ctx, x, floor, 100);
  ctx.fillStyle = C.WOOD_DEEP;
  for (const dx of [-78, 66]) ctx.fillRect(x + dx, floor - 108, 12, 108);
  ctx.fillRect(x - 74, floor - 50, 148, 7);
  ctx.fillStyle = C.WOOD;
  ctx.fillRect(x - 96, floor - 118, 192, 14);
  const top = floor - 118;
  ctx.fillStyle = C.POT_DEEP;
  ctx.strokeStyle = C.POT_DEEP;
  ctx.lineWidth = 7;
  ctx.beginPath();
  ctx.arc(x + 24, top - 32, 18, -1.3, 1.3);
  ctx.stroke();
  line(ctx, [
    [x - 58, top - 34],
    [x - 74, top - 52],
  ]);
  ctx.lineWidth = 11;
  line(ctx, [
    [x - 44, top - 22],
    [x - 60, top - 36],
  ]);
  ctx.fillStyle = C.POT;
  ctx.beginPath();
  ctx.ellipse(x - 12, top - 26, 42, 27, 0, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = C.POT_DEEP;
  ctx.fillRect(x - 34, top - 54, 44, 7);
  disc(ctx, x - 12, top - 59, 6);
  ctx.fill();
  ctx.fillStyle = C.SKY;
  ctx.beginPath();
  ctx.moveTo(x + 54, top - 26);
  ctx.lineTo(x + 86, top - 26);
  ctx.quadraticCurveTo(x + 84, top, x + 70, top);
  ctx.quadraticCurveTo(x + 56, top, x + 54, top - 26);
  ctx.fill();
}

function shade(ctx, x, y, r) {
  ctx.fillStyle = 'rgba(96, 68, 28, 0.16)';
  ctx.beginPath();
  ctx.ellipse(x + 8, y + 1, r, 11, 0, 0, 2 * Math.PI);
  ctx.fill();
}
