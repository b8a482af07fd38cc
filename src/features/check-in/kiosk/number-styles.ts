import { css } from 'lit';

/** The step that asks for the last four digits. */
export const numberStyles = css`
  .digits {
    display: grid;
    flex: none;
    grid-template-columns: repeat(4, calc(var(--u) * 36));
    grid-gap: calc(var(--u) * 7);
    justify-content: center;
    margin: calc(var(--u) * 4) 0 calc(var(--u) * 10);
  }
  .digits span {
    display: flex;
    align-items: center;
    justify-content: center;
    height: calc(var(--u) * 42);
    background: var(--card);
    border: calc(var(--u) * 0.7) solid var(--tile-edge);
    border-radius: var(--radius-small);
    font-size: calc(var(--u) * 28);
    font-weight: 700;
    line-height: 1;
  }
  .digits span.next {
    border: calc(var(--u) * 1.6) solid var(--pine);
  }
  /* The keypad stays where it is, whichever of the two is said. */
  .asked .lead,
  .asked .kindly {
    display: flex;
    align-items: center;
    min-height: calc(var(--u) * 39);
    margin-bottom: calc(var(--u) * 4);
  }
  .dial {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  :host([landscape]) .dial {
    flex-direction: row;
  }
  :host([landscape]) .dial > * {
    flex: 1 1 0;
    min-width: 0;
  }
  :host([landscape]) .dial h1 {
    padding: 0;
  }
  /* Under the clock */
  :host([landscape]) ll-keypad {
    margin: calc(var(--u) * 32) 0 0 calc(var(--u) * 16);
  }
  ll-keypad {
    flex: 1;
    min-height: 0;
    max-height: calc(var(--u) * 230);
  }
  .kindly {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    flex: none;
    margin-bottom: calc(var(--u) * 4);
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    background: var(--amber);
    border-radius: var(--radius-small);
    font-weight: 700;
    line-height: 1.4;
  }
`;
