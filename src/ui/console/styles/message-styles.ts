import { css } from 'lit';

/** What is told in between: a problem, a note, that there is nothing. */
export const messageStyles = css`
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
  .note > svg:first-child + span {
    flex: 1 1 0;
    min-width: 0;
  }
  /* A quiet button's own wheat is none on a note's. */
  .note button:not([class]):enabled,
  .note .button:not(.primary) {
    background: var(--card);
    border-color: var(--edge);
  }
  .note.warn {
    background: var(--amber);
  }
  .note.ok {
    background: var(--pine-tint);
    color: var(--pine-deep);
  }
  .head + .note,
  .head + .problem {
    margin-top: 0.625rem;
  }
  .nothing {
    padding: 0.75rem 0;
    color: var(--ink-soft);
  }
`;
