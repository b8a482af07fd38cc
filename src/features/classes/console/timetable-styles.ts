import { css } from 'lit';

/** A week: its days to choose from with one day's list, or all of it as a grid of rooms and days. */
export const timetableStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
  }
  .bar h2 {
    flex: 1;
    min-width: 0;
  }
  .bar h2 .soft {
    display: inline-block;
    font-weight: 500;
  }
  .bar button.sign {
    padding: 0;
  }
  .next svg {
    transform: scaleX(-1);
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 0.125rem;
    margin: 0.625rem -0.5rem 0;
  }
  .days button {
    flex-direction: column;
    gap: 0;
    min-width: 0;
    padding: 0.25rem 0;
    background: transparent;
    border-color: var(--line);
    font-size: 0.9375rem;
  }
  .days button small {
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--ink-soft);
  }
  .days button[aria-pressed='true'] {
    background: var(--pine);
    border-color: var(--pine);
    color: #fff;
  }
  .days button[aria-pressed='true'] small {
    color: #fff;
  }
  .days .today b {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  h3 {
    margin-top: 0.875rem;
  }
  li {
    display: grid;
    grid-template-columns: 5.75rem minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: start;
    padding: 0.625rem 0;
  }
  li .actions {
    grid-column: 2;
  }
  .at {
    font-weight: 900;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .what {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: 700;
  }
  .off .name {
    text-decoration: line-through;
    color: var(--ink-soft);
  }
  table {
    width: 100%;
    margin-top: 0.75rem;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.25rem;
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    border-top: 0;
    font-size: 0.9375rem;
    font-weight: 500;
    color: var(--ink-soft);
  }
  thead th.today {
    color: var(--ink);
    font-weight: 900;
  }
  th.room {
    width: 7.5rem;
    padding-top: 0.625rem;
    font-size: 0.9375rem;
  }
  thead th.room {
    padding-top: 0.25rem;
  }
  td.today {
    background: var(--paper);
  }
  td button {
    display: block;
    width: 100%;
    margin-bottom: 0.25rem;
    padding: 0.375rem 0.5rem;
    border-radius: 0.625rem;
    text-align: left;
    font-size: 0.9375rem;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  td button.off {
    background: transparent;
    border-color: var(--line);
  }
  td button .at {
    display: block;
    font-size: 0.8125rem;
  }
  td button .chip {
    margin-top: 0.25rem;
    padding: 0 0.5rem;
    font-size: 0.8125rem;
  }
  .undo {
    margin-top: 0.625rem;
  }
`;
