import { css } from 'lit';

/** What is said of a dish, one under the other; figures side by side. */
export const dishFormStyles = css`
  :host,
  .rest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .money {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: start;
  }
  .money > .tick {
    align-self: end;
  }
  .money > div {
    flex: 0 1 8rem;
  }
  .short {
    max-width: 8rem;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
    gap: 0.5rem 0.75rem;
  }
`;
