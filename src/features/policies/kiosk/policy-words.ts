import { html, nothing, type TemplateResult } from 'lit';
import type { Policy } from '../model/policy.ts';
import { locale, t } from '../../../i18n/index.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import '../../../i18n/kiosk-page-texts.ts';

type Words = string | TemplateResult;
type Amount = NonNullable<Policy['amounts']>[number];

export const titleWords = ({ title, titleEn }: Policy): Words => inLanguage(title, titleEn);
export const summaryWords = ({ summary, summaryEn }: Policy): Words => inLanguage(summary, summaryEn);

/** Lines in the page's language. Half of a translation is none: which line belongs to which would be guessed. */
export function lineWords(
  chinese: readonly string[],
  english: readonly string[] | null | undefined,
): readonly Words[] {
  const whole = english?.length === chinese.length ? english : [];
  return chinese.map((line, i) => inLanguage(line, whole[i]));
}

export const amountsOf = ({ amounts }: Policy): readonly Amount[] => amounts ?? [];

/** 每月 100 元 */
export function amountWords({ words, wordsEn, fen }: Amount): Words {
  if (fen === null || fen === undefined) return inLanguage(words, wordsEn);
  const yuan = formatPrice(fen);
  if (locale() === 'zh-CN') return t('kioskPages.policies.sum', { words, yuan });
  const english = wordsEn ?? '';
  return english === ''
    ? html`<span lang="zh-CN">${words}</span> ${yuan}`
    : t('kioskPages.policies.sum', { words: english, yuan });
}

/** What stands behind the title of what may not hold any more. */
export const toCheckChip = (isToCheck: boolean) =>
  isToCheck ? html`<span class="chip">${t('kioskPages.policies.toCheck')}</span>` : nothing;
