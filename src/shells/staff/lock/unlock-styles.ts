import { css } from 'lit';

/** One column, as wide as a hand on a phone and a pad on a tablet want it. */
export const unlockStyles = css`
  :host {
    display: block;
    min-height: 100vh;
    background: var(--paper);
  }
  main {
    display: grid;
    gap: 0.875rem;
    align-content: center;
    width: min(26rem, 100%);
    min-height: 100vh;
    margin: 0 auto;
    padding: 1rem;
  }
  h1 {
    margin: 0;
    font-size: 1.75rem;
    font-weight: 900;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: 0.625rem;
  }
  form input:not([type='checkbox']) {
    min-height: 3rem;
    font-size: 1.5rem;
    letter-spacing: 0.2em;
    text-align: center;
  }
  .people {
    display: grid;
    gap: 0.625rem;
  }
  .people button {
    justify-content: flex-start;
    min-height: 4.75rem;
    padding: 0.5rem 1rem;
    background: var(--card);
    font-size: 1.125rem;
    overflow-wrap: anywhere;
    text-align: left;
  }
  .primary {
    min-height: 3.25rem;
    font-size: 1.125rem;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: center;
  }
  .alert {
    background: var(--cinnabar);
    color: #fff;
    font-size: 1.25rem;
    font-weight: 700;
  }
  .alert span {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
  }
  #told:empty {
    display: none;
  }
`;
