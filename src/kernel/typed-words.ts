/** How a character is read, without tones: 行 xing and hang. None for what is no Han character. */
export type Readings = (character: string) => readonly string[];

/** Words with how each of their characters may be typed. */
export interface TypedWords {
  readonly words: string;
  readonly typed: readonly (readonly string[])[];
}

/** Characters, letters and figures, nothing else, in small letters. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words as they may be typed: each Han character as itself or by how it is read. */
export function asTyped(words: string, readings: Readings): TypedWords {
  const small = plain(words);
  return { words: small, typed: [...small].map((character) => [character, ...readings(character)]) };
}

/** Whether what was typed is how some part of the words is typed: 养老 by 养老, yanglao, yl, yangl. */
export function isTyped({ typed }: TypedWords, asked: string): boolean {
  return typed.some((_, start) => endOf(typed, start, asked, 0) !== null);
}

/** Whether it is how all of the words are typed. */
export const isTypedWhole = ({ typed }: TypedWords, asked: string): boolean =>
  endOf(typed, 0, asked, 0) === typed.length;

/** Where in the words what was typed ends, begun at a character; null where it is not how they are typed. */
function endOf(
  typed: readonly (readonly string[])[],
  at: number,
  asked: string,
  from: number,
): number | null {
  if (from >= asked.length) return at;
  const ways = typed[at];
  if (ways === undefined) return null;
  for (const way of ways) {
    // The longest part first: a whole syllable rather than its beginning.
    for (let length = commonLength(way, asked, from); length > 0; length -= 1) {
      const end = endOf(typed, at + 1, asked, from + length);
      if (end !== null) return end;
    }
  }
  return null;
}

function commonLength(way: string, asked: string, from: number): number {
  let length = 0;
  while (length < way.length && way[length] === asked[from + length]) length += 1;
  return length;
}
