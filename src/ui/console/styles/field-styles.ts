import { css } from 'lit';

/** What is filled in, with its label; a wrong one is `aria-invalid`; several stand in a `stack`. */
export const fieldStyles = css`
  label,
  .label {
    display: block;
    font-size: 0.9375rem;
    font-weight: 500;
    color: var(--ink-soft);
    margin-bottom: 0.25rem;
    line-height: 1.35;
  }
  /* No weightier than its tag, so that whoever wants one narrower says so in one class; what is ticked takes it back below. */
  input,
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
    padding-right: 0.5rem;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.375rem;
    min-height: 0;
    height: 1.375rem;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
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
  .stack {
    display: grid;
    gap: 0.75rem;
  }
`;
