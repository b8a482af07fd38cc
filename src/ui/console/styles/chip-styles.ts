import { css } from 'lit';

/** How something stands, in a word or two. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    padding: 0.125rem 0.75rem;
    border-radius: 99px;
    font-size: 0.875rem;
    font-weight: 500;
    background: var(--wheat);
    color: var(--ink);
  }
  .chip.ok {
    background: var(--pine-tint);
    color: var(--pine-deep);
  }
  .chip.warn {
    background: var(--amber);
    color: var(--ink);
  }
  .chip.alert {
    background: var(--cinnabar);
    color: #fff;
  }
`;
