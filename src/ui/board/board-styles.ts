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
    /* Of the glass, where something stands under the board. */
    --safe-y: calc(var(--glass-height, var(--panel-height)) * 0.0556);
    --line: #2c463b;
    --quiet: #c9d3cc;
    /* Said anew here: the document's are of its own glass, and a board may stand on another (a preview). */
    --board-least: calc(var(--am) * 25 / 0.92);
    --board-beside: calc(var(--am) * 30 / 0.92);
    --board-read: calc(var(--am) * 40 / 0.92);
    --board-heading: calc(var(--am) * 55 / 0.92);
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
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100%;
    /* Over what stands at the foot of the glass there is no edge that a set cuts away. */
    padding: var(--safe-y) var(--safe-x) var(--safe-foot, var(--safe-y));
  }
  .head {
    display: flex;
    align-items: baseline;
    padding-bottom: calc(var(--am) * 9);
  }
  .head h1 {
    margin-right: calc(var(--am) * 18);
    font-size: var(--board-heading);
    font-weight: 900;
    line-height: 1.1;
    white-space: nowrap;
  }
  .head h1 small {
    font-size: var(--board-read);
    font-weight: inherit;
  }
  .head .hours {
    margin-right: calc(var(--am) * 18);
    font-size: var(--board-read);
    line-height: 1.1;
    white-space: nowrap;
  }
  .head .hours small {
    font-size: var(--board-beside);
  }
  /* What has no room beside the heading is out of sight below its line: the season first, then the weekday, then the day. */
  .head .day {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    justify-content: flex-end;
    height: 1.4em;
    overflow: hidden;
    font-size: var(--board-beside);
    line-height: 1.3;
    font-weight: 500;
    color: var(--quiet);
    white-space: nowrap;
  }
  .head .day::before {
    content: '\\200b';
    width: 1px;
  }
  .head .day span,
  .head .day b,
  .head .day::before {
    margin: 0 0 1em 0.3em;
    font-weight: 500;
  }
  .head .day b {
    margin-left: 1em;
  }
  /* A panel small for its hall: what is beside the matter goes, the matter keeps its size. */
  .narrow .head {
    padding-bottom: calc(var(--am) * 4);
  }
  .narrow .foot {
    min-height: calc(var(--board-least) * 1.35 + var(--am) * 4);
    font-size: var(--board-least);
  }
  .main {
    position: relative;
    min-height: 0;
    overflow: hidden;
  }
  .foot {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    /* As high, and its number as wide, whatever stands in it: the room above is measured. */
    min-height: calc(var(--board-beside) * 1.35 + var(--am) * 4);
    padding-top: calc(var(--am) * 4);
    font-size: var(--board-beside);
    line-height: 1.35;
    font-weight: 500;
    color: var(--quiet);
  }
  .foot .page {
    min-width: 3.5em;
    margin-left: calc(var(--am) * 12);
    font-size: var(--board-least);
    text-align: right;
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
    /* It breaks where it pauses. */
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .alone .ask {
    font-size: var(--board-read);
    color: var(--gold);
    line-height: 1.3;
  }
  .narrow.alone,
  .narrow .alone {
    row-gap: calc(var(--am) * 2);
  }
  .narrow.alone .say,
  .narrow .alone .say {
    font-size: calc(var(--am) * 50);
    line-height: 1.15;
  }
  .narrow .alone + .foot {
    display: none;
  }
  .narrow.alone .say:lang(en),
  .narrow .alone .say:lang(en) {
    font-size: var(--board-read);
  }
`;

/** Minutes of arc a board wants across before it can show more than the matter itself. */
const WIDE_AM = 820;

/** Whether a board on this glass has room for more than the matter itself across. */
export const isWide = ({ widthPx, am }: { readonly widthPx: number; readonly am: number }): boolean =>
  widthPx / am >= WIDE_AM;

/** The class of a board on this glass: `narrow` where the panel is small for the distance of its farthest reader. */
export const boardClass = (glass: { readonly widthPx: number; readonly am: number }): string =>
  isWide(glass) ? 'board' : 'board narrow';
