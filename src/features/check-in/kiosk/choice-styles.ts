import { css } from 'lit';

/** The steps that ask who it is, and for which session. */
export const choiceStyles = css`
  .step {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: calc(var(--u) * 44);
    margin-bottom: var(--gap);
    padding: calc(var(--u) * 4) calc(var(--u) * 6) calc(var(--u) * 4) calc(var(--u) * 12);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    text-align: left;
    font-size: var(--text);
    line-height: 1.2;
  }
  .name b {
    font-size: calc(var(--u) * 22);
    font-weight: 900;
  }
  .name small {
    flex: 1;
    margin-left: calc(var(--u) * 8);
    font-size: var(--text-large);
    font-weight: 500;
  }
  .name span {
    padding: calc(var(--u) * 5) calc(var(--u) * 10);
    background: var(--pine);
    border-radius: var(--radius-small);
    color: var(--white);
    font-size: var(--text-large);
    font-weight: 700;
    white-space: nowrap;
  }
  .targets ll-button {
    display: block;
    height: calc(var(--u) * 40);
    margin-bottom: var(--gap);
    font-size: var(--text-title);
  }
  .names,
  .targets {
    flex: 1;
  }
`;
