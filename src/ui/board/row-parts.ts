/** A row, or so much of its text as stands on one page: from a character up to, not including, another. */
export interface RowPart {
  readonly row: number;
  readonly from: number;
  /** Null where the part goes on to the end, and has with it all that belongs to the row. */
  readonly to: number | null;
}

/** Of the texts of a row those that stand in a part of it, each as far as it does. */
export function textsOf<T extends { readonly words: string }>(
  texts: readonly T[],
  { from, to }: Pick<RowPart, 'from' | 'to'>,
): readonly T[] {
  let at = 0;
  return texts.flatMap((text) => {
    const start = Math.max(0, from - at);
    const end = Math.min(text.words.length, (to ?? Infinity) - at);
    at += text.words.length;
    return end > start ? [{ ...text, words: text.words.slice(start, end) }] : [];
  });
}

/** A row whole. */
export const WHOLE = { from: 0, to: null } as const;
