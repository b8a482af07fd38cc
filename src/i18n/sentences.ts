/** Where one sentence stands in a text: from `start` up to `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence that is longer than this is said in pieces, cut where a person would take breath. */
const LONGEST = 90;
const ENDS = /[。！？；!?;…]+[”’』」）)]*|\.(?=\s|$)|\n+/g;
const BREATHS = /[，、：,:]\s*|\s+/g;

/**
 * The sentences of a text, in order, without what is blank: what is read aloud one after the other, and marked while it
 * is. A point within a number ends nothing.
 */
export function sentencesIn(text: string): readonly Span[] {
  return cut(text, { start: 0, end: text.length }, ENDS)
    .flatMap((span) => (span.end - span.start > LONGEST ? inBreaths(text, span) : [span]))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => start < end);
}

function cut(text: string, whole: Span, at: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let start = whole.start;
  text.slice(whole.start, whole.end).replace(at, (match: string, ...more: (string | number)[]) => {
    const offset = more.find((one) => typeof one === 'number') ?? 0;
    const end = whole.start + Number(offset) + match.length;
    spans.push({ start, end });
    start = end;
    return match;
  });
  return start < whole.end ? [...spans, { start, end: whole.end }] : spans;
}

/** As few pieces as the longest allows; what has no place to breathe is said in one. */
function inBreaths(text: string, whole: Span): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of cut(text, whole, BREATHS)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && end - last.start <= LONGEST)
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, piece.trimEnd().length) };
}
