import { css } from 'lit';

/**
 * The look of what staff touch: cards, rows, buttons, chips and fields, in the colours of tokens.css.
 * Sized in rem, not millimetres: staff sit at their own screens and set their own zoom.
 */
export const consoleStyles = css`
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

  .card {
    background: var(--card);
    border-radius: var(--radius);
    padding: 1rem 1.125rem;
    box-shadow: 0 1px 0 #e7dac0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 0.75rem;
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
  .rows > * {
    min-height: 3.25rem;
    border-top: 1px solid var(--line);
  }
  .head + .rows,
  h2 + .rows {
    margin-top: 0.625rem;
  }

  .chip {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    padding: 0.125rem 0.75rem;
    border-radius: 99px;
    font-size: 0.875rem;
    font-weight: 500;
    background: var(--wheat);
    color: var(--ink);
  }
  .chip.ok {
    background: var(--pine-tint);
    color: var(--pine-deep);
  }
  .chip.warn {
    background: var(--amber);
    color: var(--ink);
  }
  .chip.alert {
    background: var(--cinnabar);
    color: #fff;
  }

  button,
  .button {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
    margin: 0;
    padding: 0.25rem 0.875rem;
    border: 2px solid transparent;
    border-radius: 0.75rem;
    background: var(--wheat);
    color: var(--ink);
    font: inherit;
    font-size: 1rem;
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:active {
    transform: translateY(2px);
    filter: brightness(0.94);
  }
  button:disabled {
    color: var(--ink-soft);
    background: transparent;
    border-color: #c9bba2;
    cursor: default;
    transform: none;
    filter: none;
  }
  button.bare:disabled {
    border-color: transparent;
    opacity: 0.4;
  }
  .primary:not(:disabled) {
    background: var(--cinnabar);
    color: #fff;
  }
  .confirm:not(:disabled) {
    background: var(--pine);
    color: #fff;
  }
  .outline:not(:disabled) {
    background: var(--card);
    border-color: var(--cinnabar);
    color: var(--cinnabar);
  }
  .bare:not(:disabled) {
    background: transparent;
    color: var(--ink);
  }
  .bare:not(:disabled):hover {
    background: var(--line);
  }
  .go {
    width: 100%;
    min-height: 3.5rem;
    border-radius: 1rem;
    font-size: 1.25rem;
    font-weight: 900;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  label,
  .label {
    display: block;
    font-size: 0.9375rem;
    font-weight: 500;
    color: var(--ink-soft);
    margin-bottom: 0.25rem;
    line-height: 1.35;
  }
  input:not([type='checkbox']):not([type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 2px solid var(--edge);
    border-radius: 0.75rem;
    background: #fff;
    color: var(--ink);
    font: inherit;
    font-size: 1.0625rem;
  }
  select {
    padding-right: 0.5rem !important;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1.375rem;
    height: 1.375rem;
    margin: 0;
    accent-color: var(--pine);
  }
  .tick {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2.75rem;
    margin: 0;
    padding-right: 0.5rem;
    color: var(--ink);
    font-size: 1rem;
    cursor: pointer;
  }
  [aria-invalid='true'] {
    border-color: var(--cinnabar) !important;
    background: var(--cinnabar-tint) !important;
  }
  .problem {
    display: flex;
    gap: 0.375rem;
    align-items: flex-start;
    color: var(--cinnabar);
    font-size: 0.9375rem;
    font-weight: 500;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    border-radius: 0.875rem;
    background: var(--wheat);
  }
  .note.warn {
    background: var(--amber);
  }
  .note.ok {
    background: var(--pine-tint);
    color: var(--pine-deep);
  }
  .nothing {
    padding: 0.75rem 0;
    color: var(--ink-soft);
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
  summary {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 2.75rem;
    border-radius: 0.5rem;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    width: 1em;
    height: 1em;
    transform: rotate(-90deg);
  }
  details[open] > summary svg {
    transform: rotate(90deg);
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 100ms;
    }
  }
`;
