import { css } from 'lit';

/**
 * The rows of a board. At the right what one looks for last, a price or how it stands; around it flow what it is called,
 * at the size of what must be read, and what is said of it. A row takes the height its words need.
 */
export const boardRowStyles = css`
  /* Where a page has room to spare its rows share it. */
  .rows {
    display: grid;
    grid-auto-rows: minmax(min-content, calc(var(--am) * 130));
    align-content: start;
    height: 100%;
    min-width: 0;
  }
  /* Before there are pages: what does not stand whole in the room goes into a column that nobody sees. */
  .rows.first {
    display: flex;
    flex-flow: column wrap;
  }
  .first .row {
    width: 100%;
  }
  .row {
    display: grid;
    align-content: center;
    padding: calc(var(--am) * 3) 0 calc(var(--am) * 4);
    border-top: max(2px, calc(var(--am) * 1.4)) solid var(--line);
  }
  /* With a band at the foot of a small panel a row still stands whole on it. */
  .narrow .row {
    padding-top: calc(var(--am) * 1);
  }
  .words {
    display: flow-root;
  }
  .name {
    display: block;
    font-size: var(--board-read);
    line-height: 1.15;
  }
  .more {
    display: block;
    margin-top: calc(var(--am) * 2);
    font-size: var(--board-least);
    line-height: calc(var(--board-beside) * 1.2);
    font-weight: 500;
    color: var(--quiet);
  }
  .more .say {
    margin-right: calc(var(--am) * 8);
  }
  .fact {
    white-space: nowrap;
  }
  .tag {
    display: inline-block;
    padding: 0 calc(var(--am) * 6);
    border: max(2px, calc(var(--am) * 1.6)) solid var(--mint);
    border-radius: calc(var(--am) * 7);
    color: var(--mint);
    font-size: var(--board-least);
    line-height: 1.2;
    white-space: nowrap;
  }
  .end {
    float: right;
    margin-left: calc(var(--am) * 12);
    text-align: right;
    white-space: nowrap;
  }
`;
