import { css } from 'lit';

/** A list whose rows are parted by lines. */
export const rowsStyles = css`
  .rows > * {
    min-height: 3.25rem;
    border-top: 1px solid var(--line);
  }
  .head + .rows,
  h2 + .rows {
    margin-top: 0.625rem;
  }
`;
