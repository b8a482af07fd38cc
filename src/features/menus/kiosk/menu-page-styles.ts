import { css } from 'lit';

/** The list of a meal's dishes under the choice of day, meal and kind; beside it on a glass that is wider than high. */
export const menuPageStyles = css`
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
    /* Words of a choice that is too narrow for them grow by less than what is read. */
    --text-small: calc(var(--u) * 9.2 * min(var(--larger), 1.3));
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
    line-height: 1.35;
  }
  .set p:first-child {
    display: flex;
    justify-content: space-between;
    font-size: var(--text-large);
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
  .about {
    font-size: var(--text-small);
    line-height: 1.4;
  }
  .about span {
    display: block;
  }
  .none {
    flex-direction: column;
  }
  .none p {
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
  /* In the largest type the names have the picture's room, the price stands beside them and what a dish is below. */
  :host([landscape]) .dish {
    --if-room: max(0px, calc((1.45 - var(--larger)) * 4000px));
    --if-large: max(0px, calc((var(--larger) - 1.45) * 4000px));
  }
  :host([landscape]) .dish ll-dish-photo {
    max-width: var(--if-room);
    margin-right: min(calc(var(--u) * 4), var(--if-room));
  }
  :host([landscape]) .dish b {
    -webkit-line-clamp: 2;
  }
  :host([landscape]) .dish.long b {
    max-height: max(calc(var(--text) * 1.32), var(--if-room));
  }
  :host([landscape]) .dish .tags {
    flex: 0 1 auto;
    min-width: min(100%, var(--if-large));
    order: calc((var(--larger) - 1) * 3);
  }
  :host([landscape]) .dish .price {
    order: 1;
  }
  /* The clock stands to the right of it, and as high: what is too long for two lines falls out of sight. */
  :host([landscape]) .head {
    display: block;
    height: calc(var(--u) * 32);
    padding: calc(var(--u) * 2) calc(var(--u) * 84) 0 0;
    overflow: hidden;
    font-size: min(var(--text), calc(var(--u) * 12));
    line-height: calc(var(--u) * 14);
  }
  :host([landscape]) .head small {
    font-size: min(var(--text-small), calc(var(--u) * 11));
  }
`;
