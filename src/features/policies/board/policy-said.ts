import { locale, t } from '../../../i18n/index.ts';
import { formatPrice } from '../../../kernel/money.ts';
import type { Policy } from '../model/policy.ts';

interface Said {
  readonly heading: string;
  readonly body: string;
  readonly source: string;
}

/** What a board says of a policy: its name over the rest. Sums that are only an example are left out. */
export function policySaid(policy: Policy): Said {
  const { title, titleEn, summary, summaryEn, where, whereEn, phone, source } = policy;
  const place = inWords(where, whereEn);
  return {
    heading: inWords(title, titleEn) ?? title,
    body: [
      inWords(summary, summaryEn) ?? summary,
      ...(policy.example === true ? [] : (policy.amounts ?? []).map(amountSaid)),
      ...(place === null ? [] : [t('boards.policy.where', { where: [place, phone ?? ''].join(' ').trim() })]),
    ].join('\n'),
    source: t('boards.policy.source', { source }),
  };
}

type Amount = NonNullable<Policy['amounts']>[number];

function amountSaid({ words, wordsEn, fen }: Amount): string {
  const said = inWords(words, wordsEn) ?? words;
  return fen == null ? said : t('boards.policy.sum', { words: said, yuan: formatPrice(fen) });
}

/** The English where it is asked for and there, else the Chinese. */
const inWords = (chinese: string | null, english: string | null | undefined): string | null =>
  locale() === 'en' && english != null && english.trim() !== '' ? english : chinese;
