import { css } from 'lit';

/** Who asks for a person: it stands out from all else, an emergency from every other call. */
export const helpCallsStyles = css`
  .calls {
    padding: 0.875rem 1.125rem 0.375rem;
    border: 3px solid var(--cinnabar);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: 0 0.375rem 1rem rgb(34 28 21 / 0.22);
  }
  .calls.waiting {
    border-left-width: 0.875rem;
  }
  /* It stays in sight, and what scrolls under it does not show through. */
  .nothing {
    padding: 0.75rem 1.125rem;
    border-radius: var(--radius);
    background: var(--card);
  }
  /* A finger on its way to something else does not press what has just come under it. */
  .calls {
    animation: arrive 700ms;
  }
  @keyframes arrive {
    from,
    to {
      pointer-events: none;
    }
  }
  h2 {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    color: var(--cinnabar);
    font-weight: 900;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.5rem 0;
  }
  li.emergency {
    margin: 0.25rem 0;
    padding: 0.75rem 1rem;
    border-radius: 0.875rem;
    background: var(--alarm);
    color: #fff;
  }
  li.emergency .soft {
    color: #fff;
  }
  .place {
    font-size: 1.25rem;
    font-weight: 900;
  }
  .calls.waiting h2 svg {
    animation: nod 1.2s ease-in-out 3;
  }
  @keyframes nod {
    50% {
      transform: rotate(-14deg) scale(1.15);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .calls.waiting h2 svg {
      animation: none;
    }
  }
  .note,
  .forgotten {
    margin: 0.75rem 0;
  }
  .forgotten h2 {
    color: var(--ink);
    font-size: 1.0625rem;
  }
`;
