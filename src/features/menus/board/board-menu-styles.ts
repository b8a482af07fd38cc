import { css } from 'lit';

/** The menu board: names and prices as large as the last row of seats needs, a picture and the set meal beside them. */
export const menuBoardStyles = css`
  h1 small {
    font-size: var(--board-read);
  }
  /* Whose day it is goes before the hours where both have no room. */
  .narrow .dated .hours {
    display: none;
  }
  .day b {
    margin-left: 1em;
    font-weight: 500;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--am) * 262);
    column-gap: calc(var(--am) * 28);
    min-height: 0;
  }
  .narrow .main {
    grid-template-columns: minmax(0, 1fr);
  }
  .rows {
    display: grid;
    grid-auto-rows: calc(var(--am) * 70);
    align-content: start;
    min-width: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: calc(var(--am) * 12);
    border-top: max(2px, calc(var(--am) * 1.4)) solid var(--line);
    line-height: 1.15;
  }
  .name {
    display: flex;
    align-items: center;
    min-width: 0;
    font-size: calc(var(--am) * 48);
    white-space: nowrap;
  }
  .longer .name {
    font-size: var(--board-read);
  }
  .longest .name {
    font-size: calc(var(--am) * 30);
    line-height: 1.1;
    white-space: normal;
  }
  .name .tag {
    margin-left: calc(var(--am) * 13);
  }
  .price {
    font-size: calc(var(--am) * 50);
    color: var(--gold);
    font-variant-numeric: tabular-nums;
    text-align: right;
    white-space: nowrap;
  }
  .price small {
    margin-left: 0.15em;
    font-size: calc(var(--am) * 28);
    font-weight: 500;
  }
  .free,
  .gone {
    font-size: calc(var(--am) * 40);
  }
  .sold .name,
  .sold .price {
    color: var(--quiet);
  }
  .sold b {
    text-decoration: line-through;
    text-decoration-thickness: calc(var(--am) * 3);
  }
  .side {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    row-gap: calc(var(--am) * 14);
    min-height: 0;
    padding-bottom: calc(var(--am) * 6);
  }
  .picture {
    display: grid;
    min-height: 0;
    border-radius: calc(var(--am) * 16);
    background: var(--night-raised);
    padding: 0 calc(var(--am) * 6);
  }
  .picture svg {
    width: 100%;
    height: 100%;
    min-height: 0;
  }
  .set {
    padding: calc(var(--am) * 12) calc(var(--am) * 16);
    border-radius: calc(var(--am) * 16);
    background: var(--night-raised);
    font-size: calc(var(--am) * 31);
    line-height: 1.35;
  }
  .set em {
    color: var(--gold);
    font-style: normal;
    white-space: nowrap;
  }
  .unchecked {
    color: var(--gold);
    font-weight: 700;
  }
`;
