import { everydayWords } from './everyday-words.ts';
import { inOrder, type Policy } from './policy.ts';

/** How a character is read, without tones: 行 xing and hang. None for what is no Han character. */
export type Readings = (character: string) => readonly string[];

/** A policy as it is searched. */
interface Entry {
  readonly policy: Policy;
  readonly title: Text;
  readonly keywords: readonly Text[];
  /** Everything else it says. */
  readonly rest: string;
}

/** Words with how each of their characters may be typed. */
interface Text {
  readonly words: string;
  readonly typed: readonly (readonly string[])[];
}

/** What is looked for, the keywords in which it is, and the words that mean the same. */
interface Asked {
  readonly asked: string;
  readonly hits: ReadonlySet<Text>;
  readonly meant: readonly Text[];
}

export type Search = (input: string) => readonly Policy[];

/** How much it tells that a word was found there. */
const IN_TITLE = 8;
const IN_KEYWORD = 6;
const IN_REST = 2;

const synonymRows = everydayWords.map(({ words }) => words);

/** Characters, letters and figures, nothing else, in small letters. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What the English for an everyday word stands for. */
const inChinese = new Map(everydayWords.map(({ words: [first = ''], english }) => [plain(english), first]));

/**
 * Makes policies searchable by Han characters, pinyin, its initials, everyday words and English. Done once; a search goes
 * through all of them, which two thousand are few enough for.
 */
export function searchOf(policies: readonly Policy[], readings: Readings): Search {
  const textOf = (words: string): Text => {
    const small = plain(words);
    return { words: small, typed: [...small].map((character) => [character, ...readings(character)]) };
  };
  /** The same words are many policies' keywords: each is looked at once a key. */
  const texts = new Map<string, Text>();
  const keywordOf = (words: string): Text => {
    const known = texts.get(words) ?? textOf(words);
    texts.set(words, known);
    return known;
  };
  const entries = policies.map((policy): Entry => ({
    policy,
    title: textOf(policy.title),
    keywords: (policy.keywords ?? []).map(keywordOf),
    rest: plain([policy.summary, ...policy.who, ...policy.body].join(' ')) + english(policy),
  }));
  const synonyms = synonymRows.map((row) => row.map(textOf));
  const lookedFor = (asked: string): Asked => ({
    asked,
    hits: new Set([...texts.values()].filter((one) => isTyped(one, asked))),
    meant: synonyms.filter((row) => row.some((word) => isTypedWhole(word, asked))).flat(),
  });

  return (input) => {
    const asked = plain(input);
    if (asked === '') return [];
    const chinese = inChinese.get(asked);
    const words = [asked, ...(chinese === undefined ? [] : [chinese])].map(lookedFor);
    const score = (entry: Entry): number => words.reduce((sum, word) => sum + scoreOf(entry, word), 0);
    return entries
      .map((entry) => ({ entry, score: score(entry) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || inOrder(a.entry.policy, b.entry.policy))
      .map(({ entry }) => entry.policy);
  };
}

function scoreOf({ title, keywords, rest }: Entry, { asked, hits, meant }: Asked): number {
  const said = (where: number, found: boolean): number => (found ? where : 0);
  // Letters are looked for in names only: as initials they would be found in any longer text.
  const isWord = !/^[a-z]{1,2}$/.test(asked);
  return (
    said(IN_TITLE, isTyped(title, asked)) +
    said(
      IN_KEYWORD,
      keywords.some((word) => hits.has(word)),
    ) +
    said(IN_REST, isWord && rest.includes(asked)) +
    said(
      IN_KEYWORD / 2,
      meant.some(({ words }) => title.words.includes(words)),
    ) +
    said(
      IN_KEYWORD / 2,
      meant.some((one) => keywords.some(({ words }) => words === one.words)),
    )
  );
}

const english = ({ titleEn, summaryEn }: Policy): string => plain(`${titleEn ?? ''} ${summaryEn ?? ''}`);

/** Whether what was typed is how some part of the words is typed: 养老 by 养老, yanglao, yl, yangl. */
function isTyped({ typed }: Text, asked: string): boolean {
  return typed.some((_, start) => endOf(typed, start, asked, 0) !== null);
}

/** Whether it is how all of the words are typed. */
const isTypedWhole = ({ typed }: Text, asked: string): boolean => endOf(typed, 0, asked, 0) === typed.length;

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
