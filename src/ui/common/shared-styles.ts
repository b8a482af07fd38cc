import { css } from 'lit';

/** What every element of a face starts from: shadow roots do not see the document's rules. */
export const reset = css`
  :host {
    box-sizing: border-box;
    display: block;
    color: var(--ink);
    font-family: var(--font);
    line-height: 1.5;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button {
    font: inherit;
    color: inherit;
    border: 0;
    margin: 0;
  }
  svg {
    display: block;
  }
  /* Words in the other language, on whatever page: what a field takes over from its page has no say in it. */
  [lang='en'] {
    font-family: 'English Marks', var(--han) !important;
  }
  [lang='zh-CN'] {
    font-family: var(--han) !important;
  }
`;

/** Words for those who listen, not shown. */
export const heard = css`
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What a pressable thing does under a finger or the keyboard; for the elder-sized controls of a kiosk. */
export const pressable = css`
  button {
    cursor: default;
    outline: 0;
    -webkit-tap-highlight-color: transparent;
    touch-action: none;
    user-select: none;
    transition: none;
  }
  button:focus {
    box-shadow:
      0 0 0 calc(var(--u) * 1.2) var(--paper),
      0 0 0 calc(var(--u) * 2.4) var(--ink);
  }
  button:focus:not(:focus-visible) {
    box-shadow: none;
  }
  /* Light becomes dark and dark light, in its own colour: 3:1 on every kind of button. */
  button:active,
  button[data-pressed] {
    transform: translateY(calc(var(--u) * 0.8));
    filter: invert(0.9) hue-rotate(180deg);
  }
`;
