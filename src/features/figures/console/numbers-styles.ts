import { css } from 'lit';

/** The page of figures: one thing under the other on a telephone, two beside each other where there is room. */
export const numbersStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .period {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .by {
    display: flex;
    gap: 0.5rem;
  }
  .by [aria-pressed='true'] {
    background: var(--pine);
    color: #fff;
  }
  .steps {
    display: grid;
    flex: 1 1 14rem;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
    max-width: 30rem;
    text-align: center;
  }
  .steps p {
    display: grid;
    line-height: 1.35;
  }
  .later svg {
    transform: rotate(180deg);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0 0.25rem;
  }
  .top .actions {
    margin-left: auto;
  }
  .headline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr));
    gap: 0.75rem;
    margin: 0.625rem 0;
  }
  .headline > div {
    display: grid;
    grid-template-rows: 1fr auto auto;
  }
  .headline dt {
    align-self: end;
    font-weight: 500;
    line-height: 1.3;
  }
  .headline .figure {
    font-size: 2rem;
    line-height: 1.2;
  }
  .pair,
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
  }
  .card > .pair {
    margin-top: 0.75rem;
  }
  h2 + p,
  h2 + .scroll,
  h3 + .scroll,
  h3 + ll-bar-chart {
    margin-top: 0.375rem;
  }
  .card > h3 {
    margin-top: 0.875rem;
  }
  .legend {
    margin-top: 0.25rem;
  }
  .card > .soft:last-child {
    margin-top: 0.625rem;
  }
  @media (min-width: 60rem) {
    :host {
      gap: 1rem;
    }
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1rem;
    }
    .stack {
      gap: 1rem;
    }
  }
  @media print {
    :host {
      display: block;
    }
    .period button,
    .actions,
    details:not([open]),
    summary svg {
      display: none;
    }
    .card {
      padding: 0.5rem 0;
      box-shadow: none;
    }
    .pair,
    .stack {
      display: block;
    }
  }
`;
