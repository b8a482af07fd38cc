import { html, nothing, type TemplateResult } from 'lit';
import type { Advice, Reason } from '../model/advice.ts';
import type { Policy } from '../model/policy.ts';
import { t } from '../../../i18n/index.ts';
import { amountsOf, amountWords, titleWords, toCheckChip } from './policy-words.ts';
import { reasonsWords } from './advisor-words.ts';

type Read = (policy: Policy) => void;

/** What comes after the money that may be applied for, in this order, and how it is headed. */
const OTHERS = {
  services: 'kioskPages.advisor.services',
  maybe: 'kioskPages.advisor.maybe',
  nearly: 'kioskPages.advisor.nearly',
  ask: 'kioskPages.advisor.askAdvisor',
} as const;
export type OtherAdvice = keyof typeof OTHERS;
const KINDS: readonly OtherAdvice[] = ['services', 'maybe', 'nearly', 'ask'];

/** The money that may be applied for; where there is none, the services that may. */
function foremost(all: readonly Advice[]): readonly Advice[] {
  const matches = all.filter(({ is }) => is === 'match');
  const money = matches.filter(({ policy }) => policy.kind === 'money');
  return money.length === 0 ? matches : money;
}

function othersOf(all: readonly Advice[], other: OtherAdvice): readonly Advice[] {
  if (other !== 'services') return all.filter(({ is }) => is === other);
  const first = new Set(foremost(all));
  return all.filter((one) => one.is === 'match' && !first.has(one));
}

/** More than these of one kind stand on a sheet of their own: nobody leafs through twenty to see that there are four. */
const FEW = 2;

/** What the answers lead to: what may be applied for and why, money first; then what nearly fits, and what to find out. */
export function adviceView(
  all: readonly Advice[],
  read: Read,
  others: (is: OtherAdvice) => void,
  ways: TemplateResult,
): TemplateResult {
  const matches = foremost(all);
  return html`<h1>
      ${t(matches.length > 0 ? 'kioskPages.advisor.results' : 'kioskPages.advisor.resultsNone')}
    </h1>
    <div class="sided">
      <ll-pages>
        ${matches.map((one) => choice(one, read))}
        <p class="careful">
          ${t(matches.length > 0 ? 'kioskPages.advisor.resultsMore' : 'kioskPages.advisor.resultsNoneMore')}
          ${matches.some(({ policy }) => policy.example === true) ? t('kioskPages.policies.example') : nothing}
        </p>
        ${KINDS.map((is) => part(is, othersOf(all, is), read, () => others(is)))}
      </ll-pages>
      ${ways}
    </div>`;
}

/** All of one kind of what else there is. */
export const othersView = (all: readonly Advice[], is: OtherAdvice, read: Read): TemplateResult =>
  html`<h1>${t(OTHERS[is])}</h1>
    <ll-pages>${othersOf(all, is).map((one) => choice(one, read))}</ll-pages>`;

/** A heading with the first of what it heads, never alone at a page's foot; of many, a way to see them. */
function part(is: OtherAdvice, found: readonly Advice[], read: Read, open: () => void) {
  const [first, ...others] = found;
  if (first === undefined) return nothing;
  if (found.length > FEW)
    return html`<button type="button" class="choice" @click=${open}>
      <b>${t(OTHERS[is])}</b>${t('kioskPages.advisor.seeAll', { count: found.length })}
    </button>`;
  return html`<div class="part">
      <h2>${t(OTHERS[is])}</h2>
      ${choice(first, read)}
    </div>
    ${others.map((one) => choice(one, read))}`;
}

function choice(advice: Advice, read: Read): TemplateResult {
  const { policy } = advice;
  return html`<button type="button" class="choice" @click=${() => read(policy)}>
    <b>${titleWords(policy)}${toCheckChip(advice.is === 'ask' && advice.why === 'lapsed')}</b>
    ${advice.is === 'match' ? sumOf(policy) : nothing} ${whyWords(advice)}
  </button>`;
}

/** Why it stands where it does. */
function whyWords(advice: Advice) {
  switch (advice.is) {
    case 'match':
      return advice.because.length === 0
        ? t('kioskPages.advisor.everybody')
        : said('kioskPages.advisor.why', advice.because);
    case 'maybe':
      return said('kioskPages.advisor.unknown', advice.unknown);
    case 'nearly':
      return said('kioskPages.advisor.lacks', [advice.missing]);
    case 'ask':
      return t(advice.why === 'lapsed' ? 'kioskPages.advisor.lapsed' : 'kioskPages.advisor.notUnderstood');
    case 'no':
      return nothing;
  }
}

const said = (
  lead: 'kioskPages.advisor.why' | 'kioskPages.advisor.unknown' | 'kioskPages.advisor.lacks',
  reasons: readonly Reason[],
): TemplateResult => html`<span data-private>${t(lead)}${reasonsWords(reasons)}</span>`;

/** How much; of several sums nobody can say here which is theirs. */
function sumOf(policy: Policy) {
  const [amount, ...others] = amountsOf(policy);
  if (amount === undefined) return nothing;
  return html`<span class="sum"
    >${others.length > 0 ? t('kioskPages.advisor.sumVaries') : amountWords(amount)}</span
  >`;
}
