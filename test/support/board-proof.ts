import { colourOf, contrast, isOpaque } from './colours.ts';

/** How large the ink of what a selector finds has to be, in minutes of arc; all else has to be 25. */
export type Roles = Readonly<Record<string, number>>;

const LEAST_AM = 25;
const HAN_INK_EM = 0.92;
/** Glyphs are drawn on whole pixels, and lines laid out on parts of them. */
const NEARLY_PX = 1;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line of a text on a board: where its ink is, and whose it is. */
interface Line {
  readonly words: string;
  readonly of: Element;
  readonly box: Box;
}

const above = (one: Node): Node | null =>
  one instanceof ShadowRoot
    ? one.host
    : ((one instanceof Element ? one.assignedSlot : null) ?? one.parentNode);

function* parents(of: Node): Generator<Element> {
  for (let at = above(of); at !== null; at = above(at)) if (at instanceof Element) yield at;
}

function* texts(root: Node): Generator<Text> {
  const nodes = root instanceof HTMLSlotElement ? root.assignedNodes() : root.childNodes;
  for (const node of nodes) {
    if (node instanceof Text) yield node;
    else if (node instanceof Element && node.localName !== 'style') yield* texts(node.shadowRoot ?? node);
  }
}

const pen = document.createElement('canvas').getContext('2d');

/** The lines of a text, each as high as its ink: the box a browser tells is that of the typeface. */
function linesOf(text: Text): readonly Line[] {
  const of = text.parentElement ?? (text.parentNode instanceof ShadowRoot ? text.parentNode.host : null);
  if (of === null || pen === null || text.data.trim() === '') return [];
  const style = getComputedStyle(of);
  if (style.visibility === 'hidden') return [];
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const words = text.data.trim();
  const ink = pen.measureText(words);
  const range = document.createRange();
  range.selectNodeContents(text);
  const clips = [...parents(text)].filter(doesClip).map((one) => one.getBoundingClientRect());
  return (
    [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      // What lies wholly outside of what clips it is seen by nobody.
      .filter((rect) => clips.every((clip) => meet(rect, clip)))
      .map(({ left, right, top }) => {
        const base = top + ink.fontBoundingBoxAscent;
        return {
          words,
          of,
          box: {
            left,
            right,
            top: base - ink.actualBoundingBoxAscent,
            bottom: base + ink.actualBoundingBoxDescent,
          },
        };
      })
  );
}

const meet = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEARLY_PX &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > NEARLY_PX;

const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - NEARLY_PX &&
  inner.right <= outer.right + NEARLY_PX &&
  inner.top >= outer.top - NEARLY_PX &&
  inner.bottom <= outer.bottom + NEARLY_PX;

function doesClip(one: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(one);
  return overflowX !== 'visible' || overflowY !== 'visible';
}

function backOf(one: Element): string {
  for (const at of [one, ...parents(one)]) {
    const { backgroundColor } = getComputedStyle(at);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}

/**
 * What is wrong with what stands on a board: what lies over other words or a picture, leaves the safe area, is cut, is
 * smaller than its role, thinner than 500, or fainter than 7:1. Nothing where all can be read from the farthest seat.
 */
export function wrongOn(board: Element, roles: Roles): readonly string[] {
  const am = Number.parseFloat(getComputedStyle(board).getPropertyValue('--am'));
  const glass = board.getBoundingClientRect();
  const safe: Box = {
    left: glass.left + glass.width * 0.05,
    right: glass.right - glass.width * 0.05,
    top: glass.top + glass.height * 0.0555,
    bottom: glass.bottom - glass.height * 0.0555,
  };
  const lines = [...texts(board.shadowRoot ?? board)].flatMap(linesOf);
  const pictures = [...(board.shadowRoot ?? board).querySelectorAll('svg, img, video, canvas')];
  const wrong: string[] = [];
  for (const { words, of, box } of lines) {
    const style = getComputedStyle(of);
    const wanted = Object.entries(roles).find(([selector]) => of.closest(selector) !== null)?.[1];
    const inkAm = (Number.parseFloat(style.fontSize) * HAN_INK_EM) / am;
    if (inkAm < (wanted ?? LEAST_AM) - 0.05)
      wrong.push(`“${words}” is ${inkAm.toFixed(1)}′ of ${wanted ?? LEAST_AM}′`);
    if (Number(style.fontWeight) < 500) wrong.push(`“${words}” is thin`);
    const seen = contrast(colourOf(style.color), colourOf(backOf(of)));
    if (seen < 7) wrong.push(`“${words}” is faint: ${seen.toFixed(1)}`);
    if (!within(box, safe)) wrong.push(`“${words}” leaves the safe area`);
    for (const parent of parents(of))
      if (doesClip(parent) && !within(box, parent.getBoundingClientRect())) wrong.push(`“${words}” is cut`);
    for (const picture of pictures)
      if (meet(box, picture.getBoundingClientRect())) wrong.push(`“${words}” lies over a picture`);
  }
  lines.forEach((one, i) =>
    lines.slice(i + 1).forEach((other) => {
      if (meet(one.box, other.box)) wrong.push(`“${one.words}” and “${other.words}” lie over each other`);
    }),
  );
  return [...new Set(wrong)];
}

/** All words that stand on a board, in order, without what only parts them. */
export const wordsOn = (board: Element, selector = '*'): string =>
  [...texts(board.shadowRoot ?? board)]
    .filter((text) => text.parentElement?.closest(selector) && linesOf(text).length > 0)
    .map((text) => text.data)
    .join('')
    .replace(/\s+/g, '');
