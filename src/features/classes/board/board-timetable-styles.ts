import { css } from 'lit';

/** The timetable board: when, what, where; the one that is on stands out in gold and in words. */
export const timetableBoardStyles = css`
  /* What o'clock it is makes way for the day. */
  .narrow .hours {
    display: none;
  }
  .time {
    display: inline-block;
    min-width: calc(var(--am) * 186);
    color: var(--gold);
    white-space: nowrap;
  }
  .time small {
    font-size: var(--board-beside);
  }
  .time:not(:lang(en)) small {
    margin-right: 0.15em;
  }
  .roomy .time {
    min-width: calc(var(--am) * 242);
  }
  .narrow .time {
    min-width: 0;
    margin-right: calc(var(--am) * 8);
  }
  .room {
    color: var(--cream);
    font-size: var(--board-beside);
  }
  .about {
    font-size: var(--board-beside);
  }
  .state {
    font-size: var(--board-beside);
    line-height: calc(var(--board-read) * 1.15);
    color: var(--mint);
  }
  .more .state {
    margin-right: calc(var(--am) * 8);
  }
  .on .name,
  .on .state {
    color: var(--gold);
  }
  .off .name .say {
    text-decoration: line-through;
    text-decoration-thickness: calc(var(--am) * 3);
  }
  .off .time,
  .off .name {
    color: var(--quiet);
  }
`;
