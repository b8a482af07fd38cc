import { css } from 'lit';

/** The bar of the set's own remote: over the foot of the board, within its safe area, one thing with the focus. */
export const runRemoteStyles = css`
  .bar {
    position: absolute;
    left: 0;
    right: 0;
    bottom: 0;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    max-height: var(--panel-height);
    padding: calc(var(--am) * 8) calc(var(--panel-width) * 0.05) calc(var(--panel-height) * 0.0556);
    background: var(--night);
    border-top: max(2px, calc(var(--am) * 2)) solid var(--gold);
    color: var(--cream);
    font-size: var(--board-least);
    line-height: 1.3;
    font-weight: 500;
    text-align: center;
  }
  .bar p {
    margin: 0;
  }
  .bar span {
    white-space: nowrap;
  }
  .state,
  .ask {
    padding-bottom: calc(var(--am) * 4);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-around;
  }
  .safety {
    color: var(--gold);
    font-size: var(--safety);
    line-height: 1.16;
    font-weight: 700;
  }
  .ask {
    font-size: var(--board-read);
    font-weight: 700;
  }
  /* On a panel too small for its hall not all rows fit: the one with the focus comes into view. */
  .commands {
    display: grid;
    min-height: 0;
    overflow: hidden;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(var(--am) * 6);
  }
  .two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  button {
    min-width: 0;
    padding: calc(var(--am) * 3);
    border: max(3px, calc(var(--am) * 2.5)) solid #6f8b7d;
    border-radius: calc(var(--am) * 8);
    background: var(--night-raised);
    color: inherit;
    font: inherit;
    font-weight: 700;
  }
  button[aria-disabled='true'] {
    border-style: dashed;
    background: none;
    font-weight: 500;
  }
  button:focus {
    border-color: var(--gold);
    background: var(--gold);
    color: var(--night);
    outline: none;
  }
`;
