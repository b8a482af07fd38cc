import { inFigure, wordsOf } from './by-word.ts';

/** One page of something said: its heading, what stands under it, or both. */
export interface SaidPage {
  readonly title: string | null;
  readonly body: string | null;
  /** Which of the things said it is of, from 0; absent where there is but one. */
  readonly of?: number;
}

/** Something said: a heading, what is said under it, or both. */
export interface Said {
  readonly heading: string | null;
  readonly body: string | null;
}

/** Whether a page stands whole in its room, at the sizes that its parts keep. */
type Fits = (page: SaidPage) => boolean;

/** Under a heading so many characters must have room, for its page to carry what follows. */
const LEAST_UNDER = 10;

/**
 * Parts a heading and what is said under it into pages that fit, never setting anything smaller. The heading stands on
 * each page where what follows has room under it: who looks up in the middle sees what it is about.
 */
export function saidPages(title: string | null, body: string | null, fits: Fits): readonly SaidPage[] {
  if (fits({ title, body })) return [{ title, body }];
  const heads = partsThatFit(title ?? '', (part) => fits({ title: part, body: null }));
  if (body === null) return heads.map((part) => ({ title: part, body: null }));
  if (heads.length === 1 && fits({ title, body: body.slice(0, LEAST_UNDER) }))
    return partsThatFit(body, (part) => fits({ title, body: part })).map((part) => ({ title, body: part }));
  return [
    ...heads.map((part) => ({ title: part, body: null })),
    ...partsThatFit(body, (part) => fits({ title: null, body: part })).map((part) => ({
      title: null,
      body: part,
    })),
  ];
}

/** Parts a text, in order and whole, so that each part fits: at the end of a sentence, else of a clause, else of a word. */
export function partsThatFit(text: string, fits: (part: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  // Where not even one character fits, cutting helps nobody.
  if (rest !== '' && !fits(rest.slice(0, 1))) return [rest];
  while (rest !== '') {
    const most = longestThatFits(rest, fits);
    const cut = most === rest.length ? most : placeToCut(rest, most);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return parts;
}

/** How many of the first characters fit; at least one, however narrow it is. */
function longestThatFits(text: string, fits: (part: string) => boolean): number {
  if (fits(text)) return text.length;
  let [most, tooMany] = [1, text.length];
  while (tooMany - most > 1) {
    const half = (most + tooMany) >> 1;
    if (fits(text.slice(0, half))) most = half;
    else tooMany = half;
  }
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most + 1 : most;
}

/** Where a text had better end, the best first. */
const ENDS = [/^[^]*(?:[。！？；!?;\n]|\.(?=\s))/, /^[^]*(?:[，、：]|[,:](?=\s))/, /^[^]*\s/];
/** What must not begin a line, or be cut through. */
const CLINGS = /[，。、：；！？）》”’%,.:;!?)\w]/;
const WORD = /\w/;

/** Where to cut, of the first `room` characters: not so early that half the room is left empty. */
function placeToCut(text: string, room: number): number {
  const most = beforeFigure(text, room);
  const head = text.slice(0, most);
  for (const end of ENDS) {
    const [found = ''] = end.exec(head) ?? [];
    if (found.length * 2 >= most && !inFigure(found, text.slice(found.length))) return found.length;
  }
  const word = endOfWord(text, most);
  if (word * 2 >= most) return word;
  for (let cut = most; cut * 2 >= most; cut -= 1) {
    const clings = CLINGS.test(text.charAt(cut));
    const inWord = WORD.test(text.charAt(cut)) && WORD.test(text.charAt(cut - 1));
    if (inFigure(text.slice(0, cut), text.slice(cut))) continue;
    if (!clings || (WORD.test(text.charAt(cut)) && !inWord)) return cut;
  }
  return most;
}

/** As many characters, or those before a figure that does not end in them: who reads half a telephone number has none. */
function beforeFigure(text: string, most: number): number {
  const figure = /^[-:：./]?\d/.test(text.slice(most)) ? /\d[\d\-:：./]*$/.exec(text.slice(0, most)) : null;
  return figure === null || figure.index === 0 ? most : figure.index;
}

/** Where the last word ends that is whole in the first `most` characters; 0 where none does, or none is known. */
function endOfWord(text: string, most: number): number {
  let end = 0;
  for (const { length } of wordsOf(text) ?? []) {
    if (end + length > most) break;
    end += length;
  }
  return end;
}
