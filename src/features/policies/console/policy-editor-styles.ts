import { css } from 'lit';

/** A policy that is written, and beside it where there is room the kiosk’s page of it. */
export const policyEditorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .main,
  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .bar {
    position: sticky;
    bottom: var(--console-bottom, 0px);
    z-index: 1;
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1.125rem;
    border-radius: var(--radius);
    background: var(--card);
    box-shadow:
      0 0 0 1px #e7dac0,
      0 -4px 16px rgb(34 28 21 / 0.08);
  }
  .note > svg:first-child + span {
    flex: 1 1 11rem;
  }
  .bar.idle {
    position: static;
    box-shadow: none;
  }
  .bar .primary {
    flex: 1 1 8rem;
  }
  .collision {
    display: grid;
    gap: 0.5rem;
    padding: 0.625rem 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  ll-policy-preview {
    max-width: 22rem;
  }
  @media (min-width: 60rem) {
    :host {
      grid-template-columns: minmax(0, 1.7fr) minmax(18rem, 1fr);
      align-items: start;
      gap: 1rem;
    }
    .wide {
      grid-column: 1 / -1;
    }
    .side {
      position: sticky;
      top: 1rem;
    }
  }
`;
