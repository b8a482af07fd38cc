import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import type { Doubt } from '../model/import/read-week.ts';

/** So many stand on the page; the rest is counted. */
const MOST = 60;

/** Each cell of a plan that somebody should look at, by its address: what stands there, and what was made of it. */
export function renderDoubts(doubts: readonly Doubt[]): TemplateResult | typeof nothing {
  if (doubts.length === 0) return nothing;
  const sheets = new Set(doubts.map(({ sheet }) => sheet));
  // What was left out is what somebody would miss.
  const first = [...doubts.filter(({ left }) => left), ...doubts.filter(({ left }) => !left)];
  return html`<details open>
    <summary>${t('sheets.import.look', { count: doubts.length })}</summary>
    <ul class="rows">
      ${first.slice(0, MOST).map(
        ({ sheet, address, text, reason, as }) =>
          html`<li>
            <span class="where">${sheets.size > 1 ? `${sheet} ` : ''}${address}</span>
            <span
              >${text === '' ? nothing : html`<q>${text}</q> `}${t(`sheets.import.doubt.${reason}`, { as })}</span
            >
          </li>`,
      )}
    </ul>
    ${doubts.length > MOST ? html`<p class="soft">${t('sheets.import.more', { count: doubts.length - MOST })}</p>` : nothing}
  </details>`;
}
