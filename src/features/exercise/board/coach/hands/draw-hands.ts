import type { Brush, Outline } from '../drawn/brush.ts';
import { CUFF, JACKET, SKIN } from '../drawn/palette.ts';
import { add, mix, mul, sub, unit, type Vec } from '../rig/vec.ts';
import { drawCrease, drawNail, drawPalmLines } from './hand-lines.ts';
import { areAlike, mirrored, type HandsPose, type OneHand } from './hands-pose.ts';
import type { HalfSheet } from './half-sheet.ts';
import { inMirror } from './in-mirror.ts';
import { jointsOf, type Bone, type Joints } from './joints.ts';

const BETWEEN = '#B98461';
const SHADE = { depth: 5, drop: 2 } as const;

interface Piece {
  readonly outline: Outline;
  readonly z: number;
  readonly bone: Bone | null;
  readonly before: Piece | null;
}

/**
 * Both hands with their sleeves, large enough to follow finger by finger. The right one is drawn as a left one in a mirror:
 * where they do the same, which is most of the time, one is drawn, on `sheet`, and put onto the picture twice.
 */
export function drawHands(brush: Brush, { handL, handR }: HandsPose, sheet: HalfSheet): void {
  const right = mirrored(handR);
  const half = areAlike({ handL, handR }, { handL, handR: mirrored(handL) }) ? sheet.begin(brush) : null;
  if (half !== null) {
    drawOne(half, handL);
    sheet.put(brush.ctx);
    return;
  }
  const draw = [() => drawOne(brush, handL), () => inMirror(brush.ctx, () => drawOne(brush, right))];
  // The one that is nearer comes over the other.
  if (handL.at[2] > handR.at[2]) draw.reverse();
  for (const one of draw) one();
}

function drawOne(brush: Brush, hand: OneHand): void {
  const joints = jointsOf(hand, -1);
  const pieces = piecesOf(brush, joints, hand);
  brush.rim(
    pieces.map(({ outline }) => outline),
    SKIN.line,
    2.6,
  );
  const drawn = new Set<Piece>();
  for (const piece of [...pieces].sort((a, b) => a.z - b.z)) {
    drawPiece(brush, piece, drawn);
    drawn.add(piece);
    if (piece.bone === null) drawPalmLines(brush, joints);
  }
  drawSleeve(brush, hand);
}

function piecesOf(brush: Brush, { palmAt, fingers, thumb }: Joints, { at }: OneHand): readonly Piece[] {
  const palm: Piece = {
    outline: brush.wrap(
      [palmAt(0.4, 0), 2.5],
      [palmAt(3.3, 1.9, 0.4), 2.2],
      [palmAt(8.8, 2.85), 1.15],
      [palmAt(9.3, 1), 1.2],
      [palmAt(8.9, -0.9), 1.18],
      [palmAt(7.8, -2.7), 1.05],
      [palmAt(3, -1.7), 1.9],
    ),
    // Flat fingers lie over its edge, bent ones before or behind it.
    z: mix(at, palmAt(8, 0), 0.6)[2] - 1,
    bone: null,
    before: null,
  };
  const list: Piece[] = [palm];
  for (const bones of [...fingers, thumb]) {
    let before = palm;
    for (const bone of bones) {
      const outline = brush.wrap([bone.from, bone.thick[0]], [bone.to, bone.thick[1]]);
      before = { outline, z: (bone.from[2] + bone.to[2]) / 2, bone, before };
      list.push(before);
    }
  }
  return list;
}

function drawPiece(brush: Brush, { outline, bone, before }: Piece, drawn: ReadonlySet<Piece>): void {
  brush.solid(outline, SKIN, SHADE.depth, SHADE.drop, BETWEEN, 1.5);
  if (bone === null) return;
  // What grows out of what is drawn already has no line there.
  if (before !== null && drawn.has(before)) smoothOver(brush, bone, before.outline);
  if (bone.place > 0) drawCrease(brush, bone);
  if (bone.place === 2) drawNail(brush, bone);
}

/** Takes away the line across a joint: what it grows out of is there once more, no further than it reaches. */
function smoothOver(brush: Brush, { from, thick }: Bone, before: Outline): void {
  const { x, y, s } = brush.project(from);
  brush.patch(before, { x, y, r: thick[0] * s + 2.5 }, SKIN, SHADE.depth, SHADE.drop);
}

/** From the wrist to where the picture ends: a cream cuff and the sleeve of the jacket. */
function drawSleeve(brush: Brush, { at, fingers }: OneHand): void {
  const elbow: Vec = [at[0] * 0.72 - 3.5, -10, at[2] - 4];
  // A hand may bend at the wrist; the cuff goes along by half.
  const down = unit(sub(elbow, at));
  const lean = unit(add(down, mul(unit(fingers), -0.5)));
  const edge = add(at, mul(lean, 0.9));
  const end = add(at, mul(lean, 3.2));
  brush.cloth([brush.wrap([edge, 3.3], [end, 3.5])], CUFF, 2.4, 4, 1);
  brush.cloth([brush.wrap([add(at, mul(lean, 2.9)), 3.9], [elbow, 5.4])], JACKET, 2.6, 8, 0);
}
