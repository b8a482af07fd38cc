import { css } from 'lit';

/** The console's frame: navigation at the bottom of a phone, at the side of anything wider. */
export const shellStyles = css`
  :host {
    --console-bottom: 0px;
    display: block;
    min-height: 100vh;
    background: var(--paper);
    /* HoldStill does this, also at the very top, where browsers do not. */
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

  .brand {
    display: none;
  }
  nav {
    position: fixed;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 2;
    padding-bottom: env(safe-area-inset-bottom);
    border-top: 1px solid #e7dac0;
    background: var(--card);
  }
  nav ul {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
  nav a {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 0.125rem;
    align-items: center;
    justify-content: center;
    min-height: 3.75rem;
    color: var(--ink-soft);
    font-size: 0.875rem;
    font-weight: 500;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
  }
  nav a:focus-visible {
    outline-offset: -4px;
  }
  nav a[aria-current] {
    color: var(--cinnabar);
    font-weight: 900;
  }
  nav a[aria-current]::before {
    position: absolute;
    top: -1px;
    left: 22%;
    width: 56%;
    height: 3px;
    border-radius: 0 0 3px 3px;
    background: var(--cinnabar);
    content: '';
  }
  .badge {
    position: absolute;
    top: 0.375rem;
    left: calc(50% + 0.5rem);
    min-width: 1.375rem;
    padding: 0 0.3125rem;
    border-radius: 99px;
    background: var(--cinnabar);
    color: #fff;
    font-size: 0.875rem;
    line-height: 1.375rem;
    text-align: center;
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
  }

  @media (max-width: 59.99rem) {
    :host {
      --console-bottom: calc(3.75rem + 1px + env(safe-area-inset-bottom));
      padding-bottom: calc(4.5rem + env(safe-area-inset-bottom));
    }
  }
  @media (min-width: 60rem) {
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
    nav {
      position: sticky;
      top: 0;
      right: auto;
      bottom: auto;
      height: 100vh;
      padding: 1.25rem 0.75rem;
      border-top: 0;
      border-right: 1px solid #e7dac0;
    }
    .brand {
      display: block;
      padding: 0 0.75rem 1rem;
      color: var(--cinnabar);
      font-size: 1.25rem;
      font-weight: 900;
    }
    nav ul {
      grid-auto-flow: row;
      gap: 0.25rem;
    }
    nav a {
      flex-direction: row;
      gap: 0.75rem;
      justify-content: flex-start;
      min-height: 3rem;
      padding: 0 0.75rem;
      border-radius: 0.75rem;
      font-size: 1.0625rem;
    }
    nav a:hover {
      background: #f6edda;
    }
    nav a[aria-current] {
      background: #fbe9e2;
    }
    nav a[aria-current]::before {
      display: none;
    }
    .badge {
      position: static;
      margin-left: auto;
    }
  }
`;
