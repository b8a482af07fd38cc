import { css } from 'lit';

/** A dish of a menu being written: its name, its price and whether there is any left, in one row on a telephone too. */
export const menuLineStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5.25rem auto;
    gap: 0 0.5rem;
    align-items: center;
    padding: 0.375rem 0;
  }
  /* On the smallest telephones a name has a row of its own. */
  @media (max-width: 23rem) {
    article {
      grid-template-columns: 5.25rem minmax(0, 1fr);
    }
    .name {
      grid-column: 1 / -1;
    }
    .sold {
      justify-self: end;
    }
  }
  h3 {
    font-size: 1.125rem;
    line-height: 1.3;
  }
  .name .turn {
    display: flex;
    gap: 0.25rem;
    justify-content: flex-start;
    width: 100%;
    margin: 0;
    padding: 0.25rem 0;
    color: var(--ink);
    font-size: inherit;
    font-weight: 700;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .name .turn svg {
    color: var(--ink-soft);
  }
  .out h3 button {
    text-decoration: line-through;
    text-decoration-thickness: 2px;
    color: var(--ink-soft);
  }
  .summary {
    margin: -0.375rem 0 0.25rem 1.375rem;
    font-size: 0.875rem;
    line-height: 1.3;
  }
  .price input {
    text-align: right;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .price label {
    margin-bottom: 0.125rem;
    font-size: 0.8125rem;
    line-height: 1.2;
    text-align: right;
    white-space: nowrap;
  }
  .sold {
    align-self: end;
    min-width: 4.5rem;
    padding: 0.25rem 0.5rem;
  }
  .problem {
    grid-column: 1 / -1;
  }
  .more {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
    margin: 0.5rem 0;
    padding: 0.75rem;
    border-radius: 0.75rem;
    background: var(--paper);
  }
  .first {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: end;
    justify-content: space-between;
  }
  .first .price {
    width: 7rem;
  }
  .first .price label {
    text-align: left;
  }
  .order {
    display: flex;
    gap: 0.25rem;
  }
  .order .bare {
    padding: 0;
  }
`;
