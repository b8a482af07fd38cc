import { css } from 'lit';

/** What calls people in before an exercise, and asks whether they want another round: words alone. */
export const callingStyles = css`
  .calling {
    display: grid;
    align-content: space-evenly;
    justify-items: center;
    height: 100%;
    padding: var(--safe-y) var(--safe-x);
    text-align: center;
  }
  .calling h1 {
    text-wrap: balance;
    font-size: var(--board-heading);
    line-height: 1.2;
    font-weight: 900;
  }
  .coming {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: auto minmax(0, 1fr);
    column-gap: calc(var(--am) * 20);
    align-items: center;
    height: 100%;
    padding: var(--safe-y) var(--safe-x);
  }
  .coming h1 {
    grid-column: 1 / -1;
    font-size: var(--coming-title);
    line-height: 1.2;
    font-weight: 900;
  }
  .coming .scan {
    font-size: var(--coming-read);
    line-height: 1.25;
    color: var(--mint);
    text-wrap: balance;
  }
  .coming .code {
    display: block;
    width: min(calc(var(--mm) * 380), calc(var(--panel-height) * 0.52));
    height: auto;
  }
  .coming.alone {
    grid-template-columns: minmax(0, 1fr);
    text-align: center;
  }
  .coming .big {
    font-size: var(--coming-clock);
    line-height: 1;
    font-weight: 900;
    color: var(--gold);
    font-variant-numeric: tabular-nums;
  }
  .calling .ask {
    font-size: calc(var(--am) * 84);
    line-height: 1.1;
    font-weight: 900;
    color: var(--gold);
  }
  .calling .read {
    font-size: var(--board-read);
    line-height: 1.25;
    color: var(--mint);
  }
  .calling .least,
  .coming .least {
    font-size: var(--board-least);
    line-height: 1.3;
    font-weight: 500;
    color: var(--cream);
  }
  .narrow .aside,
  .low .done {
    display: none;
  }
  .long h1 {
    font-size: var(--board-read);
    line-height: 1.1;
  }
  .narrow .ask {
    font-size: calc(var(--am) * 72);
  }
  .narrow .read {
    line-height: 1.15;
  }
`;
