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
    font-size: calc(var(--u) * 17);
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
    line-height: 1.4;
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
`;
