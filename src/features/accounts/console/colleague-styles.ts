import { css } from 'lit';

export const colleagueStyles = css`
  .stack,
  form {
    display: grid;
    gap: 0.75rem;
  }
  section + section {
    margin-top: 1rem;
    padding-top: 1rem;
    border-top: 1px solid var(--line);
  }
  section .actions {
    margin-top: 0.625rem;
  }
  .question {
    overflow-wrap: anywhere;
  }
`;
