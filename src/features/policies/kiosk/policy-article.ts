import { css, html, nothing } from 'lit';
import type { Centre } from '../../centre/model/centre.ts';
import type { Policy } from '../model/policy.ts';
import { formatDate, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import '../../../i18n/kiosk-page-texts.ts';

export const articleStyles = css`
  .article p,
  .article li {
    margin-bottom: calc(var(--u) * 4);
  }
  .article .summary {
    margin-bottom: calc(var(--u) * 7);
    font-size: var(--text-large);
    font-weight: 700;
    line-height: 1.45;
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
    margin: calc(var(--u) * 6.5) calc(var(--u) * 5) 0 0;
    border-radius: 50%;
    background: var(--cinnabar);
  }
  .ask {
    flex: none;
    margin-top: calc(var(--u) * 4);
    font-size: var(--text);
    line-height: 1.4;
  }
  .ask b {
    font-size: var(--text-large);
    white-space: nowrap;
  }
`;

/** One benefit or service in plain words, a page at a time; where to ask a person always stands below. */
export function policyArticle(policy: Policy, centre: Centre | undefined) {
  const phone = policy.phone ?? centre?.hotline;
  return html`<h1>${inLanguage(policy.title, policy.titleEn)}</h1>
    <ll-pages>
      <div class="article" data-flow>
        <p class="summary">${policy.summary}</p>
        ${policy.body.map((paragraph) => html`<p>${paragraph}</p>`)}
        ${list(t('kioskPages.policies.who'), policy.who)}
        ${list(t('kioskPages.policies.papers'), policy.papers)}
        ${line(t('kioskPages.policies.where'), policy.where)}
        ${line(t('kioskPages.policies.hours'), policy.hours)}
        <p class="soft">
          ${t('kioskPages.policies.source', { source: policy.source, date: formatDate(policy.reviewedOn) })}
        </p>
      </div>
    </ll-pages>
    <p class="ask">
      ${t('kioskPages.policies.ask')} ${phone === undefined ? nothing : html`<b>${phone}</b>`}
    </p>`;
}

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0
    ? nothing
    : html`<h2>${title}</h2>
        <ul>
          ${lines.map((one) => html`<li>${one}</li>`)}
        </ul>`;

const line = (title: string, text: string | null) =>
  text === null
    ? nothing
    : html`<h2>${title}</h2>
        <p>${text}</p>`;
