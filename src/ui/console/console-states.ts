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

/** How the console stands with its hub, as far as these words hang on it. */
interface Heard {
  /** Why nothing of the hub's is heard; null while it is. */
  readonly cutOff: 'away' | 'signed-out' | null;
}

/**
 * What a card says of rows that this browser may hold and that have not come yet: they are not "none".
 * @param what what is missing, by name, where no heading says it
 */
export function notHere({ cutOff }: Heard, what?: string): TemplateResult {
  const state = t(cutOff === null ? 'staff.state.fetching' : `staff.state.notFetched.${cutOff}`);
  return html`<p class="nothing" role="status">
    ${what === undefined ? state : t('staff.state.of', { what, state })}
  </p>`;
}

/** The states of a card that reads rows: of an answer by the hub itself none is missing. */
export const rowStates = (
  emptyKey: TKey,
  heard: Heard,
): Plain & { readonly missing: () => TemplateResult } => ({
  ...consoleStates(emptyKey),
  missing: () => notHere(heard),
});
