import { css, html } from 'lit';
import { t } from '../../i18n/index.ts';

/** What stands on a page that has nothing else to show: one sentence, in the middle, and what to do. */
export const stateStyles = css`
  .state {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    display: flex;
    align-items: center;
    justify-content: center;
    flex: 1;
    min-height: calc(var(--u) * 60);
    padding: var(--gap);
    font-size: var(--text-large);
    font-weight: 700;
    text-align: center;
  }
`;

/** Not there yet: blank for the moment it takes, said to those who listen. */
export const pendingView = () =>
  html`<p class="state" role="status" aria-label=${t('kiosk.state.pending')}></p>`;
export const errorView = () => html`<p class="state" role="alert">${t('kiosk.state.error')}</p>`;
export const emptyView = (words: string) => html`<p class="state">${words}</p>`;
