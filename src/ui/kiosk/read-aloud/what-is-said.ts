import { sentencesIn } from '../../../i18n/sentences.ts';

/** One sentence of a page, and where it stands. */
export interface Said {
  readonly text: string;
  readonly language: 'zh-CN' | 'en';
  /** It is about one person. */
  readonly isPrivate: boolean;
  /** What a person has spoken into a machine, which stands for this and all that stands beside it; null for most. */
  readonly recording: Recording | null;
  /** Where it stands on the glass now; none where it has gone. */
  rects(): readonly DOMRect[];
}

export interface Recording {
  /** A media file, by its SHA-256. */
  readonly hash: string;
  /** All that it says. */
  rects(): readonly DOMRect[];
}

/** A piece of text as it stands in the page. */
interface Piece {
  readonly node: Text;
  readonly offset: number;
}

type Around = Pick<Said, 'language' | 'isPrivate' | 'recording'>;

/**
 * What can be read on a page now, sentence by sentence, in the order in which it stands there, through shadow roots and
 * slots. An element with `data-say` is said by that instead of its text (an empty one is not said); what is within
 * `data-private` is about one person, within `data-recording` said by staff's own recording of that name. Whatever is not within `glass` is on another page of it.
 */
export function whatIsSaid(root: Element, glass: DOMRect): readonly Said[] {
  const reader = new Reader();
  reader.element(root, {
    language: languageOf(document.documentElement.lang),
    isPrivate: false,
    recording: null,
  });
  reader.endBlock();
  return reader.said.filter((one) => one.rects().some((rect) => isWithin(rect, glass)));
}

const isWithin = (rect: DOMRect, glass: DOMRect): boolean => {
  const x = (rect.left + rect.right) / 2;
  const y = (rect.top + rect.bottom) / 2;
  return rect.width > 0 && x > glass.left && x < glass.right && y > glass.top && y < glass.bottom;
};

const languageOf = (lang: string): Said['language'] => (lang.startsWith('zh') ? 'zh-CN' : 'en');

const SILENT = ['STYLE', 'SCRIPT', 'TEMPLATE', 'svg'];

class Reader {
  readonly said: Said[] = [];
  #text = '';
  #pieces: Piece[] = [];
  #around: Around = { language: 'zh-CN', isPrivate: false, recording: null };

  element(element: Element, around: Around): void {
    if (SILENT.includes(element.tagName) || element.getAttribute('aria-hidden') === 'true') return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || element.hasAttribute('inert')) return;
    const inside: Around = {
      language:
        element instanceof HTMLElement && element.lang !== '' ? languageOf(element.lang) : around.language,
      isPrivate: around.isPrivate || element.hasAttribute('data-private'),
      recording: recordingOf(element) ?? around.recording,
    };
    const isBlock = !/^(?:inline|contents)/.test(style.display);
    if (isBlock || inside.language !== around.language || inside.isPrivate !== around.isPrivate)
      this.endBlock();
    this.#around = inside;
    const instead = element.getAttribute('data-say');
    if (instead !== null) {
      this.endBlock();
      this.#say(instead, inside, () => [element.getBoundingClientRect()]);
    } else for (const child of childrenOf(element)) this.#child(child, inside);
    if (isBlock || inside.language !== around.language || inside.isPrivate !== around.isPrivate)
      this.endBlock();
    this.#around = around;
  }

  #child(child: Node, around: Around): void {
    this.#around = around;
    if (child instanceof Element) this.element(child, around);
    else if (child instanceof Text) this.#add(child);
  }

  /** Blanks of the source are one blank on the glass. */
  #add(node: Text): void {
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const letter = node.data.charAt(offset);
      const isBlank = /\s/.test(letter);
      if (isBlank && (this.#text === '' || this.#text.endsWith(' '))) continue;
      this.#text += isBlank ? ' ' : letter;
      this.#pieces.push({ node, offset });
    }
  }

  endBlock(): void {
    const [text, pieces, around] = [this.#text, this.#pieces, this.#around];
    this.#text = '';
    this.#pieces = [];
    for (const { start, end } of sentencesIn(text)) {
      const [first, last] = [pieces[start], pieces[end - 1]];
      if (first === undefined || last === undefined) continue;
      this.said.push({ text: text.slice(start, end), ...around, rects: () => rectsOf(first, last) });
    }
  }

  #say(text: string, around: Around, rects: Said['rects']): void {
    for (const { start, end } of sentencesIn(text))
      this.said.push({ text: text.slice(start, end), ...around, rects });
  }
}

function recordingOf(element: Element): Recording | null {
  const hash = element.getAttribute('data-recording');
  return hash === null ? null : { hash, rects: () => [element.getBoundingClientRect()] };
}

function rectsOf(first: Piece, last: Piece): readonly DOMRect[] {
  if (!first.node.isConnected || !last.node.isConnected) return [];
  const range = document.createRange();
  range.setStart(first.node, Math.min(first.offset, first.node.length));
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.length));
  return [...range.getClientRects()];
}

/** What is drawn within an element: its shadow's, a slot's, or its own. */
function childrenOf(element: Element): readonly Node[] {
  if (element.shadowRoot !== null) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return [...element.childNodes];
}
