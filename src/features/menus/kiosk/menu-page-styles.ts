import { css } from 'lit';

/** The list of a meal's dishes under the choice of day, meal and kind; beside it on a glass that is wider than high. */
export const menuPageStyles = css`
  :host {
    /* Nothing of what has these heights, or widths, is seen in the largest type, or in any but that. */
    --if-room: max(0px, calc((1.45 - var(--larger)) * 4000px));
    --if-large: max(0px, calc((var(--larger) - 1.45) * 4000px));
  }
  .list,
  .whole-dish,
  .answer {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .ways {
    flex: none;
  }
  .ways ll-segments,
  .ways ll-dish-filter-bar {
    margin-bottom: calc(var(--u) * 4);
  }
  .head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: baseline;
    margin-bottom: calc(var(--u) * 2);
    font-size: var(--text);
    font-weight: 700;
    line-height: 1.3;
  }
  .head span,
  .head em {
    margin-right: calc(var(--u) * 4);
  }
  .head small {
    overflow: hidden;
    max-height: var(--if-room);
    font-size: 1em;
    font-weight: 500;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .head em {
    padding: 0 calc(var(--u) * 3);
    background: var(--amber);
    border-radius: calc(var(--u) * 3);
    font-style: normal;
  }
  .set {
    margin-bottom: calc(var(--u) * 3);
    padding: calc(var(--u) * 1) calc(var(--u) * 7) calc(var(--u) * 1) calc(var(--u) * 4);
    border-left: calc(var(--u) * 2) solid var(--pine);
    line-height: 1.5;
  }
  .set p:first-child {
    display: flex;
    justify-content: space-between;
    font-size: var(--text-large);
    line-height: 1.35;
  }
  .set b,
  .set strong {
    font-weight: 700;
  }
  .set strong {
    margin-left: calc(var(--u) * 4);
    white-space: nowrap;
  }
  .set small {
    font-size: var(--text-small);
    font-weight: 500;
  }
  .about span {
    display: block;
  }
  .about .hours {
    overflow: hidden;
    max-height: var(--if-large);
  }
  .none {
    flex-direction: column;
  }
  .none p {
    max-width: 100%;
    margin-bottom: calc(var(--u) * 8);
  }
  :host([landscape]) .list {
    flex-direction: row;
    --page-columns: 1;
  }
  :host([landscape]) .ways {
    width: calc(var(--u) * 200);
    margin-right: calc(var(--u) * 10);
  }
  /* The clock stands to the right of it, and as high. */
  :host([landscape]) .head {
    align-content: flex-start;
    min-height: calc(var(--u) * 32);
    padding: calc(var(--u) * 2) calc(var(--u) * 84) 0 0;
    margin: 0;
    line-height: 1.25;
  }
  :host([landscape]) .head small {
    font-size: var(--text-small);
  }
  /* Days, meals and kinds of dish in the largest type stand above each other in one height. */
  :host([landscape]) .ways {
    --choice-height: calc(var(--u) * 21);
    --choice-text: max(var(--text), min(var(--text-large), calc(var(--u) * 17)));
  }
  :host([landscape]) .ways ll-segments,
  :host([landscape]) .ways ll-dish-filter-bar {
    margin-bottom: max(calc(var(--u) * 3), calc(var(--mm) * 3));
  }
`;
