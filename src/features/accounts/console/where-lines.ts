import { html, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import type { AccountStanding } from '../model/account-list.ts';
import { deviceWords, sinceWords, type Beside } from './standing-words.ts';

/** Where somebody is signed in, as far as the hub has said. */
export function whereLines(standing: AccountStanding | null, beside: Beside): TemplateResult {
  if (standing === null) return html`<p class="nothing">${t('staff.accounts.standingUnknown')}</p>`;
  if (standing.consoles.length === 0) return html`<p class="soft">${t('staff.accounts.nowhere')}</p>`;
  return html`<ul>
    ${standing.consoles.map(
      ({ deviceId, sinceMs }) =>
        html`<li>
          ${deviceWords(deviceId, beside)} <span class="soft">${sinceWords(sinceMs, beside)}</span>
        </li>`,
    )}
  </ul>`;
}
