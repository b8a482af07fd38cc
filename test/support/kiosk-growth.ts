import { isForEarsOnly, mm, wordsOn } from './kiosk-words.ts';

/** How large each text is, mm of type; of one that stands there twice the smaller. */
export type Sizes = ReadonlyMap<string, number>;

function smallestOf(sizes: Iterable<readonly [string, number]>): Sizes {
  const found = new Map<string, number>();
  for (const [text, typeMm] of sizes) found.set(text, Math.min(typeMm, found.get(text) ?? typeMm));
  return found;
}

/** How large each text on the glass is. */
export const sizesOf = (root: HTMLElement): Sizes =>
  smallestOf(
    wordsOn(root)
      .filter((one) => !isForEarsOnly(one.in))
      .map(({ text, in: one }) => [text, Number.parseFloat(getComputedStyle(one).fontSize) / mm()]),
  );

/** The same of several sheets. */
export const smallest = (sheets: readonly Sizes[]): Sizes => smallestOf(sheets.flatMap((one) => [...one]));

/** One tap makes everything so many times as large. */
const LARGER = 1.5;
/** What is read is then of this type; what is as large before needs no tap. */
const LARGE_MM = 10.8 * LARGER;

/** Texts that one tap on 字大些 does not make half as large again. */
export const notGrown = (usual: Sizes, large: Sizes): readonly string[] =>
  [...large].flatMap(([text, after]) => {
    const before = usual.get(text) ?? 0;
    return after < Math.min(LARGER * before, LARGE_MM) - 0.05
      ? [`“${text}” grows from ${before.toFixed(1)} to ${after.toFixed(1)} mm`]
      : [];
  });
