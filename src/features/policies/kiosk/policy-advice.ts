import { html, nothing, type TemplateResult } from 'lit';
import type { Advice, Reason } from '../model/advice.ts';
import type { Policy } from '../model/policy.ts';
import { t } from '../../../i18n/index.ts';
import { amountsOf, amountWords, titleWords, toCheckChip } from './policy-words.ts';
import { reasonsWords } from './advisor-words.ts';

type Read = (policy: Policy) => void;
type Of<K extends Advice['is']> = Extract<Advice, { readonly is: K }>;

const those = <K extends Advice['is']>(all: readonly Advice[], is: K): readonly Of<K>[] =>
  all.filter((one): one is Of<K> => one.is === is);

/** What the answers lead to: what may be applied for and why, money first; then what nearly fits, and what to find out. */
export function adviceView(all: readonly Advice[], read: Read, ways: TemplateResult): TemplateResult {
  const matches = those(all, 'match');
  return html`<h1>
      ${t(matches.length > 0 ? 'kioskPages.advisor.results' : 'kioskPages.advisor.resultsNone')}
    </h1>
    <div class="sided">
      <ll-pages>
        <p class="careful">
          ${t(matches.length > 0 ? 'kioskPages.advisor.resultsMore' : 'kioskPages.advisor.resultsNoneMore')}
          ${matches.some(({ policy }) => policy.example === true) ? t('kioskPages.policies.example') : nothing}
        </p>
        ${matches.map(({ policy, because }) =>
          choice(
            policy,
            read,
            because.length === 0
              ? html`${t('kioskPages.advisor.everybody')}`
              : said('kioskPages.advisor.why', because),
          ),
        )}
        ${part(
          'kioskPages.advisor.maybe',
          those(all, 'maybe').map(({ policy, unknown }) =>
            choice(policy, read, said('kioskPages.advisor.unknown', unknown)),
          ),
        )}
        ${part(
          'kioskPages.advisor.nearly',
          those(all, 'nearly').map(({ policy, missing }) =>
            choice(policy, read, said('kioskPages.advisor.lacks', [missing])),
          ),
        )}
        ${part(
          'kioskPages.advisor.askAdvisor',
          those(all, 'ask').map(({ policy, why }) =>
            choice(
              policy,
              read,
              html`${t(why === 'lapsed' ? 'kioskPages.advisor.lapsed' : 'kioskPages.advisor.notUnderstood')}`,
              why === 'lapsed',
            ),
          ),
        )}
      </ll-pages>
      ${ways}
    </div>`;
}

/** A heading with the first of what it heads: never alone at a page's foot. */
function part(
  heading: 'kioskPages.advisor.maybe' | 'kioskPages.advisor.nearly' | 'kioskPages.advisor.askAdvisor',
  [first, ...others]: readonly TemplateResult[],
) {
  return first === undefined
    ? nothing
    : html`<div class="part">
          <h2>${t(heading)}</h2>
          ${first}
        </div>
        ${others}`;
}

const said = (
  lead: 'kioskPages.advisor.why' | 'kioskPages.advisor.unknown' | 'kioskPages.advisor.lacks',
  reasons: readonly Reason[],
): TemplateResult => html`${t(lead)}${reasonsWords(reasons)}`;

function choice(policy: Policy, read: Read, why: TemplateResult, isToCheck = false): TemplateResult {
  return html`<button type="button" class="choice" @click=${() => read(policy)}>
    <b>${titleWords(policy)}${toCheckChip(isToCheck)}</b>
    ${sumOf(policy)} ${why}
  </button>`;
}

/** How much; of several sums nobody can say here which is theirs. */
function sumOf(policy: Policy) {
  const [amount, ...others] = amountsOf(policy);
  if (amount === undefined) return nothing;
  return html`<span class="sum"
    >${others.length > 0 ? t('kioskPages.advisor.sumVaries') : amountWords(amount)}</span
  >`;
}
