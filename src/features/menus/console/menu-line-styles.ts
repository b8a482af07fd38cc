import { css } from 'lit';

/** A dish of a menu being written: in two columns on a phone, in one line on a desk. */
export const menuLineStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-areas: 'name order' 'prices prices' 'names names' 'photo photo' 'tags tags';
    gap: 0.25rem 0.75rem;
    padding: 0.625rem 0;
  }
  h3 {
    grid-area: name;
    align-self: center;
    font-size: 1.125rem;
  }
  .out h3 {
    text-decoration: line-through;
    text-decoration-thickness: 2px;
    color: var(--ink-soft);
  }
  .order {
    grid-area: order;
    display: flex;
    align-self: center;
    margin-right: -0.5rem;
  }
  .order button {
    padding: 0;
  }
  .prices {
    grid-area: prices;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 0.25rem 0.625rem;
    align-items: end;
  }
  .prices input {
    text-align: right;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .prices label {
    margin-bottom: 0.25rem;
    font-size: 0.875rem;
    line-height: 1.3;
    white-space: nowrap;
  }
  .prices .problem {
    grid-column: 1 / -1;
  }
  .sold {
    min-width: 5.5rem;
  }
  ll-staff-dish-names {
    grid-area: names;
  }
  ll-staff-dish-photo {
    grid-area: photo;
  }
  .tags {
    grid-area: tags;
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    align-items: center;
  }
  .tag {
    padding: 0.125rem 0.75rem;
    border: 2px solid var(--edge);
    background: transparent;
    font-weight: 500;
  }
  .tag[aria-pressed='true'] {
    border-color: var(--pine-deep);
    background: var(--pine-tint);
    color: var(--pine-deep);
    font-weight: 700;
  }
  .tag svg {
    width: 1em;
    height: 1em;
  }
  @media (min-width: 44rem) {
    article {
      grid-template-columns: minmax(0, 1fr) 20rem auto;
      grid-template-areas: 'name prices order' 'names names names' 'photo photo photo' 'tags tags tags';
    }
    h3,
    .order {
      align-self: end;
      padding-bottom: 0.5rem;
    }
    .order {
      padding-bottom: 0;
    }
  }
`;
