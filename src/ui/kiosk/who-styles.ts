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
  .asked {
    display: flex;
    flex: none;
    flex-direction: column;
    min-height: 0;
  }
  .asked > * {
    flex: none;
  }
  /* What it is for, in two lines: it was read where it was chosen. */
  .dial h1 {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-bottom: calc(var(--u) * 3);
  }
  /* The keypad stays where it is, whichever of the two is said. */
  .said {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: calc(var(--u) * 39 * var(--larger));
    margin-bottom: calc(var(--u) * 4);
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .said .lead {
    margin: 0;
    /* The whole question in one line, also in the largest type. */
    font-size: calc(var(--text) * 1.18);
  }
  .said .hint {
    margin: 0;
  }
  .kindly {
    padding: calc(var(--u) * 3) calc(var(--u) * 7);
    background: var(--amber);
    border-radius: var(--radius-small);
    font-weight: 700;
    line-height: 1.5;
  }
  .digits {
    display: grid;
    flex: none;
    grid-template-columns: repeat(4, calc(var(--u) * 36));
    grid-gap: calc(var(--u) * 7);
    justify-content: center;
    margin-bottom: calc(var(--u) * 6);
  }
  .digits span {
    display: flex;
    align-items: center;
    justify-content: center;
    height: calc(var(--u) * 33);
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
  ll-keypad {
    flex: 1;
    /* Nothing comes over a key. */
    min-height: calc(var(--u) * 92);
    max-height: calc(var(--u) * 214);
  }
  /* As many beside each other as their words leave room for. */
  .others {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    margin: calc(var(--u) * 3) calc(var(--u) * -2) calc(var(--u) * -2);
  }
  .others ll-button,
  ::slotted(ll-button) {
    flex: 1 1 auto;
    min-width: calc(var(--u) * 60);
    /* Words grow smaller before they break. */
    white-space: nowrap;
    min-height: calc(var(--u) * 24);
    margin: calc(var(--u) * 2);
    --button-text: var(--text);
    --button-pad: calc(var(--u) * 2);
  }
  /* No keypad: the card is all that is asked for. */
  .card-only .asked {
    flex: 1;
  }
  .card-only .said {
    flex: 1;
    font-size: var(--text-title);
    text-align: center;
  }
  .card-only .lead {
    font-size: var(--text-large);
    font-weight: 700;
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
    --button-pad: calc(var(--u) * 2);
  }
  /* Beside what is asked, under the clock: what is typed, and the keys. */
  :host([landscape]) .dial:not(.card-only) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--u) * 166);
    grid-template-rows: calc(var(--u) * 30) auto 1fr auto;
    grid-gap: 0 calc(var(--u) * 12);
  }
  :host([landscape]) .dial:not(.card-only) h1 {
    padding: 0;
  }
  :host-context([data-enlarged]):host([landscape]) .dial h1 {
    -webkit-line-clamp: 1;
  }
  :host([landscape]) .asked {
    grid-row: 1 / 4;
    grid-column: 1;
    overflow: hidden;
  }
  /* What is told besides wraps out of sight where it has no room. */
  :host([landscape]) .kindly {
    padding: calc(var(--u) * 1) calc(var(--u) * 6);
  }
  :host([landscape]) .dial:not(.card-only) .said {
    margin: 0;
    flex: 0 1 auto;
    flex-wrap: wrap;
    justify-content: flex-start;
    min-height: 0;
    overflow: hidden;
  }
  :host([landscape]) .dial:not(.card-only) .said > * {
    width: 100%;
  }
  :host([landscape]) .digits {
    grid-row: 2;
    grid-column: 2;
    grid-template-columns: repeat(4, calc(var(--u) * 34));
    justify-content: space-between;
    margin-bottom: calc(var(--u) * 4);
  }
  :host([landscape]) .digits span {
    height: calc(var(--u) * 30);
  }
  :host([landscape]) ll-keypad {
    grid-row: 3 / 5;
    grid-column: 2;
  }
  :host([landscape]) .others {
    grid-row: 4;
    grid-column: 1;
  }
`;
