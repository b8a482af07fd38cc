import { css } from 'lit';

/** A call for help: one sign, one sentence, what to do, and below that what can be pressed. */
export const helpStyles = css`
  .call {
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
  .sign {
    /* The larger the words, the smaller the sign: it says nothing that they do not. */
    flex: 0 1000 calc(var(--u) * 74);
    min-height: 0;
    margin-bottom: calc(var(--u) * 6);
    color: var(--white);
  }
  .sign circle {
    fill: var(--cinnabar);
  }
  .sign.coming circle {
    fill: var(--pine);
  }
  .sign.away circle {
    fill: var(--amber);
  }
  .sign.away {
    color: var(--ink);
  }
  .sign.emergency circle {
    fill: var(--alarm);
  }
  .sign svg {
    x: 18px;
    y: 18px;
    width: 52px;
    height: 52px;
  }
  .call > * {
    flex: none;
  }
  .call h1 {
    min-height: 0;
    padding: 0;
    margin-bottom: calc(var(--u) * 3);
    font-size: calc(var(--text) * 1.9);
    line-height: 1.25;
  }
  .call p {
    font-size: var(--text-large);
    line-height: 1.5;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    margin-top: calc(var(--u) * 4);
  }
  .phone {
    margin: 0 calc(var(--u) * 8);
  }
  dt {
    font-size: var(--text);
    color: var(--ink-soft);
  }
  dd {
    font-size: calc(var(--text) * 1.9);
    font-weight: 900;
    line-height: 1.2;
    white-space: nowrap;
  }
  .ways {
    display: grid;
    flex: none;
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .ways ll-button {
    min-height: calc(var(--u) * 32);
  }
  .ways .emergency {
    --button-text: var(--text-title);
  }
  :host([landscape]) {
    flex-direction: row;
    align-items: stretch;
  }
  :host([landscape]) .call {
    flex: 3;
  }
  :host([landscape]) .ways {
    flex: 2;
    align-content: center;
    margin: 0 0 0 calc(var(--u) * 12);
  }
  :host([landscape]) .sign {
    flex-basis: calc(var(--u) * 44);
    margin-bottom: calc(var(--u) * 3);
  }
`;
