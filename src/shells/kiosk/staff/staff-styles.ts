import { css } from 'lit';

/** The pages that staff see at the kiosk. */
export const staffStyles = css`
  .dial {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template: 'asked' auto 'pin' auto 'keys' minmax(0, 1fr) 'next' auto / minmax(0, 1fr);
  }
  :host([landscape]) .dial {
    grid-template:
      'asked pin' auto 'asked keys' minmax(0, 1fr) 'next keys' auto / minmax(0, 1fr)
      calc(var(--u) * 166);
    grid-column-gap: calc(var(--u) * 16);
  }
  /* What is asked, or what has come of it, in the same place: the keys stay where they are. */
  .asked {
    display: grid;
    grid-area: asked;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
    margin-bottom: var(--gap);
  }
  .asked > * {
    grid-area: 1 / 1;
    margin: 0;
  }
  .answered .lead {
    visibility: hidden;
  }
  .lead {
    font-size: var(--text);
  }
  ll-button {
    --button-text: var(--text);
  }
  .pin {
    grid-area: pin;
    height: calc(var(--u) * 30);
    margin-bottom: var(--gap);
    background: var(--card);
    border: calc(var(--u) * 0.7) solid var(--tile-edge);
    border-radius: var(--radius-small);
    font-size: calc(var(--u) * 20);
    line-height: calc(var(--u) * 28);
    letter-spacing: calc(var(--u) * 4);
    text-align: center;
    overflow: hidden;
  }
  ll-keypad {
    grid-area: keys;
    min-height: 0;
    max-height: calc(var(--u) * 190);
  }
  .said p {
    padding: calc(var(--u) * 3) calc(var(--u) * 8);
    background: var(--amber);
    border-radius: var(--radius-small);
    font-weight: 700;
  }
  .next {
    grid-area: next;
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .level {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--u) * 40) calc(var(--u) * 40);
    align-items: center;
    grid-gap: var(--gap);
    margin-bottom: var(--gap);
    font-size: var(--text);
    font-weight: 700;
  }
  .level ll-button {
    --button-text: calc(var(--u) * 22);
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  :host([landscape]) .ways {
    --text-small: calc(var(--u) * 9.2 * min(var(--larger), 1.2));
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .checks div {
    margin-bottom: calc(var(--u) * 6);
  }
  .checks b {
    font-weight: 900;
  }
  .checks .mind,
  .checks .bad {
    padding-left: calc(var(--u) * 5);
    border-left: calc(var(--u) * 2) solid var(--cinnabar);
  }
`;
