import { css } from 'lit';

/** A board's galley, and what only its pages have: a row that goes on, lines that end where it pauses, or between words. */
export const boardGalleyStyles = css`
  .galley {
    position: absolute;
    left: 0;
    top: 0;
    width: 100%;
    visibility: hidden;
  }
  .again {
    color: var(--cream);
    font-size: var(--board-beside);
  }
  /* Few rows have the page to themselves. */
  .rows.roomy {
    grid-auto-rows: minmax(min-content, calc(var(--am) * 180));
  }
  .roomy .name {
    font-size: calc(var(--board-read) * 1.3);
  }
  .roomy .end {
    line-height: calc(var(--board-read) * 1.5);
  }
  .roomy .end,
  .roomy .more .say,
  .roomy small {
    font-size: calc(var(--board-beside) * 1.3);
  }
  .roomy .more {
    line-height: 1.3;
  }
  .clause,
  .figure {
    display: inline-block;
    max-width: 100%;
  }
  .by-word {
    word-break: keep-all;
    overflow-wrap: break-word;
  }
`;
