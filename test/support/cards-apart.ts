import { deepAll } from './mount.ts';

/** Nearer than this, cards look like one that is torn. */
const APART_PX = 8;
/** Nearer than this, a coloured note sticks to the line above it. */
const NOTE_PX = 4;

interface Shown {
  readonly element: HTMLElement;
  readonly box: DOMRect;
}

/** Cards of a page that touch each other, and notes that touch what stands above them in their card. */
export function touching(root: Element): readonly string[] {
  const cards = shown(root, '.card').filter(({ element }) => !isInCard(element));
  const pairs = cards.flatMap((one, at) => cards.slice(at + 1).map((other) => [one, other] as const));
  return [
    ...pairs.filter(([a, b]) => isNear(a.box, b.box)).map(([a, b]) => `${named(a)} touches ${named(b)}`),
    ...shown(root, '.card .note').flatMap(({ element, box }) => {
      const before = element.previousElementSibling;
      const above = before?.getBoundingClientRect();
      const isBelow = above !== undefined && above.height > 1 && Math.abs(above.left - box.left) < box.width;
      return isBelow && box.top - above.bottom < NOTE_PX && box.top >= above.bottom - 1
        ? [`a note touches what is above it: ${element.textContent.trim().slice(0, 24)}`]
        : [];
    }),
  ];
}

/** That there is nothing of something, said on the page itself: all else on it stands on a card. */
export const bare = (root: Element): readonly string[] =>
  shown(root, '.nothing')
    .filter(({ element }) => !isInCard(element) && getComputedStyle(element).paddingLeft === '0px')
    .map((one) => `${named(one)} lies bare`);

const shown = (root: Element, selector: string): readonly Shown[] =>
  deepAll(root, selector)
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);

/** Through shadow roots. */
function isInCard(element: Element): boolean {
  for (
    let at: Node | null = element.parentNode;
    at !== null;
    at = at instanceof ShadowRoot ? at.host : at.parentNode
  )
    if (at instanceof Element && at.matches('.card')) return true;
  return false;
}

function isNear(a: DOMRect, b: DOMRect): boolean {
  const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  return Math.max(across, down) < APART_PX;
}

const named = ({ element }: Shown): string =>
  `“${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 24)}”`;
