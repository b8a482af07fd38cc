import { css } from 'lit';

/** The keys of what is typed on, each with an edge of its own. */
export const keyStyles = css`
  .keys {
    display: grid;
    height: 100%;
  }
  button {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 0;
    padding: 0;
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius-small);
    font-size: calc(var(--u) * 20);
    font-weight: 700;
    line-height: 1;
  }
  .erase {
    background: var(--wheat);
  }
  svg {
    width: calc(var(--u) * 13);
    height: calc(var(--u) * 13);
  }
`;
