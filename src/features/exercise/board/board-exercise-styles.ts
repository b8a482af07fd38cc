import { css } from 'lit';

/**
 * The exercise board: the video uncropped and as large as it can be, the count beside it, form and cue below. The words
 * keep their size at any distance and take their height first; picture and count share what they leave.
 */
export const exerciseBoardStyles = css`
  .stage {
    --form: min(var(--board-heading), calc(var(--panel-width) * 0.9 / 10.6));
    --room: calc(var(--panel-height) - var(--safe-y) * 1.5 - var(--am) * 66 - var(--form) * 1.25);
    --share: min(var(--am), calc((var(--room) - var(--am) * 38) / 286));
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--panel-width) * 0.25);
    grid-template-rows: minmax(0, 1fr) auto;
    column-gap: calc(var(--panel-width) * 0.03);
    height: 100%;
    padding: calc(var(--safe-y) * 0.8) var(--safe-x) calc(var(--safe-y) * 0.7);
  }
  .video {
    position: relative;
    align-self: center;
    width: min(100%, calc(var(--room) * 16 / 9));
    min-height: calc(var(--am) * 120);
    max-height: 100%;
    border-radius: calc(var(--am) * 14);
    overflow: hidden;
    background: var(--night-raised);
  }
  video {
    display: block;
    width: 100%;
    height: auto;
    max-height: calc(var(--panel-height) * 0.68);
    object-fit: contain;
  }
  .mirror,
  .silent {
    position: absolute;
    left: calc(var(--am) * 12);
    top: calc(var(--am) * 12);
    padding: calc(var(--am) * 3) calc(var(--am) * 10);
    border-radius: calc(var(--am) * 8);
    background: var(--night);
    color: var(--cream);
    font-size: var(--board-least);
    line-height: 1.35;
    font-weight: 500;
  }
  .silent {
    left: auto;
    right: calc(var(--am) * 12);
  }
  .held {
    position: absolute;
    left: 0;
    right: 0;
    bottom: 0;
    padding: calc(var(--am) * 10);
    background: var(--night);
    color: var(--gold);
    font-size: var(--board-read);
    line-height: 1.25;
    text-align: center;
  }
  .count {
    display: grid;
    align-content: center;
    justify-items: center;
  }
  .digit {
    font-size: calc(var(--share) * 172);
    font-weight: 900;
    line-height: 0.95;
    color: var(--gold);
    font-variant-numeric: tabular-nums;
  }
  .of {
    font-size: max(var(--board-least), calc(var(--share) * 36));
    font-weight: 500;
    line-height: 1.4;
    color: var(--quiet);
  }
  .side {
    font-size: calc(var(--share) * 86);
    font-weight: 900;
    line-height: 1.15;
  }
  .dots {
    display: flex;
    margin-top: calc(var(--share) * 8);
  }
  .dots i {
    width: calc(var(--share) * 16);
    height: calc(var(--share) * 16);
    margin: 0 calc(var(--share) * 4);
    border: max(2px, calc(var(--share) * 2)) solid #6f8b7d;
    border-radius: calc(var(--share) * 8);
  }
  .dots .done {
    border-color: var(--mint);
    background: var(--mint);
  }
  .dots .now {
    width: calc(var(--share) * 32);
    border-color: var(--gold);
    background: var(--gold);
  }
  .words {
    grid-column: 1 / -1;
    padding-top: calc(var(--am) * 8);
  }
  .form {
    display: flex;
    align-items: baseline;
    font-size: var(--form);
    font-weight: 900;
    line-height: 1.25;
    white-space: nowrap;
  }
  .form em {
    margin-right: 0.4em;
    color: var(--gold);
    font-style: normal;
  }
  .cue {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    line-height: 1.25;
    white-space: nowrap;
  }
  .cue b {
    font-size: calc(var(--am) * 46);
    color: var(--mint);
  }
  .cue span {
    font-size: calc(var(--am) * 30);
    font-weight: 500;
    color: var(--quiet);
  }
`;
