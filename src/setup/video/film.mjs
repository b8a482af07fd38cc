// One frame of the video: the room, drawn once, and the teacher of that moment. Both are what a television draws itself.

import { stageFor } from '../../features/exercise/board/coach/stage.ts';
import { HEIGHT, WIDTH } from './forms.mjs';

/** @returns {(ms: number) => canvas} the same canvas each time, so use its pixels before the next call */
export function film({ createCanvas }, programme) {
  const stage = stageFor(programme);
  const room = createCanvas(WIDTH, HEIGHT);
  const still = room.getContext('2d');
  still.translate(WIDTH / 2, 0);
  stage.drawStill(still, WIDTH / 2);
  const sheet = createCanvas(WIDTH, HEIGHT);
  const moving = sheet.getContext('2d');
  moving.translate(WIDTH / 2, 0);
  const canvas = createCanvas(WIDTH, HEIGHT);
  const ctx = canvas.getContext('2d');
  return (ms) => {
    moving.clearRect(-WIDTH / 2, 0, WIDTH, HEIGHT);
    stage.drawMoving(moving, ms);
    ctx.drawImage(room, 0, 0);
    ctx.drawImage(sheet, 0, 0);
    return canvas;
  };
}
