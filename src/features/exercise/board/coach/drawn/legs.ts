import type { Leg } from '../rig/skeleton.ts';
import { add, mul, type Vec } from '../rig/vec.ts';
import type { Brush, Outline } from './brush.ts';
import { SHOE, SOLE, TROUSERS } from './palette.ts';

/** A cloth shoe with a white sole. */
export function drawShoe(brush: Brush, { foot, forward, ankle }: Leg): void {
  const side: Vec = [forward[2], 0, -forward[0]];
  const at = (along: number, across: number, up: number): Vec =>
    add(foot.at, add(add(mul(forward, along), mul(side, across)), [0, up, 0]));
  const shape = (down: number): Outline =>
    brush.wrap(
      [at(-4 + foot.heel * 0.35, 0, 3.4 + foot.heel - down), 3.5],
      [at(8, 1.6, 3 - down), 3.1],
      [at(8, -1.6, 3 - down), 3.1],
      [at(13.5, 0, 2.6 - down), 2.7],
    );
  brush.cloth([shape(1.5)], SOLE, 2, 3);
  brush.cloth([shape(0)], SHOE, 1.2, 5);
  const instep = brush.wrap(
    [add(ankle, [0, -1.2, 0]), 3.3],
    [at(4 + foot.heel * 0.2, 0, 6.2 + foot.heel * 0.55), 2.1],
  );
  brush.cloth([instep], SOLE, 1, 3);
}

/** One leg of the wide trousers. */
export function drawTrousers(brush: Brush, { hip, knee, ankle }: Leg): void {
  const upper = brush.wrap([hip, 9.6], [knee, 7.9]);
  const lower = brush.wrap([knee, 7.9], [add(ankle, [0, 1.6, 0]), 6.3]);
  brush.cloth([upper, lower], TROUSERS, 2.4, 8, 1);
}
