import { css } from 'lit';

/** Dishes to choose from: a finger hits any of their rows. */
export const dishPickerStyles = css`
  .found {
    margin-top: 0.5rem;
  }
  .note {
    margin-top: 0.5rem;
  }
  li button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.75rem;
    width: 100%;
    min-height: 3.25rem;
    border-radius: 0.5rem;
    background: transparent;
    text-align: left;
    font-size: 1.0625rem;
  }
  li button:hover {
    background: var(--line);
  }
  li .new {
    grid-template-columns: minmax(0, 1fr) auto;
    color: var(--cinnabar);
  }
  .what {
    overflow-wrap: anywhere;
  }
  .what .soft {
    font-weight: 500;
  }
  [aria-pressed='true'] {
    color: var(--pine-deep);
  }
  [aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
`;
