import type { Advice } from '../model/advice.ts';
import { isCurrent, type Policy } from '../model/policy.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { formatDate, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { formatPrice } from '../../../kernel/money.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** What somebody takes along, on paper or in their telephone: plain words, nothing of the person. */
export interface Paper {
  readonly title: string;
  readonly parts: readonly {
    readonly heading: string;
    readonly lines: readonly string[];
  }[];
  /** Whom to ask, last. */
  readonly ask: string;
}

const plainLines = (
  chinese: readonly string[],
  english: readonly string[] | null | undefined,
): readonly string[] => chinese.map((line, i) => inPageLanguage(line, english?.[i]));

const titleOf = ({ title, titleEn }: Policy): string => inPageLanguage(title, titleEn);
const amountsOf = ({ amounts }: Policy): readonly string[] =>
  (amounts ?? []).map(({ words, wordsEn, fen }) =>
    fen === null || fen === undefined
      ? inPageLanguage(words, wordsEn)
      : t('kioskPages.policies.sum', { words: inPageLanguage(words, wordsEn), yuan: formatPrice(fen) }),
  );
const exampleOf = (policies: readonly Policy[]): readonly string[] =>
  policies.some(({ example }) => example === true) ? [t('kioskPages.policies.example')] : [];

const askLine = (phone: string | undefined): string =>
  phone === undefined
    ? t('kioskPages.policies.askAdvisor')
    : t('kioskPages.policies.askAdvisorAt', { phone });

/** One benefit. */
export function paperOf(policy: Policy, hotline: string | undefined, today: CivilDate | null): Paper {
  const { expiresOn } = policy;
  const toCheck =
    !isCurrent(policy, today) && expiresOn !== null
      ? [t('kioskPages.policies.toCheckMore', { date: formatDate(expiresOn) })]
      : [];
  const parts = [
    { heading: '', lines: [...toCheck, inPageLanguage(policy.summary, policy.summaryEn)] },
    {
      heading: t('kioskPages.policies.amounts'),
      lines: [...amountsOf(policy), ...exampleOf([policy])],
    },
    { heading: t('kioskPages.policies.who'), lines: plainLines(policy.who, policy.whoEn) },
    { heading: t('kioskPages.policies.papers'), lines: plainLines(policy.papers, policy.papersEn) },
    { heading: t('kioskPages.policies.where'), lines: lineOf(policy.where, policy.whereEn) },
    { heading: t('kioskPages.policies.hours'), lines: lineOf(policy.hours, policy.hoursEn) },
    {
      heading: '',
      lines: [
        `${t('kioskPages.policies.sourceIs')}${policy.source}${t('kioskPages.policies.checkedOn', {
          date: formatDate(policy.reviewedOn),
        })}`,
      ],
    },
  ];
  return {
    title: titleOf(policy),
    parts: parts.filter(({ lines }) => lines.length > 0),
    ask: askLine(policy.phone ?? hotline),
  };
}

const lineOf = (chinese: string | null, english: string | null | undefined): readonly string[] =>
  chinese === null ? [] : [inPageLanguage(chinese, english)];

/** What may be applied for, by somebody's answers: which benefits, and not what was answered. */
export function paperOfAdvice(all: readonly Advice[], hotline: string | undefined): Paper {
  const matches = all.filter((one) => one.is === 'match').map(({ policy }) => policy);
  return {
    title: t('kioskPages.advisor.results'),
    parts: [
      { heading: '', lines: [t('kioskPages.advisor.resultsMore'), ...exampleOf(matches)] },
      ...matches.map((policy) => ({
        heading: titleOf(policy),
        lines: [
          ...amountsOf(policy),
          ...bring(policy),
          ...lineOf(policy.where, policy.whereEn),
          ...lineOf(policy.hours, policy.hoursEn),
        ],
      })),
    ],
    ask: askLine(hotline),
  };
}

const bring = (policy: Policy): readonly string[] => {
  const papers = plainLines(policy.papers, policy.papersEn);
  return papers.length === 0
    ? []
    : [t('kioskPages.policies.bring', { papers: papers.join(t('common.listJoin')) })];
};

/** What a camera still reads off the glass from an arm's length, in bytes. */
const MOST_BYTES = 620;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The same for a telephone: whole parts while there is room, and whom to ask whatever there is no room for. */
export function textOf({ title, parts, ask }: Paper): string {
  let text = title;
  let left = parts.length;
  for (const { heading, lines } of parts) {
    const part = [heading, ...lines].filter((one) => one !== '').join('\n');
    const rest = t('kioskPages.policies.moreAtAdvisor', { count: parts.length });
    if (bytesOf([text, part, rest, ask].join('\n')) > MOST_BYTES) break;
    text = `${text}\n${part}`;
    left -= 1;
  }
  return [text, ...(left > 0 ? [t('kioskPages.policies.moreAtAdvisor', { count: left })] : []), ask].join(
    '\n',
  );
}
