import { css } from 'lit';

/** Wider than high what has become of a wish stands beside its sign. */
export const enrolStyles = css`
  .ways ll-button {
    /* Words grow smaller before they break. */
    white-space: nowrap;
    --button-text: calc(var(--text) * 1.15);
    --button-pad: calc(var(--u) * 3);
  }
  .ways ll-own-comfort {
    min-height: calc(var(--u) * 24);
  }
  :host([landscape]) .done {
    padding: 0;
    flex-direction: row;
  }
  :host([landscape]) .sign {
    flex: none;
    width: calc(var(--u) * 56);
    margin-right: calc(var(--u) * 14);
  }
  :host([landscape]) .done .what {
    -webkit-line-clamp: 1;
    word-break: break-word;
  }
  :host([landscape]) .said {
    flex: 0 1 auto;
  }
  .done {
    /* The clock stands above it. */
    padding-top: calc(var(--u) * 20);
  }
  .more .room {
    display: inline-block;
    max-width: 100%;
    max-height: 3em;
    overflow: hidden;
    vertical-align: bottom;
  }
  :host([landscape]) .more .room {
    max-height: 1.5em;
  }
  /* The clock stands to the right of it. */
  :host([landscape]) h1 {
    margin-right: calc(var(--u) * 20);
  }
`;
