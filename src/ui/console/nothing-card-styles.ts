import { css } from 'lit';

/** For an element of several cards: where there is nothing to show, that stands in a card of its own. */
export const nothingCardStyles = css`
  .nothing {
    padding: 1rem 1.125rem;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: 0 1px 0 #e7dac0;
  }
`;
