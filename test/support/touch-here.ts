import { inputHere } from './input-here.ts';
import { turn } from './mount.ts';
import { Hands, type Point, type TouchRequest } from './touch.ts';

/** Between two things that a panel tells. */
const REPORTS_EVERY_MS = 10;

/** Real fingers on the glass of a component test, as quick as fingers are however slow the machine is. */
export function handsHere(): Hands {
  let now = Date.now();
  return new Hands(
    async (request) => {
      const heard = hearing(request.type);
      await inputHere('touch', request);
      await heard;
    },
    () => (now += REPORTS_EVERY_MS),
  );
}

/** The middle of a thing, where a finger aims at. */
export function middleOf(thing: Element): Point {
  const box = thing.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** The fingers that the page knows of. */
const onGlass = new Set<number>();
const heardOf = new EventTarget();

for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
  window.addEventListener(
    type,
    ({ pointerId, pointerType }) => {
      if (pointerType !== 'touch') return;
      if (type === 'pointerdown') onGlass.add(pointerId);
      else if (type !== 'pointermove') onGlass.delete(pointerId);
      heardOf.dispatchEvent(new Event(type));
    },
    true,
  );

/**
 * Until the page has heard of what is about to be asked for, and done with it: that a panel takes something back the
 * browser tells the page without waiting for it, and a busy page hears of it after the answer.
 */
async function hearing(type: TouchRequest['type']): Promise<void> {
  const before = onGlass.size;
  const isHeard: Record<TouchRequest['type'], () => boolean> = {
    touchStart: () => onGlass.size > before,
    touchEnd: () => onGlass.size < Math.max(before, 1),
    touchCancel: () => onGlass.size === 0,
    touchMove: () => false,
  };
  if (type === 'touchMove') await Promise.race([told('pointermove'), drawnTwice()]);
  else while (!isHeard[type]()) await told('pointerdown', 'pointerup', 'pointercancel');
  // What listens after us hears of the same event.
  await turn();
}

const told = (...types: readonly string[]): Promise<void> =>
  new Promise((done) => {
    for (const type of types) heardOf.addEventListener(type, () => done(), { once: true });
  });

/** A page is told of all moves before it draws; of one by less than a pixel it is not told at all. */
async function drawnTwice(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
