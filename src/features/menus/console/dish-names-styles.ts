import { css } from 'lit';

/** What unfolds under a line: what is in it is said on the line. */
export const turnStyles = css`
  .turn {
    margin-left: -0.5rem;
    padding: 0.25rem 0.5rem;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 500;
  }
  .turn svg {
    width: 1em;
    height: 1em;
    transform: rotate(-90deg);
  }
  .turn[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }
`;

/** A dish's other names, one under the other. */
export const dishNamesStyles = css`
  :host {
    display: grid;
    gap: 0.75rem;
  }
  .turn {
    text-align: left;
    overflow-wrap: anywhere;
  }
  .turn svg {
    flex: none;
  }
`;
