import { css } from 'lit';

/** The steps of signing in at a kiosk. */
export const checkInStyles = css`
  .step {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: calc(var(--u) * 44);
    margin-bottom: var(--gap);
    padding: calc(var(--u) * 4) calc(var(--u) * 6) calc(var(--u) * 4) calc(var(--u) * 12);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    text-align: left;
    font-size: var(--text);
    line-height: 1.2;
  }
  .name b {
    font-size: calc(var(--u) * 22);
    font-weight: 900;
  }
  .name small {
    flex: 1;
    margin-left: calc(var(--u) * 8);
    font-size: var(--text-large);
    font-weight: 500;
  }
  .name span {
    padding: calc(var(--u) * 5) calc(var(--u) * 10);
    background: var(--pine);
    border-radius: var(--radius-small);
    color: var(--white);
    font-size: var(--text-large);
    font-weight: 700;
    white-space: nowrap;
  }
  .targets ll-button {
    display: block;
    height: calc(var(--u) * 40);
    margin-bottom: var(--gap);
    font-size: var(--text-title);
  }
  .names,
  .targets {
    flex: 1;
  }
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
