import { css } from 'lit';

/**
 * What every element of the console stands on: its colours, headings, drawings, kinds of text, and the mark of the focus.
 * Sized in rem, not millimetres: staff sit at their own screens and set their own zoom.
 */
export const textStyles = css`
  :host {
    --line: #efe4ce;
    --edge: #8a7b66;
    --pine-tint: #e2efe7;
    --pine-deep: #1b4a3a;
    --cinnabar-tint: #fbe9e2;
    --radius: 1.125rem;
    color: var(--ink);
    font-size: 1.0625rem;
    line-height: 1.5;
    /* A name somebody wrote without a place to break it is broken before it pushes anything off the glass. */
    overflow-wrap: anywhere;
  }
  /* What is pressed, and a figure, holds together as long as there is room on the glass at all. */
  button,
  .button,
  .chip,
  .num,
  .figure {
    overflow-wrap: break-word;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Words in the other language, on whatever page: what a field takes over from its page has no say in it. */
  [lang='en']:not(code) {
    font-family: 'English Marks', var(--han) !important;
  }
  [lang='zh-CN'] {
    font-family: var(--han) !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
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
  h2 {
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.4;
  }
  svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .soft {
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }
  .strong {
    font-weight: 700;
  }
  .figure {
    font-size: 1.5rem;
    font-weight: 900;
    font-variant-numeric: tabular-nums;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  a:focus-visible,
  button:focus-visible,
  summary:focus-visible,
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible,
  [tabindex]:focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  /* Out of every scroller: one that stood absolute in a row of days widened the page by the whole row. */
  .sr {
    position: fixed;
    left: 0;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
