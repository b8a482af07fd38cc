import { css } from 'lit';

/**
 * The pages before a device is known: sized by the window, since the panel is not yet known. Large on a television
 * across a hall as on a kiosk at arm's length.
 */
export const pageStyles = css`
  :host {
    --step: calc(1vmin + 0.35vmax);
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-height: 100vh;
    padding: calc(var(--step) * 5);
    background: var(--paper);
    text-align: center;
  }
  :host([dark]) {
    background: var(--night);
    color: var(--cream);
  }
  main {
    display: flex;
    flex-direction: column;
    align-items: center;
    max-width: 100%;
  }
  .language {
    position: absolute;
    top: calc(var(--step) * 2);
    right: calc(var(--step) * 2);
  }
  /* Old televisions cut their edge away. */
  :host([dark]) .language {
    top: 5.56vh;
    right: 5vw;
  }
  button.language {
    margin: 0;
    padding: calc(var(--step) * 0.8) calc(var(--step) * 1.6);
    font-size: calc(var(--step) * 2.2);
    background: var(--wheat);
    border-color: var(--tile-edge);
    color: var(--ink);
  }
  .place {
    margin-bottom: calc(var(--step) * 4);
    font-size: calc(var(--step) * 2.6);
    font-weight: 700;
    color: var(--ink-soft);
  }
  :host([dark]) .place {
    color: var(--mint);
  }
  h1 {
    font-size: calc(var(--step) * 5);
    font-weight: 900;
    line-height: 1.3;
  }
  p {
    max-width: 28em;
    margin-top: calc(var(--step) * 2.4);
    font-size: calc(var(--step) * 2.8);
  }
  .quiet {
    font-size: calc(var(--step) * 2.2);
    color: var(--ink-soft);
  }
  :host([dark]) .quiet {
    color: var(--mint);
  }
  button,
  a.button {
    display: inline-block;
    min-height: 44px;
    margin-top: calc(var(--step) * 4);
    padding: calc(var(--step) * 1.4) calc(var(--step) * 4);
    border: 2px solid transparent;
    border-radius: calc(var(--step) * 2);
    background: var(--pine);
    color: var(--white);
    font-family: inherit;
    font-size: calc(var(--step) * 2.8);
    font-weight: 700;
    text-decoration: none;
  }
  button:active,
  a.button:active {
    transform: translateY(2px);
    filter: brightness(0.86);
  }
  button:focus,
  a.button:focus {
    outline: calc(var(--step) * 0.4) solid var(--ink);
    outline-offset: 3px;
  }
  :host([dark]) button:focus,
  :host([dark]) a.button:focus {
    outline-color: var(--gold);
  }
`;
