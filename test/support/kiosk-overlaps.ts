import { above, isShown, seenParts, type Box } from './kiosk-tour.ts';
import { deepAll } from './mount.ts';

/** Lines are set as high as they are said to be, and letters seldom fill them. */
const NEARLY_PX = 3;

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEARLY_PX &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > NEARLY_PX;

function isWithin(one: Element, other: Element): boolean {
  for (let at: Element | null = one; at !== null; at = above(at)) if (at === other) return true;
  return false;
}

const hasOwnWords = (one: Element): boolean =>
  one.localName !== 'style' &&
  !one.matches('.heard, .sr') &&
  [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

/** Words that lie over a button which is not theirs, or under it: neither can be read. */
export function overlaid(shell: HTMLElement): readonly string[] {
  const buttons = deepAll(shell, 'button').filter(isShown);
  return deepAll(shell, '*')
    .filter((one) => hasOwnWords(one) && isShown(one))
    .flatMap((one) =>
      buttons
        .filter((button) => !isWithin(one, button) && !isWithin(button, one))
        .filter((button) =>
          seenParts(button).some((box) => seenParts(one).some((part) => overlap(part, box))),
        )
        .map((button) => `“${one.textContent?.trim()}” and “${button.textContent?.trim()}”`),
    );
}
