import { css } from 'lit';

/** The timetable board: when, what, where; the one that is on stands out in gold and in words. */
export const timetableBoardStyles = css`
  .day b {
    margin-left: 1em;
    font-weight: 500;
  }
  .rows {
    display: grid;
    grid-auto-rows: calc(var(--am) * 74);
    align-content: start;
  }
  .row {
    display: grid;
    grid-template-columns: calc(var(--am) * 180) minmax(0, 1fr) auto calc(var(--am) * 210);
    align-items: center;
    column-gap: calc(var(--am) * 16);
    border-top: max(2px, calc(var(--am) * 1.4)) solid var(--line);
    line-height: 1.15;
    white-space: nowrap;
  }
  .narrow .row {
    grid-template-columns: calc(var(--am) * 180) minmax(0, 1fr) auto;
  }
  .time {
    display: flex;
    align-items: baseline;
    font-size: var(--board-read);
    font-variant-numeric: tabular-nums;
    color: var(--gold);
  }
  .time small {
    margin-right: 0.2em;
    font-size: var(--board-least);
  }
  .time:lang(en) {
    flex-direction: row-reverse;
    justify-content: flex-end;
  }
  .name {
    font-size: calc(var(--am) * 48);
  }
  /* Few sessions: each has room to say what it is. */
  .few {
    grid-auto-rows: calc(var(--am) * 122);
  }
  .about {
    display: block;
    margin-top: calc(var(--am) * 4);
    font-size: calc(var(--am) * 29);
    line-height: 1.35;
    font-weight: 500;
    color: var(--quiet);
  }
  .few .room,
  .few .state,
  .few .time {
    align-self: start;
    padding-top: calc(var(--am) * 18);
  }
  .few .room,
  .few .state {
    padding-top: calc(var(--am) * 29);
  }
  .room {
    font-size: calc(var(--am) * 31);
    font-weight: 500;
    color: var(--quiet);
  }
  .state {
    font-size: calc(var(--am) * 31);
    color: var(--mint);
    text-align: right;
  }
  .on .name,
  .on .state {
    color: var(--gold);
  }
  .off .name b {
    text-decoration: line-through;
    text-decoration-thickness: calc(var(--am) * 3);
  }
  .off .time,
  .off .name {
    color: var(--quiet);
  }
  .narrow .few .time,
  .narrow .few .state {
    align-self: center;
    padding-top: 0;
  }
`;
