import { css } from 'lit';

/** The code as large as it can be, the way to type it, and beside that what a telephone scans. */
export const pairingStyles = css`
  h1 {
    font-size: calc(var(--step) * 4.6);
  }
  .code {
    display: flex;
    justify-content: center;
    max-width: none;
    margin-top: calc(var(--step) * 4);
    font-size: calc(var(--step) * 9);
    font-weight: 900;
    line-height: 1.2;
    color: var(--pine);
    letter-spacing: 0.04em;
  }
  :host([dark]) .code {
    color: var(--gold);
  }
  .code span + span {
    margin-left: 0.35em;
  }
  .all {
    display: contents;
  }
  .how {
    display: flex;
    align-items: center;
    justify-content: center;
    margin-top: calc(var(--step) * 4);
  }
  .scan {
    flex: none;
    margin: 0 0 0 calc(var(--step) * 5);
    font-size: calc(var(--step) * 2.2);
    font-weight: 700;
  }
  .scan svg {
    display: block;
    width: calc(var(--step) * 17);
    height: calc(var(--step) * 17);
    margin: 0 auto calc(var(--step) * 0.6);
    border-radius: calc(var(--step) * 1);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    text-align: left;
    font-size: calc(var(--step) * 2.8);
  }
  li {
    display: flex;
    margin-top: calc(var(--step) * 1.4);
  }
  li b {
    flex: none;
    width: 1.6em;
    font-weight: 900;
    color: var(--cinnabar);
  }
  :host([dark]) li b {
    color: var(--gold);
  }
  .back {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    margin-top: calc(var(--step) * 2.5);
  }
  .back p,
  .back button {
    margin: calc(var(--step) * 0.6) calc(var(--step) * 1.5);
    font-size: calc(var(--step) * 2.6);
  }
  /* A television across a hall: nothing under 25 minutes of arc. */
  :host([dark]) .place,
  :host([dark]) ol,
  :host([dark]) .scan,
  :host([dark]) .back p,
  :host([dark]) .back button {
    font-size: calc(var(--step) * 3.1);
  }
  @media (orientation: landscape) {
    :host {
      padding: calc(var(--step) * 3.4) calc(var(--step) * 5);
    }
    .place {
      margin-bottom: calc(var(--step) * 1);
    }
    h1 {
      font-size: calc(var(--step) * 4.2);
    }
    .code,
    .how {
      margin-top: calc(var(--step) * 1.2);
    }
    .code {
      font-size: calc(var(--step) * 8);
    }
    li {
      margin-top: calc(var(--step) * 0.2);
    }
    .back {
      margin-top: calc(var(--step) * 1);
    }
    .back button {
      padding: calc(var(--step) * 0.8) calc(var(--step) * 3);
    }
  }
`;
