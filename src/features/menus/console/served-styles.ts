import { css } from 'lit';

/** The dishes of a meal as they stand on a card: a name, a price, and what may be said of it. */
export const servedStyles = css`
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.75rem;
    align-items: center;
    font-size: 1.125rem;
  }
  .dish {
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .out .dish {
    font-weight: 500;
    color: var(--ink-soft);
    text-decoration: line-through;
    text-decoration-thickness: 2px;
  }
  .price {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .left {
    display: block;
    color: var(--cinnabar);
    font-size: 0.9375rem;
  }
  .rows button {
    min-width: 4.75rem;
  }
  .rows .count {
    width: 4.5rem;
    text-align: right;
  }
`;
