import { deepAll } from './mount.ts';

/** The least that a wet finger hits. */
const TARGET_PX = 44;
/** What the browser makes of 44 px where a row is shared out. */
const ROUNDING_PX = 0.5;

const PRESSED = 'button, a[href], summary, select, textarea, input:not([type="hidden"])';

/** What is pressed and smaller than a finger. */
export const tooSmall = (root: Element): readonly string[] =>
  deepAll(root, PRESSED)
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip'))
    .filter((one) => getComputedStyle(one).display !== 'inline')
    .filter((one) => {
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      return width > 1 && Math.min(width, height) < TARGET_PX - ROUNDING_PX;
    })
    .map((one) => `too small: ${one.localName} ${(one.ariaLabel ?? one.textContent).trim().slice(0, 24)}`);
