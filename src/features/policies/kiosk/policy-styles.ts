import { css } from 'lit';

/** How benefits are listed and chosen, on each page of this face. */
export const policyStyles = css`
  ll-policy-question,
  ll-policy-request,
  ll-policy-search,
  ll-policy-take {
    flex: 1;
    min-height: 0;
  }
  .careful {
    flex: none;
    margin-bottom: var(--gap);
  }
  h2 {
    margin: calc(var(--u) * 3) 0 calc(var(--u) * 3);
    font-size: var(--text-large);
    font-weight: 900;
    line-height: 1.3;
  }
  .choice {
    display: block;
    width: 100%;
    min-height: calc(var(--u) * 36);
    margin-bottom: calc(var(--u) * 5);
    padding: calc(var(--u) * 4) calc(var(--u) * 9);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    font-size: var(--text);
    text-align: left;
    line-height: 1.5;
  }
  :host([landscape]) .choice {
    padding: calc(var(--u) * 2.5) calc(var(--u) * 8);
  }
  .choice b {
    display: block;
    font-size: var(--text-large);
    font-weight: 900;
    line-height: 1.32;
  }
  :host([landscape]) .choice b {
    font-size: max(var(--text), min(var(--text-large), calc(var(--u) * 17)));
  }
  /* The whole of what is very long stands in the article. */
  .choice .summary {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  :host([landscape]) .choice .summary {
    -webkit-line-clamp: 3;
    /* A sheet that lies is low: in the largest type the names are what there is to choose from. */
    max-height: max(0px, calc((1.45 - var(--larger)) * 4000px));
  }
  /* Higher than a sheet: closer lines, and half as large again as usual at the most. */
  .choice[data-tall] {
    font-size: min(var(--text), calc(var(--u) * 16.4));
    line-height: 1.25;
  }
  :host([landscape]) .choice[data-tall] {
    padding-top: calc(var(--u) * 1.5);
    padding-bottom: calc(var(--u) * 1.5);
  }
  .choice[data-tall] b {
    line-height: 1.2;
  }
  /* Still higher: its words are as large as usual, and a name that is too long even so breaks off. */
  .choice[data-tall='very'] {
    font-size: calc(var(--u) * 10.9);
    line-height: 1.5;
  }
  .choice[data-tall='very'] b {
    line-height: 1.32;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    font-size: calc(var(--u) * 13.2);
  }
  .choice .sum {
    display: block;
    font-weight: 700;
    color: var(--cinnabar);
  }
  .chip {
    display: inline-block;
    margin-left: calc(var(--u) * 3);
    padding: 0 calc(var(--u) * 4);
    border-radius: calc(var(--u) * 4);
    background: var(--amber);
    color: var(--ink);
    font-size: var(--text-small);
    font-weight: 700;
    white-space: nowrap;
  }
  .ways {
    display: grid;
    flex: none;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    grid-gap: var(--gap);
    margin-top: var(--gap);
  }
  .ways ll-button {
    --button-text: var(--text);
    min-height: calc(var(--u) * 28);
  }
  .search-more {
    width: 100%;
    --button-text: var(--text);
  }
  .sided {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  :host([landscape]) .sided {
    --page-columns: 1;
    flex-direction: row;
  }
  :host([landscape]) .sided .ways {
    align-content: start;
    grid-auto-flow: row;
    width: calc(var(--u) * 96);
    margin: 0 0 0 calc(var(--u) * 10);
  }
  :host([landscape]) .sided .ways ll-button {
    height: calc(var(--u) * 40);
  }
`;
