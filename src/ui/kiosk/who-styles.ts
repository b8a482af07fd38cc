import { css } from 'lit';

/** The steps that ask who somebody is. */
export const whoStyles = css`
  :host {
    flex: 1;
    min-height: 0;
  }
  .dial {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .digits {
    display: grid;
    flex: none;
    grid-template-columns: repeat(4, calc(var(--u) * 36));
    grid-gap: calc(var(--u) * 7);
    justify-content: center;
    margin: calc(var(--u) * 2) 0 calc(var(--u) * 6);
  }
  .digits span {
    display: flex;
    align-items: center;
    justify-content: center;
    height: calc(var(--u) * 36);
    background: var(--card);
    border: calc(var(--u) * 0.7) solid var(--tile-edge);
    border-radius: var(--radius-small);
    font-size: calc(var(--u) * 26);
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
    flex-direction: column;
    justify-content: center;
    min-height: calc(var(--u) * 39);
    margin-bottom: calc(var(--u) * 4);
  }
  .lead small {
    font-size: var(--text);
    color: var(--ink-soft);
  }
  .kindly {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    background: var(--amber);
    border-radius: var(--radius-small);
    font-weight: 700;
    line-height: 1.4;
  }
  ll-keypad {
    flex: 1;
    /* Nothing comes over a key. */
    min-height: calc(var(--u) * 92);
    max-height: calc(var(--u) * 214);
  }
  .others {
    display: grid;
    flex: none;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    grid-gap: calc(var(--u) * 5);
    margin-top: var(--gap);
  }
  .others ll-button,
  ::slotted(ll-button) {
    min-height: calc(var(--u) * 27);
    --button-text: var(--text);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    grid-gap: var(--gap);
    padding-bottom: var(--gap);
  }
  .row ll-button {
    min-height: calc(var(--u) * 36);
    --button-text: max(calc(var(--u) * 18), var(--text-title));
  }
  .name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: calc(var(--u) * 40);
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
    font-size: calc(var(--u) * 20);
    font-weight: 900;
  }
  .name small {
    flex: 1;
    margin: 0 calc(var(--u) * 4) 0 calc(var(--u) * 8);
    font-size: var(--text);
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
  .ways {
    flex: none;
    margin-top: var(--gap);
  }
  .ways ll-button {
    display: block;
    min-height: calc(var(--u) * 30);
  }
  /* Beside the keypad: what is asked, and the other ways under it. */
  :host([landscape]) .dial {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
    grid-gap: 0 calc(var(--u) * 16);
  }
  /* What it is for, in two lines, and in one where type is large; what is asked, and where it is typed, in full. */
  :host([landscape]) .dial h1 {
    max-height: calc(var(--u) * (43 - 34 * (var(--larger) - 1)));
    overflow: hidden;
    padding: 0;
  }
  :host([landscape]) .asked .lead,
  :host([landscape]) .asked .kindly {
    min-height: 0;
    font-size: calc(var(--u) * 13.2 * min(var(--larger), 1.1));
    line-height: 1.3;
  }
  :host([landscape]) .asked .kindly {
    padding: calc(var(--u) * 2) calc(var(--u) * 6);
  }
  :host([landscape]) .lead small {
    font-size: calc(var(--u) * 10.9 * min(var(--larger), 1.2));
  }
  :host([landscape]) .digits span {
    height: calc(var(--u) * (36 - 12 * (var(--larger) - 1)));
  }
  /* Under the clock */
  :host([landscape]) ll-keypad {
    grid-row: 1 / 3;
    grid-column: 2;
    margin-top: calc(var(--u) * 32);
  }
  :host([landscape]) .others {
    grid-row: 2;
    grid-column: 1;
  }
`;
