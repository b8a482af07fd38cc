import { css } from 'lit';

/** The console's navigation: at the bottom of a phone, at the side of anything wider. */
export const navigationStyles = css`
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
  nav a[aria-current],
  nav a.around {
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
  @media (max-width: 59.99rem) {
    nav li.beyond {
      display: none;
    }
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
  @media (min-width: 60rem) {
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
    nav a.around {
      color: var(--ink-soft);
      font-weight: 500;
    }
    nav a[aria-current] {
      background: #fdf5f0; /* 7.0 with cinnabar */
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
