import {
  asTyped,
  isTyped,
  isTypedWhole,
  plain,
  type Readings,
  type TypedWords,
} from '../../../kernel/typed-words.ts';
import { everydayWords } from './everyday-words.ts';
import { inOrder, type Policy } from './policy.ts';

/** A policy as it is searched. */
interface Entry {
  readonly policy: Policy;
  readonly title: TypedWords;
  readonly keywords: readonly TypedWords[];
  /** Everything else it says. */
  readonly rest: string;
}

/** What is looked for, the keywords in which it is, and the words that mean the same. */
interface Asked {
  readonly asked: string;
  readonly hits: ReadonlySet<TypedWords>;
  readonly meant: readonly TypedWords[];
}

export type Search = (input: string) => readonly Policy[];

/** How much it tells that a word was found there. */
const IN_TITLE = 8;
const IN_KEYWORD = 6;
const IN_REST = 2;

const synonymRows = everydayWords.map(({ words }) => words);

/** What the English for an everyday word stands for. */
const inChinese = new Map(everydayWords.map(({ words: [first = ''], english }) => [plain(english), first]));

/**
 * Makes policies searchable by Han characters, pinyin, its initials, everyday words and English. Done once; a search goes
 * through all of them, which two thousand are few enough for.
 */
export function searchOf(policies: readonly Policy[], readings: Readings): Search {
  const textOf = (words: string): TypedWords => asTyped(words, readings);
  /** The same words are many policies' keywords: each is looked at once a key. */
  const texts = new Map<string, TypedWords>();
  const keywordOf = (words: string): TypedWords => {
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
