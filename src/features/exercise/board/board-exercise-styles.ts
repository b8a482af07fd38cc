import { css } from 'lit';

/**
 * The exercise board: the picture uncropped and as large as it can be, the count beside it, form and cue below. Every size
 * comes of `exercise-layout.ts`, which gives the words theirs first.
 */
export const exerciseBoardStyles = css`
  :host {
    position: relative;
  }
  /* The bar of the remote would cut through it. */
  [data-under] {
    visibility: hidden;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--column);
    grid-template-rows: minmax(0, 1fr);
    grid-auto-rows: auto;
    column-gap: calc(var(--am) * 14);
    height: 100%;
    padding: var(--safe-y) var(--safe-x) calc(var(--safe-y) + var(--am) * 4);
  }
  .picture {
    position: relative;
    align-self: center;
    justify-self: start;
    width: var(--picture-width);
    height: var(--picture-height);
    border-radius: calc(var(--am) * 10);
    overflow: hidden;
    background: var(--night-raised);
  }
  video,
  ll-coach {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .turned {
    transform: scaleX(-1);
  }
  .mirror,
  .silent {
    position: absolute;
    left: calc(var(--am) * 6);
    top: calc(var(--am) * 6);
    padding: 0 calc(var(--am) * 6);
    border-radius: calc(var(--am) * 6);
    background: var(--night);
    color: var(--cream);
    font-size: var(--board-least);
    line-height: 1.35;
    font-weight: 500;
  }
  .silent {
    left: auto;
    right: calc(var(--am) * 6);
  }
  .held {
    position: absolute;
    left: 0;
    right: 0;
    bottom: 0;
    padding: calc(var(--am) * 5);
    background: var(--night);
    color: var(--gold);
    font-size: var(--board-read);
    line-height: 1.2;
    text-align: center;
  }
  .wait {
    display: grid;
    align-content: center;
    height: 100%;
    padding: 0 5%;
    color: var(--gold);
    font-size: var(--wait);
    line-height: 1.15;
    text-align: center;
    text-wrap: balance;
  }
  .held small {
    display: block;
    font-size: var(--board-least);
    line-height: 1.3;
    font-weight: 500;
    color: var(--cream);
  }
  .beside {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto auto;
    justify-items: center;
    row-gap: calc(var(--am) * 7);
    min-height: 0;
  }
  .count {
    display: grid;
    align-content: center;
    justify-items: center;
  }
  .count.flat {
    grid-template-columns: auto auto;
    align-items: center;
    column-gap: calc(var(--am) * 6);
  }
  .count.flat .digit {
    grid-row: 1 / 3;
  }
  .count.flat .side {
    grid-row: 1;
    grid-column: 2;
  }
  .digit {
    font-size: var(--digit);
    font-weight: 900;
    line-height: 0.9;
    color: var(--gold);
    font-variant-numeric: tabular-nums;
  }
  .of {
    font-size: var(--board-least);
    font-weight: 500;
    line-height: 1.3;
    color: var(--quiet);
    white-space: nowrap;
  }
  .side {
    font-size: var(--side);
    font-weight: 900;
    line-height: 1.1;
    white-space: nowrap;
  }
  .dots {
    display: flex;
    height: calc(var(--am) * 18);
    align-items: center;
  }
  .dots i {
    width: calc(var(--am) * 12);
    height: calc(var(--am) * 12);
    margin: 0 calc(var(--am) * 2.5);
    border: max(2px, calc(var(--am) * 1.6)) solid #6f8b7d;
    border-radius: calc(var(--am) * 6);
  }
  .dots .done {
    border-color: var(--mint);
    background: var(--mint);
  }
  .dots .now {
    width: calc(var(--am) * 24);
    border-color: var(--gold);
    background: var(--gold);
  }
  .safety {
    width: 100%;
    color: var(--gold);
    font-size: var(--safety);
    line-height: 1.16;
    text-align: center;
  }
  .stage > .safety {
    grid-column: 1 / -1;
    padding-top: calc(var(--am) * 7);
  }
  .form {
    grid-column: 1 / -1;
    padding-top: calc(var(--am) * 7);
    font-size: var(--name);
    text-wrap: balance;
    font-weight: 900;
    line-height: 1.16;
  }
  .form em {
    margin-right: calc(var(--am) * 16);
    font-size: var(--board-read);
    font-style: normal;
    color: var(--gold);
  }
  .cue {
    display: flex;
    grid-column: 1 / -1;
    justify-content: space-between;
    align-items: baseline;
    padding-top: calc(var(--am) * 7);
    font-size: var(--cue);
    line-height: 1.16;
    color: var(--mint);
  }
  .cue span {
    padding-left: calc(var(--am) * 14);
    font-size: var(--board-least);
    font-weight: 500;
    color: var(--quiet);
    white-space: nowrap;
  }
`;
