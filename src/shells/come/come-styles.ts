import { css } from 'lit';

/** A telephone in an old hand: one thing at a time, large, and every button as wide as the glass. */
export const comeStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    max-width: 34rem;
    margin: 0 auto;
    padding: 24px 20px 16px;
    font-size: 1.375rem;
    font-weight: 500;
  }
  main {
    flex: 1;
  }
  h1 {
    font-size: 2.125rem;
    font-weight: 900;
    line-height: 1.25;
  }
  h2 {
    margin: 28px 0 12px;
    font-size: 1.75rem;
    font-weight: 900;
    line-height: 1.3;
    outline: 0;
  }
  h1,
  h2,
  .name,
  .who {
    overflow-wrap: anywhere;
  }
  .centre,
  .soft,
  footer p {
    color: var(--ink-soft);
    font-size: 1.125rem;
  }
  .wait {
    margin-top: 40px;
    font-weight: 700;
  }
  form {
    margin-top: 28px;
  }
  label {
    display: block;
    font-size: 1.5rem;
    font-weight: 700;
  }
  input {
    width: 100%;
    height: 84px;
    margin: 12px 0 8px;
    padding: 0 12px;
    border: 3px solid var(--tile-edge);
    border-radius: 16px;
    background: var(--card);
    color: var(--ink);
    font-family: inherit;
    font-size: 2.75rem;
    font-weight: 700;
    letter-spacing: 0.3em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  button {
    display: block;
    width: 100%;
    min-height: 64px;
    margin-top: 16px;
    padding: 10px 16px;
    border: 2px solid var(--tile-edge);
    border-radius: 16px;
    background: var(--wheat);
    font-weight: 700;
    line-height: 1.3;
  }
  .main {
    border-color: var(--pine);
    background: var(--pine);
    color: var(--white);
  }
  .name {
    min-height: 76px;
    font-size: 1.75rem;
  }
  small {
    margin-left: 0.5em;
    font-size: 0.75em;
  }
  .told {
    margin: 24px 0 20px;
    padding: 16px 18px;
    border-radius: 16px;
    background: var(--amber);
  }
  .told b {
    font-size: 1.5rem;
  }
  .came {
    margin-top: 28px;
    padding: 22px 18px 24px;
    border-radius: 20px;
    background: var(--pine);
    color: var(--white);
    text-align: center;
  }
  .came.back {
    background: var(--card);
    color: var(--ink);
  }
  .came h2 {
    margin: 0;
  }
  .tick {
    font-size: 4rem;
    font-weight: 900;
    line-height: 1;
  }
  .who {
    margin: 6px 0;
    font-size: 1.75rem;
    font-weight: 700;
  }
  footer {
    margin-top: 32px;
  }
  .language {
    width: auto;
    min-height: 48px;
    margin: 8px 0 0;
    padding: 4px 0;
    border: 0;
    background: none;
    color: var(--pine);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  button:focus,
  input:focus {
    outline: 4px solid var(--ink);
    outline-offset: 3px;
  }
  button:focus:not(:focus-visible) {
    outline: 0;
  }
`;
