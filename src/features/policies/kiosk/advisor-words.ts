import { html, nothing, type TemplateResult } from 'lit';
import type { Reason } from '../model/advice.ts';
import type { AgeBand, Choice, Question } from '../model/questions.ts';
import { isAge, type Condition } from '../model/rule.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import '../../../i18n/kiosk-page-texts.ts';

export const questionWords = (question: Question): string => t(`kioskPages.advisor.ask.${question}`);
export const choiceWords = (choice: Choice): string => t(`kioskPages.advisor.is.${choice}`);

/** An age to choose: 80 到 89 岁. */
export function bandWords({ from, below }: AgeBand): string {
  if (below === null) return t('kioskPages.advisor.band.from', { from });
  return from === 0
    ? t('kioskPages.advisor.band.below', { below })
    : t('kioskPages.advisor.band.between', { from, last: below - 1 });
}

/** Why something is so, or would be: as the policy says it, or as its conditions do. */
function reasonWords({ words, wordsEn, any }: Reason): string | TemplateResult {
  if (words !== null) return inLanguage(words, wordsEn);
  return [...new Set(any.flatMap(conditionWords))].join(` ${t('kioskPages.advisor.or')} `);
}

/** Several reasons, one after the other. */
export const reasonsWords = (reasons: readonly Reason[]): TemplateResult =>
  html`${reasons.map((one, i) => html`${i === 0 ? nothing : t('common.listJoin')}${reasonWords(one)}`)}`;

function conditionWords(condition: Condition): readonly string[] {
  const plain = isAge(condition)
    ? [ageWords(condition)]
    : condition.is.map((choice) => t(`kioskPages.advisor.because.${choice}`));
  return condition.not === true ? plain.map((what) => t('kioskPages.advisor.not', { what })) : plain;
}

function ageWords({ from, below }: { readonly from: number | null; readonly below: number | null }): string {
  if (from === null && below === null) return t('kioskPages.advisor.age.any');
  if (from === null) return t('kioskPages.advisor.age.below', { below: below ?? 0 });
  return below === null
    ? t('kioskPages.advisor.age.from', { from })
    : t('kioskPages.advisor.age.between', { from, last: below - 1 });
}
