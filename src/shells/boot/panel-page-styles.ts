import { css } from 'lit';

/** Sized by the window, as the pages before a device is known are: how large the panel is, is what is asked. */
export const panelPageStyles = css`
  h1 {
    font-size: calc(var(--step) * 4);
  }
  h1 {
    outline: 0;
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
  .small {
    padding: calc(var(--step) * 1.4) calc(var(--step) * 2);
    background: var(--amber);
    border-radius: calc(var(--step) * 1.4);
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
