import { css } from 'lit';

/** The course and its days to choose, and below them who has finished it. */
export const certificateStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
    margin-top: 0.625rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  h3 {
    margin-top: 1rem;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.25rem 0;
  }
  .who {
    flex: 1 1 6.5rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .who .soft {
    display: block;
  }
  .rule {
    margin-top: 0.625rem;
  }
  .actions {
    margin-top: 0.625rem;
  }
  @media (min-width: 44rem) {
    .fields {
      grid-template-columns: 2fr 1fr 1fr;
    }
    .wide {
      grid-column: auto;
    }
  }
`;
