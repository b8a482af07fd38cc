import { css } from 'lit';

/** Sized by the window, as the pages before a device is known are: how large the panel is, is what is asked. */
export const panelPageStyles = css`
  h1 {
    font-size: calc(var(--step) * 4);
  }
  h1 {
    outline: 0;
  }
  .all {
    display: contents;
  }
  .card {
    display: flex;
    align-items: center;
    justify-content: center;
    flex: none;
    margin-top: calc(var(--step) * 2);
    border: 3px solid var(--ink);
    border-radius: 4%;
    background: var(--card);
    font-size: calc(var(--step) * 2.2);
  }
  .found {
    font-weight: 700;
  }
  :host([dark]) .card {
    border-color: var(--gold);
    background: var(--night-raised);
    /* On a television a card is too small to be written in, and said of above. */
    font-size: 0;
  }
  /* As a menu board will write it for the last row, at its true size; no more of it than there is room for. */
  .dish {
    flex: 0 1 auto;
    max-width: 90vw;
    max-height: 34vh;
    overflow: hidden;
    padding: 0 0.2em 0.14em;
    background: var(--night-raised);
    font-size: var(--board-read);
    line-height: 1.3;
    font-weight: 700;
    white-space: nowrap;
  }
  .small {
    padding: calc(var(--step) * 1.4) calc(var(--step) * 2);
    background: var(--amber);
    border-radius: calc(var(--step) * 1.4);
    color: var(--ink);
    font-weight: 700;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    margin-top: calc(var(--step) * 1.2);
  }
  .row button {
    min-width: calc(var(--step) * 11);
    margin: calc(var(--step) * 0.5);
    padding: calc(var(--step) * 1.6) calc(var(--step) * 1.4);
  }
  .row .quiet-button,
  .known button {
    background: var(--wheat);
    border-color: var(--tile-edge);
    color: var(--ink);
  }
  .known button {
    min-width: calc(var(--step) * 9);
  }
  button[aria-pressed='true'] {
    background: var(--pine);
    border-color: var(--cream);
    color: var(--white);
  }
  /* As a page of the kiosk would say it, at its true size. */
  .sample {
    margin-top: calc(var(--step) * 3);
    padding: var(--gap);
    background: var(--card);
    border-radius: var(--radius);
  }
  .sample p {
    max-width: none;
    margin: 0;
    font-size: var(--text);
  }
  .sample p + p {
    font-size: var(--text-small);
  }
  @media (orientation: landscape) {
    :host {
      padding: calc(var(--step) * 1.4) calc(var(--step) * 4);
    }
    h1 {
      font-size: calc(var(--step) * 3);
    }
    p {
      max-width: 40em;
      margin-top: calc(var(--step) * 0.6);
      font-size: calc(var(--step) * 2.2);
    }
    .card {
      margin-top: calc(var(--step) * 0.8);
    }
    .row {
      margin-top: calc(var(--step) * 0.3);
    }
    .row button {
      padding: calc(var(--step) * 0.9) calc(var(--step) * 1.4);
      font-size: calc(var(--step) * 2.4);
    }
  }
`;
