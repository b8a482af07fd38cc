import { colourOf, contrast, isOpaque } from './colours.ts';
import { above, isShown, seenParts, type Box } from './kiosk-tour.ts';
import { isForEarsOnly, mm, wordsOn } from './kiosk-words.ts';
import { deepAll } from './mount.ts';

const TARGET_MM = 20;
const KEY_MM = 15;
const TILE_MM = 30;
const GAP_MM = 3;
const EDGE_MM = 20;
/** Half a pixel of a glass that is shown small. */
const NEARLY_MM = 0.4;

/** What is seen of an element, in one box. */
function seen(one: Element): Box {
  const parts = seenParts(one);
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    top: Math.min(...parts.map(({ top }) => top)),
    right: Math.max(...parts.map(({ right }) => right)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

const targets = (root: HTMLElement): readonly HTMLElement[] => deepAll(root, 'button').filter(isShown);

const hostOf = (one: Element): string => {
  const root = one.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : '';
};

const labelOf = (one: HTMLElement): string => {
  const root = one.getRootNode();
  const slotted = root instanceof ShadowRoot ? root.host.textContent : '';
  return (one.getAttribute('aria-label') ?? (one.textContent?.trim() || slotted || ''))
    .trim()
    .replace(/\s+/g, ' ');
};

const leastOf = (one: HTMLElement): number =>
  hostOf(one) === 'll-keypad'
    ? KEY_MM
    : hostOf(one) === 'll-tile' && one.closest('.tiles') !== null
      ? TILE_MM
      : TARGET_MM;

/** Buttons that an old hand misses. */
export const tooSmall = (root: HTMLElement): readonly string[] =>
  targets(root).flatMap((one) => {
    const { left, top, right, bottom } = seen(one);
    const least = Math.min(right - left, bottom - top) / mm();
    return least < leastOf(one) - NEARLY_MM ? [`“${labelOf(one)}” is ${least.toFixed(1)} mm`] : [];
  });

/** Buttons between which a finger does not know where it is. */
export function tooClose(root: HTMLElement): readonly string[] {
  const boxes = targets(root).map((one) => ({ name: labelOf(one), box: seen(one) }));
  return boxes.flatMap(({ name, box }, i) =>
    boxes.slice(i + 1).flatMap((other) => {
      const across = Math.max(other.box.left - box.right, box.left - other.box.right);
      const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const apart = Math.max(across, down) / mm();
      return apart < GAP_MM - NEARLY_MM
        ? [`“${name}” and “${other.name}” are ${apart.toFixed(1)} mm apart`]
        : [];
    }),
  );
}

/** What stands in the outer 20 mm of the glass, or outside it, where a frame or a hand may hide it. */
export function tooNearTheEdge(root: HTMLElement, shell = root): readonly string[] {
  const glass = shell.getBoundingClientRect();
  return [
    ...targets(root),
    ...wordsOn(root)
      .filter((one) => !isForEarsOnly(one.in))
      .map((one) => one.in),
  ].flatMap((one) => {
    const box = seen(one);
    const free =
      Math.min(
        box.left - glass.left,
        glass.right - box.right,
        box.top - glass.top,
        glass.bottom - box.bottom,
      ) / mm();
    return free < EDGE_MM - NEARLY_MM ? [`“${labelOf(one)}” is ${free.toFixed(1)} mm from the edge`] : [];
  });
}

/** What is in one page's place only where one may look for it in vain: lists to pull down, and what has to be scrolled. */
export const hiddenAway = (root: HTMLElement): readonly string[] =>
  deepAll(root, '*').flatMap((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const scrolls = [overflowX, overflowY].some((how) => how === 'auto' || how === 'scroll');
    return scrolls || one.matches('select, details, dialog, marquee') ? [one.localName] : [];
  });

/** One question a screen: one heading that is shown. */
export function notOneHeading(page: HTMLElement): readonly string[] {
  const headings = deepAll(page, 'h1').filter((one) => one.getClientRects().length > 0);
  return headings.length === 1
    ? []
    : [`${headings.length} headings: ${headings.map((one) => one.textContent?.trim()).join(', ')}`];
}

/** What is seen behind an element: the nearest colour that covers. */
function behind(one: Element): string {
  for (let at = above(one); at !== null; at = above(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return getComputedStyle(document.body).backgroundColor;
}

const EDGE_CONTRAST = 3;

/** Buttons of which neither the edge nor the face is seen against what is behind them. */
export const faintButtons = (root: HTMLElement): readonly string[] =>
  targets(root).flatMap((one) => {
    const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(one);
    const page = colourOf(behind(one));
    const edge = Number.parseFloat(borderTopWidth) > 0 ? contrast(colourOf(borderTopColor), page) : 1;
    const face = isOpaque(backgroundColor) ? contrast(colourOf(backgroundColor), page) : 1;
    return Math.max(edge, face) < EDGE_CONTRAST
      ? [`“${labelOf(one)}” is ${Math.max(edge, face).toFixed(1)} against the page`]
      : [];
  });
