import { css } from 'lit';

/** The foot of a television and the page of a kiosk that its hub no longer knows. */
export const signedOutStyles = css`
  .band .code {
    flex: none;
    margin-left: calc(var(--am) * 24);
    font-size: var(--board-read);
    font-weight: 900;
  }
  @media (orientation: portrait) {
    .band {
      flex-direction: column;
      align-items: flex-start;
    }
    .band .code {
      margin: calc(var(--am) * 8) 0 0;
    }
  }
  .strip .code {
    margin-left: 1em;
  }
  .code {
    font-weight: 900;
    line-height: 1.2;
    letter-spacing: 0.04em;
    white-space: nowrap;
  }
  .code span + span {
    margin-left: 0.35em;
  }
  .page {
    position: fixed;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: calc(var(--u) * 20);
    background: var(--paper);
    text-align: center;
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .page p {
    font-size: var(--text-large);
    line-height: 1.45;
  }
  .page .title {
    font-size: calc(var(--u) * 19);
    font-weight: 900;
    line-height: 1.3;
    text-wrap: balance;
  }
  .elders,
  .staff {
    max-width: 100%;
  }
  .page .elder {
    margin-top: calc(var(--u) * 12);
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.35;
  }
  /* For staff, who come near: apart from what everybody reads. */
  .staff {
    margin-top: calc(var(--u) * 24);
    padding: calc(var(--u) * 12);
    border-radius: calc(var(--u) * 8);
    background: var(--card);
  }
  .page .other,
  .page .other p {
    margin-top: calc(var(--u) * 6);
    font-size: var(--text);
    color: var(--ink-soft);
    text-wrap: balance;
  }
  .page .other p + p {
    margin-top: 0;
  }
  .page .code {
    margin-top: calc(var(--u) * 4);
    font-size: calc(var(--u) * 34);
    line-height: 1.2;
    color: var(--pine);
  }
  @media (orientation: landscape) {
    .page {
      flex-direction: row;
    }
    .elders,
    .staff {
      flex: 1;
      min-width: 0;
    }
    .staff {
      margin: 0 0 0 calc(var(--u) * 16);
      padding: calc(var(--u) * 8);
    }
    .page .staff p {
      font-size: var(--text);
    }
    .page .staff .other {
      font-size: var(--text-small);
    }
    .page .staff .code {
      font-size: calc(var(--u) * 28);
    }
  }
`;
