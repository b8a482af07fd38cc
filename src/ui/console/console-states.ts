import { html, type TemplateResult } from 'lit';
import { t, type TKey } from '../../i18n/index.ts';
import { consoleIcon } from './console-icons.ts';

type Plain = Readonly<Record<'pending' | 'empty', () => TemplateResult>> & {
  readonly error: () => TemplateResult;
};

/** What a card of the console says while it asks, when there is nothing, and when asking failed. */
export const consoleStates = (emptyKey: TKey): Plain => ({
  pending: () => html`<p class="nothing" role="status">${t('kiosk.state.pending')}</p>`,
  empty: () => html`<p class="nothing">${t(emptyKey)}</p>`,
  error: () => html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.state.error')}</p>`,
});
