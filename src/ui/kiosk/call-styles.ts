import { css } from 'lit';

/** Somebody is asked to come, or to ring: what has become of it, under a sign, and beside it, where the glass lies, what can be pressed. */
export const callStyles = css`
  .call > :not(.sign) {
    flex: none;
    max-width: 100%;
  }
  :host([landscape]) .ways {
    flex: 3;
    min-width: 0;
    align-content: center;
    /* The clock stands above it. */
    padding-top: calc(var(--u) * 24);
    margin: 0 0 0 calc(var(--u) * 12);
  }
`;
