import { css } from 'lit';

/** What stands beside the dishes, and the galleys it is measured in: they come with the pages. */
export const menuPagesStyles = css`
  .main.beside,
  .main.below {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--am) * 262);
    grid-template-rows: minmax(0, 1fr);
    column-gap: calc(var(--am) * 28);
  }
  .main.below {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
    row-gap: calc(var(--am) * 14);
  }
  .below .rows {
    grid-auto-rows: auto;
    height: auto;
  }
  .galley.beside {
    width: calc(100% - var(--am) * 290);
  }
  .galley.aside {
    width: calc(var(--am) * 262);
  }
  .side {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    grid-auto-rows: auto;
    row-gap: calc(var(--am) * 14);
    min-height: 0;
  }
  .block {
    padding: calc(var(--am) * 9) calc(var(--am) * 16);
    border-radius: calc(var(--am) * 16);
    background: var(--night-raised);
    overflow-wrap: break-word;
  }
  .block .name,
  .block .free,
  .block .price {
    display: inline;
    font-size: var(--board-read);
    line-height: 1.2;
  }
  .block .price {
    white-space: nowrap;
  }
  .block .text,
  .block .note {
    line-height: 1.3;
  }
`;
