import type { Programme } from '../../model/run.ts';
import { choreography, handChoreography } from './choreography.ts';
import { Brush, type Camera } from './drawn/brush.ts';
import { drawChair } from './drawn/chair.ts';
import { drawFigure } from './drawn/figure.ts';
import { drawMoon, drawRoom } from './drawn/room.ts';
import { drawHands } from './hands/draw-hands.ts';
import { HalfSheet } from './hands/half-sheet.ts';
import { areAlike } from './hands/hands-pose.ts';
import { skeleton } from './rig/skeleton.ts';

/** A programme as pictures: what stands still is drawn once, what moves at each moment, on another sheet. */
export interface Stage {
  /** What stands still. `half`: how far the sheet reaches to each side of its middle, of a height of 720. */
  readonly drawStill: (ctx: CanvasRenderingContext2D, half: number) => void;
  /** What moves, at a moment of the programme in milliseconds, onto a clear sheet. */
  readonly drawMoving: (ctx: CanvasRenderingContext2D, ms: number) => void;
  /** Whether nothing of it has moved between two moments; absent where something always does. */
  readonly isAlike?: (oneMs: number, otherMs: number) => boolean;
  /** How far what moves reaches to each side of the middle. */
  readonly reach: number;
  /** Gives back the memory of sheets of its own, until it draws again; absent where it has none. */
  readonly release?: () => void;
}

const STANDING: Camera = { scale: 3.15, distance: 430, height: 100, floor: 670 };
const SITTING: Camera = { scale: 3.55, distance: 430, height: 100, floor: 636 };
/** Two hands, as large as fits: here the floor is below the picture, under the elbows. */
const CLOSE_BY: Camera = { scale: 24, distance: 150, height: 15.5, floor: 735 };

/**
 * The stage for a programme. Both contexts have their origin at the top of the middle and a height of 720.
 * @param seated on a chair; a programme of hand exercises shows the hands either way
 */
export function stageFor(programme: Pick<Programme, 'forms' | 'coach'>, seated = false): Stage {
  if (programme.coach?.kind === 'hands') return handStage(programme);
  const poseAt = choreography(programme, seated);
  const camera = seated ? SITTING : STANDING;
  return {
    reach: 330,
    drawStill: (ctx, half) => {
      drawRoom(ctx, half);
      if (seated) drawChair(ctx, camera);
    },
    drawMoving: onto(camera, (brush, ms) => drawFigure(brush, skeleton(poseAt(ms)), seated)),
  };
}

function handStage(programme: Pick<Programme, 'forms'>): Stage {
  const poseAt = handChoreography(programme);
  const sheet = new HalfSheet();
  return {
    reach: 440,
    drawStill: drawMoon,
    drawMoving: onto(CLOSE_BY, (brush, ms) => drawHands(brush, poseAt(ms), sheet)),
    // A third of all frames: a hand is held as long as it is looked at.
    isAlike: (oneMs, otherMs) => areAlike(poseAt(oneMs), poseAt(otherMs)),
    release: () => sheet.clear(),
  };
}

/** Draws with one brush as long as it is one sheet. */
function onto(camera: Camera, draw: (brush: Brush, ms: number) => void): Stage['drawMoving'] {
  let brush: Brush | undefined;
  return (ctx, ms) => {
    if (brush?.ctx !== ctx) brush = new Brush(ctx, camera);
    brush.begin();
    draw(brush, ms);
  };
}
