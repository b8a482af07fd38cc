import { css } from 'lit';

/** The page of the three faces: its head, the devices of this browser, its foot. */
export const frontStyles = css`
  :host {
    --step: calc(0.62vmin + 0.3vmax);
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    padding: calc(var(--step) * 6) calc(var(--step) * 5) calc(var(--step) * 3);
    background: var(--paper);
    font-size: calc(var(--step) * 2.2);
  }
  main {
    width: 100%;
    max-width: calc(var(--step) * 128);
    margin: auto;
  }
  header {
    display: flex;
    align-items: center;
  }
  header img {
    flex: none;
    width: calc(var(--step) * 11);
    height: calc(var(--step) * 11);
    margin-right: calc(var(--step) * 2.6);
  }
  h1 {
    font-size: calc(var(--step) * 6);
    font-weight: 900;
    line-height: 1.15;
    letter-spacing: 0.02em;
  }
  .tagline {
    margin-top: calc(var(--step) * 0.6);
    color: var(--ink-soft);
    font-size: calc(var(--step) * 2.4);
  }
  .here {
    margin-top: calc(var(--step) * 5);
  }
  .here h2 {
    font-size: calc(var(--step) * 2.4);
    font-weight: 700;
  }
  .here ul {
    display: flex;
    flex-wrap: wrap;
    margin: calc(var(--step) * 0.6) calc(var(--step) * -0.7) 0;
  }
  .here a {
    display: block;
    margin: calc(var(--step) * 0.7);
    padding: calc(var(--step) * 1.1) calc(var(--step) * 2.2);
    border-radius: calc(var(--step) * 5);
    background: var(--wheat);
    color: var(--ink);
    font-weight: 700;
    text-decoration: none;
  }
  .here small {
    margin-left: 0.6em;
    font-size: 0.85em;
    font-weight: 500;
    color: var(--ink-soft);
  }
  footer {
    display: flex;
    justify-content: space-between;
    align-items: center;
    width: 100%;
    max-width: calc(var(--step) * 128);
    margin: calc(var(--step) * 4) auto 0;
  }
  footer a,
  footer button {
    min-height: 44px;
    padding: calc(var(--step) * 1) 0;
    border: 0;
    background: none;
    color: var(--pine);
    font-family: inherit;
    font-size: inherit;
    font-weight: 700;
    line-height: 1.5;
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-decoration-thickness: 2px;
  }
  a:focus,
  button:focus {
    outline: calc(var(--step) * 0.4) solid var(--pine);
    outline-offset: 3px;
  }
  @media (orientation: portrait) {
    :host {
      --step: calc(1.2vmin + 0.2vmax);
    }
  }
  @media (max-width: 600px) {
    :host {
      --step: 8px;
      padding: 40px 20px 16px;
    }
  }
`;
