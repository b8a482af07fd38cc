import { whatIsSaid } from '../../src/ui/kiosk/read-aloud/what-is-said.ts';
import { isShown, seenParts, type Box } from './kiosk-tour.ts';
import { once } from './one-glance.ts';

/** CSS pixels of one real millimetre on the glass that is pretended. */
export const mm = (): number => millimetre(document.documentElement);
const millimetre = once((page: Element): number =>
  Number.parseFloat(getComputedStyle(page).getPropertyValue('--mm')),
);

/** Type of which a capital is 4.8 mm high. */
const LEAST_TYPE_MM = 6.6;

interface Words {
  readonly text: string;
  readonly in: HTMLElement;
}

/** Each piece of text that can be read on the glass, with what it stands in; through slots and shadow roots. */
export const wordsOn = once((root: HTMLElement): readonly Words[] => {
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
});

export const isForEarsOnly = (one: HTMLElement): boolean => one.closest('.heard, .sr') !== null;

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

/** On how many lines words stand. */
function linesOf(text: Node): number {
  const range = document.createRange();
  range.selectNodeContents(text);
  const tops = new Set([...range.getClientRects()].map(({ top, height }) => Math.round(top + height / 2)));
  return tops.size;
}

/** A sentence, or a list that is as long as one; not a name or a figure. */
const SENTENCE = /[。，；]|[a-z][.;](?:\s|$)|(?:\S+\s+){12}/;
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
