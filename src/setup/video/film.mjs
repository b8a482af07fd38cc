// One frame of the video: the room, drawn once, and the figure of that moment.

import { choreography } from './choreography.mjs';
import { drawFigure } from './figure.mjs';
import { HEIGHT, WIDTH } from './forms.mjs';
import { skeleton } from './rig.mjs';
import { drawRoom } from './room.mjs';

/** @returns {(ms: number) => canvas} the same canvas each time, so use its pixels before the next call */
export function film({ createCanvas }, programme) {
  const room = createCanvas(WIDTH, HEIGHT);
  drawRoom(room.getContext('2d'));
  const canvas = createCanvas(WIDTH, HEIGHT);
  const ctx = canvas.getContext('2d');
  const layer = createCanvas(WIDTH, HEIGHT).getContext('2d');
  const poseAt = choreography(programme);
  return (ms) => {
    ctx.drawImage(room, 0, 0);
    drawFigure(ctx, layer, skeleton(poseAt(ms)));
    return canvas;
  };
}
