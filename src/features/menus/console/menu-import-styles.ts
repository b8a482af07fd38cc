import { css } from 'lit';

/** How a plan that is brought as a file looks: short lines, an address or a meal before each. */
export const menuImportStyles = css`
  .body > * + * {
    margin-top: 0.75rem;
  }
  .body {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rows > * {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: 2.75rem;
    padding: 0.25rem 0;
  }
  .rows > * > span:last-child,
  .rows .name {
    flex: 1 1 10rem;
    min-width: 0;
  }
  .where {
    flex: none;
    min-width: 3rem;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .price {
    width: 7rem;
  }
  .day {
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  .day.off .meal,
  .gone {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .meal {
    display: flex;
    gap: 0.5rem;
    padding: 0.25rem 0;
  }
  .meal > :last-child {
    min-width: 0;
  }
  .beside {
    padding-left: 3.5rem;
  }
  .drop {
    padding: 0.75rem;
    border: 2px dashed var(--edge);
    border-radius: 0.875rem;
  }
  .drop.over {
    background: var(--wheat);
  }
  progress {
    width: 100%;
    height: 0.75rem;
    accent-color: var(--pine);
  }
`;
