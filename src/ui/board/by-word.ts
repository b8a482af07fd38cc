import { html, type TemplateResult } from 'lit';

/** What is no longer than this is not parted: it stands whole on a line of any television that can show a menu. */
const SHORT = 6;

interface Segment {
  readonly segment: string;
  readonly isWordLike?: boolean;
}
interface Segmenting {
  readonly Segmenter: new (
    locale: string,
    options: { readonly granularity: 'word' },
  ) => { segment(text: string): Iterable<Segment> };
}
// Chromium has known words since 87, Firefox since 125; without them a line ends anywhere, as Chinese may.
const knowsWords = (intl: object): intl is Segmenting => 'Segmenter' in intl;
const intl: object = Intl;
const words = knowsWords(intl) ? new intl.Segmenter('zh-CN', { granularity: 'word' }) : undefined;

/** What belongs to the word after it. */
const OPENS = /[（《“「【(]$/;
/** A figure that goes on: a telephone number, an hour, a price, a date, typed with either keyboard's marks. */
const FIGURE = /\d[-:：./]\d/;

/** Whether a text that is parted there would be parted at a mark within a figure. */
export const inFigure = (before: string, after: string): boolean =>
  (/\d[-:：./]$/.test(before) && /^\d/.test(after)) || (/\d$/.test(before) && /^[-:：./]\d/.test(after));

/** The parts of a text, those of a figure as one: who reads half a telephone number has none. */
export function figuresWhole(parts: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole[whole.length - 1];
    if (last !== undefined && inFigure(last, part)) whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}

/** The words of a text, each with the marks that cling to it; null where this engine knows none. */
export function wordsOf(text: string): readonly string[] | null {
  if (words === undefined) return null;
  const parts: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts[parts.length - 1];
    if (last === undefined || (!OPENS.test(last) && (isWordLike === true || OPENS.test(segment))))
      parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return figuresWhole(parts);
}

/**
 * A text whose lines end between words, 土豆|炖|牛腩, as far as this engine knows words; elsewhere between any two
 * characters. A word that is longer than a line is parted. None ends before the first word: what stands alone on the next
 * line would make the one before it higher than it is where the text is drawn in parts.
 */
export function byWord(text: string): TemplateResult | string {
  const parts = text.length <= SHORT ? null : wordsOf(text);
  return parts === null
    ? text
    : html`<span class="by-word"
        >${parts.map((part, i) => (i === 0 ? set(part) : html`<wbr />${set(part)}`))}</span
      >`;
}

/** By itself an engine ends a line after a hyphen, or a wide colon. */
const set = (part: string): TemplateResult | string =>
  FIGURE.test(part) ? html`<span class="figure">${part}</span>` : part;
