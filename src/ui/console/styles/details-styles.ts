import { css } from 'lit';

/** What is only shown when asked for. */
export const detailsStyles = css`
  summary {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 2.75rem;
    border-radius: 0.5rem;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    width: 1em;
    height: 1em;
    transform: rotate(-90deg);
  }
  details[open] > summary svg {
    transform: rotate(90deg);
  }
`;
