import { whatIsSaid } from '../../src/ui/kiosk/read-aloud/what-is-said.ts';
import { colourOf, contrast, isOpaque } from './colours.ts';
import { above, isShown, seenParts, type Box } from './kiosk-tour.ts';
import { deepAll } from './mount.ts';

/** CSS pixels of one real millimetre on the glass that is pretended. */
const mm = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));

/** Type of which a capital is 4.8 mm high. */
const LEAST_TYPE_MM = 6.6;
const TARGET_MM = 20;
const KEY_MM = 15;
const TILE_MM = 30;
const GAP_MM = 3;
const EDGE_MM = 20;
/** Half a pixel of a glass that is shown small. */
const NEARLY_MM = 0.4;

interface Words {
  readonly text: string;
  readonly in: HTMLElement;
}

/** Each piece of text that can be read on the glass, with what it stands in; through slots and shadow roots. */
function wordsOn(root: HTMLElement): readonly Words[] {
  const found: Words[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const parent =
        node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
      const text = node.data.trim();
      if (parent instanceof HTMLElement && text !== '' && isShown(parent)) found.push({ text, in: parent });
      return;
    }
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Element && node.shadowRoot !== null) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return found;
}

const isForEarsOnly = (one: HTMLElement): boolean => one.closest('.heard, .sr') !== null;

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

/** Words of which a line is cut, as at the foot of a card that is too small for them. */
export const cutText = (root: HTMLElement): readonly string[] =>
  wordsOn(root).flatMap(({ text, in: one }) => {
    if (isForEarsOnly(one)) return [];
    const whole = [...one.getClientRects()].filter((part) =>
      seenParts(one).some(
        (half) =>
          half.left >= part.left - 1 &&
          half.right <= part.right + 1 &&
          half.top >= part.top - 1 &&
          half.bottom <= part.bottom + 1,
      ),
    );
    const area = (boxes: readonly Box[]): number =>
      boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    return area(seenParts(one)) < 0.9 * area(whole) ? [`“${text}” is cut`] : [];
  });

/** Words of which a capital would be less than 4.8 mm high. */
export const smallText = (root: HTMLElement): readonly string[] =>
  wordsOn(root)
    .filter((one) => !isForEarsOnly(one.in))
    .filter((one) => Number.parseFloat(getComputedStyle(one.in).fontSize) / mm() < LEAST_TYPE_MM - 0.01)
    .map(
      ({ text, in: at }) =>
        `“${text}” is ${(Number.parseFloat(getComputedStyle(at).fontSize) / mm()).toFixed(1)} mm`,
    );

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

/** Names of texts and blanks that nobody filled in. */
export const badText = (root: HTMLElement): readonly string[] =>
  wordsOn(root)
    .filter(({ text }) =>
      /\b(kiosk|kioskPages|common|screen|staff)\.\w+|{{|}}|undefined|\bnull\b|NaN/.test(text),
    )
    .map(({ text }) => text);

/** Whether somebody has said that these words are Chinese. */
function isToldChinese(at: Element | null): boolean {
  if (at === null) return false;
  const { lang } = at instanceof HTMLElement ? at : { lang: '' };
  if (lang !== '') return lang.startsWith('zh');
  const root = at.getRootNode();
  return isToldChinese(at.parentElement ?? (root instanceof ShadowRoot ? root.host : null));
}

/** Chinese that those who listen in English would hear as English. */
export const foreignText = (root: HTMLElement): readonly string[] =>
  wordsOn(root)
    .filter((one) => /\p{Script=Han}/u.test(one.text) && !isToldChinese(one.in))
    .map(({ text }) => text);

/** Masked names: 王*兰. */
const NAME = /\p{Script=Han}\*\p{Script=Han}?/u;
export const namesOn = (root: HTMLElement): readonly string[] =>
  wordsOn(root)
    .filter(({ text }) => NAME.test(text))
    .map(({ text }) => text);

/** What is said of a page that is read aloud, where it is not as it should be: nothing at all, or a name as if it were anybody's. */
export function wronglySaid(page: HTMLElement, glass: DOMRect): readonly string[] {
  const said = whatIsSaid(page, glass);
  return [
    ...(said.length === 0 ? ['nothing is said'] : []),
    ...said
      .filter(({ text, isPrivate }) => NAME.test(text) && !isPrivate)
      .map(({ text }) => `“${text}” is said like anything else`),
  ];
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

/** On how many lines words stand. */
function linesOf(text: Node): number {
  const range = document.createRange();
  range.selectNodeContents(text);
  const tops = new Set([...range.getClientRects()].map(({ top, height }) => Math.round(top + height / 2)));
  return tops.size;
}

/** A sentence, not a name or a figure. */
const SENTENCE = /[。，；]|[a-z][,.;](?:\s|$)/;
const LINE_HEIGHT = 1.5;

/** Sentences of several lines that are set closer than one and a half. */
export const tightText = (root: HTMLElement): readonly string[] =>
  wordsOn(root).flatMap(({ text, in: one }) => {
    if (isForEarsOnly(one) || !SENTENCE.test(text) || one.closest('button, h1, h2') !== null) return [];
    const { lineHeight, fontSize } = getComputedStyle(one);
    const apart = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    return apart < LINE_HEIGHT - 0.01 && linesOf(one) > 1 ? [`“${text}” is ${apart.toFixed(2)}`] : [];
  });

/** A capital of 0.7 degrees at 650 mm. */
const BODY_MM = 10.8;

/** Sentences in smaller type than what is to be read has. */
export const smallSentences = (root: HTMLElement, larger: number): readonly string[] =>
  wordsOn(root).flatMap(({ text, in: one }) => {
    if (isForEarsOnly(one) || !/[。；]|[a-z]\.(?:\s|$)/.test(text)) return [];
    const typeMm = Number.parseFloat(getComputedStyle(one).fontSize) / mm();
    // One tap makes it at least half as large again.
    const least = BODY_MM * (larger >= 1.5 ? 1.5 : 1);
    return typeMm < least - 0.01 ? [`“${text}” is ${typeMm.toFixed(1)} mm`] : [];
  });
