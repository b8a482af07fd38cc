import { css } from 'lit';

/** The console's frame: beside its navigation where there is room, above it on a phone. */
export const shellStyles = css`
  :host {
    --console-bottom: 0px;
    display: block;
    min-height: 100vh;
    background: var(--paper);
    /* KeepInPlace does this, also at the very top, where browsers do not. */
    overflow-anchor: none;
  }
  .page {
    min-height: calc(100vh + var(--pushed, 0px));
    max-width: 78rem;
    margin: 0 auto;
    padding: 0 1rem 1rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    justify-content: space-between;
    padding: 1rem 0.25rem 0.5rem;
  }
  h1 {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 900;
    line-height: 1.3;
  }
  h1[tabindex]:focus-visible {
    outline: none;
  }
  h1 span {
    font-weight: 700;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  /* Calls for help stay in sight over whatever is being done. */
  ll-staff-help-calls {
    position: sticky;
    top: 0.5rem;
    z-index: 1;
  }
  .columns,
  .columns > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .section > .actions {
    margin-bottom: 0.75rem;
  }
  .columns > .whole {
    grid-column: 1 / -1;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }
  @media (max-width: 23rem) {
    .ways {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .ways a {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-height: 3.5rem;
    padding: 0 1rem;
    border: 1px solid var(--edge);
    border-radius: 0.875rem;
    background: var(--card);
    color: var(--ink);
    font-weight: 700;
    text-decoration: none;
  }
  .ways a:active {
    background: var(--wheat);
  }
  .switch {
    min-width: 0;
    max-width: 100%;
    font-weight: 500;
  }
  .switch span {
    max-width: 8rem;
    overflow: hidden;
    color: var(--ink-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .back {
    margin: 0 0 0.75rem;
  }
  .skip {
    position: fixed;
    top: 0.5rem;
    left: 0.5rem;
    z-index: 3;
    padding: 0.75rem 1rem;
    border-radius: 0.75rem;
    background: var(--ink);
    color: var(--paper);
    opacity: 0;
    pointer-events: none;
  }
  .skip:focus {
    opacity: 1;
    pointer-events: auto;
  }
  @media (max-width: 59.99rem) {
    :host {
      --console-bottom: calc(3.75rem + 1px + env(safe-area-inset-bottom));
      padding-bottom: calc(4.5rem + env(safe-area-inset-bottom));
    }
  }
  @media (min-width: 60rem) {
    .ways:not(.always) {
      display: none;
    }
    :host {
      display: grid;
      grid-template-columns: 13rem minmax(0, 1fr);
    }
    .page {
      width: 100%;
      padding: 0.75rem 2rem 2rem;
    }
    ll-staff-sign-in {
      grid-column: 1 / -1;
    }
    h1 {
      font-size: 1.875rem;
    }
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1rem;
    }
    .columns > div,
    main {
      gap: 1rem;
    }
  }
  /* On paper stands what somebody prints, and no way to anywhere else. */
  @media print {
    :host {
      display: block;
      padding: 0;
      background: none;
    }
    .page {
      padding: 0;
    }
    nav,
    .skip,
    main > :not(.section) {
      display: none;
    }
  }
`;
