import { css } from 'lit';

/** A white card, and a head with something at its far end. */
export const cardStyles = css`
  .card {
    background: var(--card);
    border-radius: var(--radius);
    padding: 1rem 1.125rem;
    box-shadow: 0 1px 0 #e7dac0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
`;
