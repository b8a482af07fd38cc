import { css } from 'lit';

/**
 * What every board on a television starts from. Sizes come from --am, one minute of arc at the farthest seat: nothing
 * under 25, what must be read 40 or more. The safe area keeps what matters off the edge that old sets cut away.
 */
export const boardStyles = css`
  :host {
    display: block;
    width: var(--panel-width);
    height: var(--panel-height);
    overflow: hidden;
    background: var(--night);
    color: var(--cream);
    font-family: var(--font);
    font-weight: 700;
    --safe-x: calc(var(--panel-width) * 0.05);
    --safe-y: calc(var(--panel-height) * 0.0556);
    --line: #2c463b;
    --quiet: #c9d3cc;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    font-weight: inherit;
  }
  .board {
    display: grid;
    grid-template-rows: auto 1fr auto;
    height: 100%;
    padding: var(--safe-y) var(--safe-x);
  }
  .head {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: baseline;
    column-gap: calc(var(--am) * 18);
    padding-bottom: calc(var(--am) * 14);
  }
  .head h1 {
    font-size: var(--board-heading);
    font-weight: 900;
    line-height: 1.1;
    white-space: nowrap;
  }
  .head .hours {
    font-size: var(--board-read);
    line-height: 1.1;
    white-space: nowrap;
  }
  .head .day {
    font-size: calc(var(--am) * 31);
    font-weight: 500;
    color: var(--quiet);
    text-align: right;
    white-space: nowrap;
  }
  /* A panel small for its hall: what is beside the matter goes, the matter keeps its size. */
  .narrow .head .day,
  .narrow .side,
  .narrow .room,
  .narrow .about {
    display: none;
  }
  .foot {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    column-gap: calc(var(--am) * 20);
    padding-top: calc(var(--am) * 8);
    font-size: calc(var(--am) * 28);
    line-height: 1.3;
    font-weight: 500;
    color: var(--quiet);
    white-space: nowrap;
  }
  .tag {
    display: inline-block;
    flex: none;
    padding: 0 calc(var(--am) * 8);
    border: max(2px, calc(var(--am) * 1.6)) solid var(--mint);
    border-radius: calc(var(--am) * 8);
    color: var(--mint);
    font-size: var(--board-least);
    line-height: 1.3;
    font-weight: 500;
    white-space: nowrap;
  }
  .alone {
    display: grid;
    align-content: center;
    justify-items: center;
    row-gap: calc(var(--am) * 16);
    text-align: center;
  }
  .alone .say {
    font-size: calc(var(--am) * 60);
    font-weight: 900;
    line-height: 1.3;
  }
  .alone .ask {
    font-size: var(--board-read);
    color: var(--gold);
    line-height: 1.3;
  }
`;

/** Minutes of arc a board wants across before it can show more than the matter itself. */
const WIDE_AM = 820;

/** The class of a board on this glass: `narrow` where the panel is small for the distance of its farthest reader. */
export const boardClass = ({ widthPx, am }: { readonly widthPx: number; readonly am: number }): string =>
  widthPx / am < WIDE_AM ? 'board narrow' : 'board';

/** How many rows of `rowAm` minutes of arc fit on a board between its head and foot; at most six. */
export function rowsThatFit(heightPx: number, amPx: number, rowAm: number, takenAm: number): number {
  const room = heightPx * (1 - 2 * 0.0556) - takenAm * amPx;
  return Math.max(1, Math.min(6, Math.floor(room / (rowAm * amPx))));
}
