import { css } from 'lit';

/** What has become of a request: one sentence, and what can be done. */
export const requestStyles = css`
  ll-who {
    flex: 1;
    min-width: 0;
    min-height: 0;
  }
  /* Not yet with the advisor: no green. */
  .sign.noted {
    color: var(--ink);
  }
  .sign.noted circle {
    fill: var(--amber);
  }
  .call h1 {
    min-height: 0;
    padding: 0;
  }
  .call p {
    font-size: var(--text-large);
  }
  .phone {
    font-weight: 900;
    white-space: nowrap;
  }
  .ways {
    display: grid;
    flex: none;
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .ways ll-button {
    height: calc(var(--u) * 30);
  }
  .ways ll-own-comfort {
    min-height: calc(var(--u) * 24);
    --button-text: var(--text);
  }
  :host([landscape]) {
    flex-direction: row;
  }
  :host([landscape]) .call {
    flex: 5;
    min-width: 0;
  }
  :host([landscape]) .call p {
    font-size: var(--text);
  }
`;
