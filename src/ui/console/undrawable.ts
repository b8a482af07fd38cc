/** A Chinese character, of any of Unicode's blocks. */
const HAN = /\p{Script=Han}/u;

/** Whether a character is in a list of ranges as style sheets write them: `U+4e00-4eff,U+20021`. */
function isWithin(code: number, ranges: string): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return code >= parseInt(from, 16) && code <= parseInt(to, 16);
  });
}

/**
 * The Chinese characters of a text that none of the product's fonts has, once each: a television without a Chinese font
 * would show an empty box.
 * @param ranges what each of the fonts' parts has, as its style sheet says
 */
export const undrawable = (text: string, ranges: readonly string[]): readonly string[] =>
  [...new Set(text)].filter((one) => {
    const code = one.codePointAt(0) ?? 0;
    return HAN.test(one) && !ranges.some((some) => isWithin(code, some));
  });

const OURS = /Noto Sans SC (Variable|Rare)/;

/** What the parts of the product's typeface have; empty before its style sheets are there, when nobody knows. */
export const drawableRanges = (): readonly string[] =>
  [...document.fonts].filter(({ family }) => OURS.test(family)).map(({ unicodeRange }) => unicodeRange);
