import { css } from 'lit';

/** How a page of the kiosk is laid out: its heading, then what it answers, filling the room above the bar. */
export const pageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    font-size: var(--text);
  }
  h1 {
    /* The clock stands to the right of it, on every page. */
    padding-right: calc(var(--u) * 80);
    min-height: calc(var(--u) * 24);
    margin-bottom: var(--gap);
    font-size: var(--heading, calc(var(--u) * 17));
    font-weight: 900;
    line-height: 1.25;
    /* It breaks where it pauses. */
    word-break: keep-all;
    overflow-wrap: break-word;
    outline: 0;
  }
  .card {
    padding: calc(var(--u) * 6) calc(var(--u) * 10);
    background: var(--card);
    border-radius: var(--radius);
    box-shadow: 0 calc(var(--u) * 0.5) 0 var(--rule);
  }
  .lead {
    margin-bottom: var(--gap);
    font-size: var(--text-large);
    line-height: 1.5;
  }
  .hint {
    margin-bottom: calc(var(--u) * 4);
    color: var(--ink-soft);
    line-height: 1.5;
  }
  .soft {
    color: var(--ink-soft);
  }
  ll-pages {
    flex: 1;
    min-width: 0;
  }
  :host([landscape]) {
    --page-columns: 2;
  }
`;

/** A heading that stays the largest in the largest type too; upright one word has its place beside the clock. */
export const headingStyles = css`
  :host {
    --heading: max(calc(var(--u) * 17), calc(var(--text-title) * 0.9));
  }
  :host([landscape]) {
    --heading: max(calc(var(--u) * 17), calc(var(--text-title) * 1.07));
  }
`;

/** What can be done from a page, at its foot: beside each other in twos, what is `wide` in a row of its own. */
export const waysStyles = css`
  .ways {
    display: grid;
    flex: none;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .ways ll-button {
    min-height: calc(var(--u) * 30);
  }
  .ways .wide {
    grid-column: 1 / -1;
  }
  /* One way, and what is to be said about it: below each other, or beside. */
  .ways.one {
    grid-auto-flow: row;
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
  }
  .ways .hint {
    margin: 0;
  }
  :host([landscape]) .ways.one {
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
`;

/** A page of one sentence: its sign, what has become of something, and what can be done from there. */
export const sentenceStyles = css`
  .done,
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
    flex: 0 1000 calc(var(--u) * 80);
    min-height: 0;
    color: var(--white);
  }
  .sign circle {
    fill: var(--pine);
  }
  .sign svg {
    x: 18px;
    y: 18px;
    width: 52px;
    height: 52px;
  }
  .said {
    flex: none;
    max-width: 100%;
    min-width: 0;
  }
  .done h1 {
    min-height: 0;
    margin-bottom: calc(var(--u) * 3);
    padding: 0;
    font-size: max(calc(var(--u) * 21), var(--text-title));
  }
  .done .what {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    /* The whole of what is very long stands elsewhere. */
    -webkit-line-clamp: 3;
    font-size: calc(var(--text) * 1.28);
    font-weight: 700;
    line-height: 1.5;
  }
  .done .more {
    margin-top: calc(var(--u) * 3);
    font-size: calc(var(--text) * 1.15);
    line-height: 1.5;
  }
  /* The clock stands above what is beside the sign. */
  :host([landscape]) .sign {
    flex-basis: calc(var(--u) * 60);
  }
  :host([landscape]) .done .what {
    -webkit-line-clamp: 2;
  }
  :host([landscape]) .done .more {
    font-size: var(--text);
  }
`;
