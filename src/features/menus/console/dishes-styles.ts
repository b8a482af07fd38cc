import { css } from 'lit';

/** The kitchen's dishes, each with its picture. */
export const dishesStyles = css`
  .note,
  label {
    margin-top: 0.75rem;
  }
  .rows {
    margin-top: 0.25rem;
  }
  li button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.75rem;
    justify-content: stretch;
    width: 100%;
    padding: 0.375rem 0.25rem;
    border-radius: 0.5rem;
    background: transparent;
    font-weight: 500;
    text-align: left;
  }
  li button:hover {
    background: var(--line);
  }
  .thumb {
    display: grid;
    place-items: center;
    width: 3.5rem;
    height: 2.5rem;
    border-radius: 0.5rem;
    overflow: hidden;
  }
  .thumb svg {
    width: 2.5rem;
    height: 2.5rem;
    stroke: none;
  }
  .thumb img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .what {
    display: grid;
    gap: 0 0.5rem;
    justify-items: start;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .dish {
    font-size: 1.125rem;
    font-weight: 700;
  }
`;
