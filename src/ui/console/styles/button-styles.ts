import { css } from 'lit';

/** What is pressed: `primary` changes what others see, `confirm` goes on, `outline` takes something away, `bare` is a mere sign. */
export const buttonStyles = css`
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
  .button[aria-current] {
    background: var(--ink);
    color: var(--paper);
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
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 100ms;
    }
  }
`;
