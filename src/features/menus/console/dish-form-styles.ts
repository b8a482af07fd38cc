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
    flex: 0 1 7rem;
  }
  /* As wide as its longest word: it is not to be cut in English. */
  .money > .unit {
    flex: none;
  }
  /* In a sentence of what was changed these stand in the middle. */
  label:not(.tick)::first-letter,
  .label::first-letter {
    text-transform: uppercase;
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
