import { css } from 'lit';

/** Days under one another; on a desk a row a day, a column a meal. */
export const weekStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .bar,
  .dayHead {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .carrying {
    position: sticky;
    top: 0.5rem;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    border: 2px solid var(--pine);
    border-radius: var(--radius);
    background: var(--pine-tint);
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .meals {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  .cell {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    align-content: start;
    justify-items: start;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.75rem;
  }
  .cell.target {
    border: 2px dashed var(--pine);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    justify-content: space-between;
    justify-self: stretch;
  }
  /* Its whole word before what stands beside it: that goes below. */
  .top b {
    flex: 1 1 auto;
  }
  .lift {
    padding: 0.25rem 0.5rem;
  }
  .cell a {
    display: block;
    justify-self: stretch;
    min-height: 2.75rem;
    color: inherit;
    text-decoration: none;
  }
  .cell a:hover,
  .cell a:focus-visible {
    text-decoration: underline;
  }
  @media (min-width: 60rem) {
    .meals {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      grid-template-columns: none;
    }
  }
`;
