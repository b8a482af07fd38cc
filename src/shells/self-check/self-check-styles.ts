import { css } from 'lit';

export const selfCheckStyles = css`
  :host {
    --step: calc(0.55vmin + 0.26vmax);
    min-height: 100vh;
    padding: calc(var(--step) * 4) calc(var(--step) * 4) calc(var(--step) * 6);
    background: var(--paper);
    font-size: calc(var(--step) * 2.1);
  }
  /* Nobody comes as near to a television as to a kiosk. */
  :host([far]) {
    --step: calc(0.75vmin + 0.36vmax);
  }
  main {
    max-width: calc(var(--step) * 150);
    margin: 0 auto;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .back,
  button.plain {
    display: inline-block;
    min-height: 44px;
    padding: calc(var(--step) * 0.8) 0;
    background: none;
    color: var(--pine);
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  h1 {
    display: flex;
    align-items: center;
    margin-top: calc(var(--step) * 1);
    font-size: calc(var(--step) * 4.4);
    font-weight: 900;
    line-height: 1.3;
  }
  h1 svg {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin-right: 0.4em;
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .good svg {
    color: var(--pine);
  }
  .mind svg,
  .bad svg {
    color: var(--cinnabar);
  }
  .groups {
    column-count: 2;
    column-gap: calc(var(--step) * 3);
    margin-top: calc(var(--step) * 3);
  }
  section {
    margin-bottom: calc(var(--step) * 3);
    break-inside: avoid;
    padding: calc(var(--step) * 2.4) calc(var(--step) * 3);
    border-radius: calc(var(--step) * 2.4);
    background: var(--card);
  }
  h2 {
    font-size: calc(var(--step) * 2.6);
    font-weight: 900;
  }
  .check {
    display: grid;
    grid-template-columns: 1fr auto;
    grid-column-gap: 1em;
    padding: calc(var(--step) * 1.3) 0;
    border-top: 1px solid var(--rule);
  }
  h2 + dl {
    margin-top: calc(var(--step) * 1.2);
  }
  dt {
    font-weight: 700;
  }
  .verdict {
    display: flex;
    align-items: center;
    font-weight: 700;
  }
  .verdict svg {
    width: 1.2em;
    height: 1.2em;
    margin-right: 0.35em;
  }
  .good .verdict {
    color: var(--pine);
  }
  .mind .verdict,
  .bad .verdict {
    color: var(--cinnabar);
  }
  .found {
    grid-column: 1 / -1;
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .remedy {
    grid-column: 1 / -1;
    margin-top: calc(var(--step) * 0.6);
    padding: calc(var(--step) * 0.9) calc(var(--step) * 1.4);
    border-radius: calc(var(--step) * 1.2);
    background: var(--wheat);
  }
  .way {
    display: table;
    margin-top: calc(var(--step) * 1);
    text-decoration: none;
  }
  button,
  .way {
    min-height: 44px;
    padding: calc(var(--step) * 1.2) calc(var(--step) * 4);
    border-radius: calc(var(--step) * 2);
    background: var(--pine);
    color: var(--white);
    font-weight: 700;
  }
  button:active,
  .way:active {
    transform: translateY(2px);
    filter: brightness(0.86);
  }
  a:focus,
  button:focus {
    outline: calc(var(--step) * 0.4) solid var(--ink);
    outline-offset: 3px;
  }
  @media (orientation: portrait) {
    :host {
      --step: calc(1vmin + 0.16vmax);
    }
    .groups {
      column-count: 1;
    }
  }
  @media (max-width: 600px) {
    :host {
      --step: 8px;
    }
  }
`;
