import { css } from 'lit';

/** The ✓, and what can be done from there. */
export const doneStyles = css`
  .done {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-height: 0;
    text-align: center;
  }
  .tick {
    display: flex;
    align-items: center;
    justify-content: center;
    flex: none;
    width: calc(var(--u) * 74);
    height: calc(var(--u) * 74);
    margin-bottom: calc(var(--u) * 9);
    border-radius: 50%;
    background: var(--pine);
    color: var(--white);
  }
  .tick svg {
    width: 66%;
    height: 66%;
    stroke-width: 9;
  }
  .done h1 {
    min-height: 0;
    margin-bottom: calc(var(--u) * 3);
    padding: 0;
    font-size: calc(var(--u) * 24);
  }
  .done .what {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.4;
  }
  .done .count {
    margin-top: calc(var(--u) * 6);
    font-size: var(--text-large);
    color: var(--ink-soft);
  }
  .done .count b {
    padding: 0 calc(var(--u) * 2);
    font-size: calc(var(--u) * 24);
    font-weight: 900;
    line-height: 1.2;
    color: var(--ink);
  }
  :host([landscape]) .done {
    flex-direction: row;
  }
  :host([landscape]) .tick {
    margin: 0 calc(var(--u) * 16) 0 0;
  }
  :host([landscape]) .ways {
    grid-template-columns: none;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
  }
  .ways {
    display: grid;
    flex: none;
    grid-template-columns: 1fr 1fr;
    grid-gap: var(--gap);
    width: 100%;
    margin-top: var(--gap);
  }
  .ways ll-button {
    height: calc(var(--u) * 34);
  }
  :host(:not([landscape])) .ways .wide {
    grid-column: 1 / -1;
  }
`;
