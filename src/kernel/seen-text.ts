/*
 * What people type and others read: no control characters, none that turn the direction of writing or are not seen (an
 * account 王<U+200B>秀兰 is not that of 王秀兰), no halves of characters. What belongs to a character that is seen stays:
 * the joiners and variants of emoji, and those of Han characters, by which rare names are written.
 */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}';
/** Each alternative begins with what the others cannot go on with, so that no text takes long to refuse. */
const SEEN = [
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}](?:\\uFE0F|\\u200D(?=\\p{Extended_Pictographic}))+',
  '[0-9#*]\\uFE0F',
  '\\p{Script=Han}\\p{Variation_Selector}',
  `[^${UNSEEN}]`,
].join('|');
const BREAKS = '[\\n\\r\\t]';

/** The pattern of one line. */
export const SEEN_LINE = `^(?:${SEEN})*$`;
/** The pattern of a text of several lines. */
export const SEEN_TEXT = `^(?:${SEEN}|${BREAKS})*$`;

/** Whether it is by one of these that a text was refused. */
export const isOfSeen = (pattern: unknown): boolean => pattern === SEEN_LINE || pattern === SEEN_TEXT;

let kept: RegExp | undefined;

/** A text without what nobody sees, such as comes with what is pasted. */
export function seen(text: string): string {
  kept ??= new RegExp(`${SEEN}|${BREAKS}`, 'gu');
  return (text.match(kept) ?? []).join('');
}

/** The same for every text in a change. */
export function seenIn<T>(value: T): T;
export function seenIn(value: unknown): unknown {
  if (typeof value === 'string') return seen(value);
  if (Array.isArray(value)) return value.map((one: unknown) => seenIn(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, seenIn(one)]));
}
