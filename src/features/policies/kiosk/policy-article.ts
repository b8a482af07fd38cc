import { css, html, nothing, type TemplateResult } from 'lit';
import type { Centre } from '../../centre/model/centre.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { isCurrent, type Policy } from '../model/policy.ts';
import { formatDate, locale, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { amountsOf, amountWords, lineWords, summaryWords, titleWords, toCheckChip } from './policy-words.ts';

export const articleStyles = css`
  .article p,
  .article li {
    margin-bottom: calc(var(--u) * 4);
  }
  .article .summary {
    margin-bottom: calc(var(--u) * 7);
    font-size: var(--text-large);
    font-weight: 700;
  }
  .article h2 {
    margin: calc(var(--u) * 3) 0 calc(var(--u) * 2);
    break-after: avoid;
    font-size: var(--text-large);
    font-weight: 900;
    line-height: 1.3;
  }
  .article li {
    display: flex;
    break-inside: avoid;
  }
  .article li::before {
    content: '';
    flex: none;
    width: calc(var(--u) * 3);
    height: calc(var(--u) * 3);
    margin: calc(var(--text) * 0.61) calc(var(--u) * 5) 0 0;
    border-radius: 50%;
    background: var(--cinnabar);
  }
  .article .sums li {
    font-weight: 700;
  }
  .article .to-check {
    break-inside: avoid;
    margin-bottom: var(--gap);
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    border-radius: var(--radius-small);
    background: var(--amber);
    font-weight: 700;
  }
  .ask {
    flex: none;
    margin-top: calc(var(--u) * 4);
    font-size: var(--text);
  }
  /* It always stands below; beside wide text there is no room for it, and it stands at its end. */
  :host(:not([landscape])) .article .ask,
  :host([landscape]) .sided > .ask {
    display: none;
  }
  .ask b {
    font-size: var(--text-large);
    white-space: nowrap;
  }
`;

/** One benefit or service in plain words, a page at a time; where to ask a person always stands below. */
export function policyArticle(
  policy: Policy,
  centre: Centre | undefined,
  today: CivilDate | null,
  ways: TemplateResult,
) {
  const isToCheck = !isCurrent(policy, today);
  const phone = policy.phone ?? centre?.hotline;
  return html`<h1>${titleWords(policy)}${toCheckChip(isToCheck)}</h1>
    <div class="sided">
      <ll-pages>
        <div class="article" data-flow data-recording=${recordingOf(policy)}>
          ${isToCheck ? toCheck(policy) : nothing}
          <p class="summary">${summaryWords(policy)}</p>
          ${sums(policy)}
          ${lineWords(policy.body, policy.bodyEn).map((paragraph) => html`<p>${paragraph}</p>`)}
          ${list(t('kioskPages.policies.who'), lineWords(policy.who, policy.whoEn))}
          ${list(t('kioskPages.policies.papers'), lineWords(policy.papers, policy.papersEn))}
          ${line(t('kioskPages.policies.where'), policy.where, policy.whereEn)}
          ${line(t('kioskPages.policies.hours'), policy.hours, policy.hoursEn)} ${sourceLine(policy)}
          ${whomToAsk(phone)}
        </div>
      </ll-pages>
      ${whomToAsk(phone)} ${ways}
    </div>`;
}

/** One that is still being written, as its author sees it beside, rests on nothing yet. */
const sourceLine = ({ source, reviewedOn }: Policy) =>
  source === ''
    ? nothing
    : html`<p class="soft">
        ${t('kioskPages.policies.sourceIs')}<span lang="zh-CN">${source}</span>${t(
          'kioskPages.policies.checkedOn',
          { date: formatDate(reviewedOn) },
        )}
      </p>`;

const toCheck = ({ expiresOn }: Policy) =>
  expiresOn === null
    ? nothing
    : html`<p class="to-check">${t('kioskPages.policies.toCheckMore', { date: formatDate(expiresOn) })}</p>`;

/** Staff speak it in Chinese. */
const recordingOf = ({ audio }: Policy) => (locale() === 'zh-CN' ? (audio ?? nothing) : nothing);

const whomToAsk = (phone: string | undefined) =>
  html`<p class="ask">
    ${t('kioskPages.policies.ask')} ${phone === undefined ? nothing : html`<b>${phone}</b>`}
  </p>`;

function sums(policy: Policy) {
  const amounts = amountsOf(policy);
  return amounts.length === 0
    ? nothing
    : html`<h2>${t('kioskPages.policies.amounts')}</h2>
        <ul class="sums">
          ${amounts.map((one) => html`<li><span>${amountWords(one)}</span></li>`)}
        </ul>
        ${policy.example === true ? html`<p class="soft">${t('kioskPages.policies.example')}</p>` : nothing}`;
}

const list = (title: string, lines: readonly (string | TemplateResult)[]) =>
  lines.length === 0
    ? nothing
    : html`<h2>${title}</h2>
        <ul>
          ${lines.map((one) => html`<li><span>${one}</span></li>`)}
        </ul>`;

const line = (title: string, text: string | null, english: string | null | undefined) =>
  text === null
    ? nothing
    : html`<h2>${title}</h2>
        <p>${inLanguage(text, english)}</p>`;
