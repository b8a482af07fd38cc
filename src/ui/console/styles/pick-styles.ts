import { css } from 'lit';

/** A file's field under a button: it is pressed, dropped on and focused as the field that it is. */
export const pickStyles = css`
  .pick {
    position: relative;
  }
  .pick input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .pick input:focus + .button {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .pick input:focus:not(:focus-visible) + .button {
    outline: none;
  }
`;
