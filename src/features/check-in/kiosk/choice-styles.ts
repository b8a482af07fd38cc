import { css } from 'lit';

/** The steps that ask for which session, or which neighbour. */
export const choiceStyles = css`
  .step {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .target {
    display: block;
    width: 100%;
    min-height: calc(var(--u) * 44);
    margin-bottom: var(--gap);
    padding: calc(var(--u) * 5) calc(var(--u) * 12);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    text-align: left;
  }
  /* The whole of what is very long stands on the session's page. */
  .target b,
  .target > span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  :host([landscape]) .target > span {
    -webkit-line-clamp: 1;
  }
  .target b {
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.32;
  }
  .target span span,
  .target > span {
    font-size: var(--text);
    line-height: 1.5;
  }
  .targets {
    flex: 1;
  }
`;
