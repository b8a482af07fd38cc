import { inputHere } from './input-here.ts';
import { Hands, type Point } from './touch.ts';

/** Between two things that a panel tells. */
const REPORTS_EVERY_MS = 10;

/** Real fingers on the glass of a component test, as quick as fingers are however slow the machine is. */
export function handsHere(): Hands {
  let now = Date.now();
  return new Hands(
    (request) => inputHere('touch', request),
    () => (now += REPORTS_EVERY_MS),
  );
}

/** The middle of a thing, where a finger aims at. */
export function middleOf(thing: Element): Point {
  const box = thing.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
