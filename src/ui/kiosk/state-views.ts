import { css, html } from 'lit';
import { t } from '../../i18n/index.ts';

/** What stands on a page that has nothing else to show: one sentence, in the middle, and what to do. */
export const stateStyles = css`
  .state {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    overflow-wrap: anywhere;
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
/** The code of a page could not be brought. */
export const notOpenedView = () => html`<p class="state" role="alert">${t('kiosk.state.error')}</p>`;
/** It could not be read: that is not that there is nothing. It is tried again by itself. */
export const errorView = () => html`<p class="state" role="alert">${t('kiosk.state.unread')}</p>`;
/** The device does not hold it, or no more; it comes by itself once the hub is heard. */
export const missingView = (away: boolean) =>
  html`<p class="state" role="status">${t(away ? 'kiosk.state.notFetched' : 'kiosk.home.fetching')}</p>`;
export const emptyView = (words: unknown) => html`<p class="state">${words}</p>`;
