import { html, nothing, type TemplateResult } from 'lit';
import type { CivilDate } from '../../../kernel/time.ts';
import { isCurrent, policiesByCategory, type Policy, type PolicyCategory } from '../model/policy.ts';
import { t } from '../../../i18n/index.ts';
import { emptyView } from '../../../ui/kiosk/state-views.ts';
import { summaryWords, titleWords, toCheckChip } from './policy-words.ts';

/** Nobody leafs through more: the others are found by their names. */
export const MOST = 40;

/** The benefits and services of one kind, to choose one from. */
export function categoryView(
  category: PolicyCategory,
  policies: readonly Policy[],
  today: CivilDate | null,
  read: (policy: Policy) => void,
  search: () => void,
): TemplateResult {
  const group = policiesByCategory(policies).find((one) => one.category === category);
  return html`<h1>${t(`kioskPages.policies.category.${category}`)}</h1>
    ${
      group === undefined
        ? emptyView(t('kioskPages.policies.none'))
        : html`<ll-pages>
            ${group.policies.slice(0, MOST).map((policy) => policyChoice(policy, today, read))}
            ${group.policies.length > MOST ? searchMore(group.policies.length - MOST, search) : nothing}
          </ll-pages>`
    }`;
}

const searchMore = (count: number, search: () => void): TemplateResult =>
  html`<ll-button class="search-more" kind="confirm" @click=${search}
    >${t('kioskPages.policies.searchMore', { count })}</ll-button
  >`;

/** One of several, with what it is. */
export const policyChoice = (
  policy: Policy,
  today: CivilDate | null,
  read: (policy: Policy) => void,
): TemplateResult =>
  html`<button type="button" class="choice" @click=${() => read(policy)}>
    <b>${titleWords(policy)}${toCheckChip(!isCurrent(policy, today))}</b
    ><span class="summary">${summaryWords(policy)}</span>
  </button>`;
