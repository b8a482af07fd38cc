import { css } from 'lit';

/** The form that takes a glass in. */
export const pairStyles = css`
  form {
    display: grid;
    gap: 1rem;
  }
  #code {
    min-height: 4rem;
    font-size: 2rem;
    font-weight: 900;
    letter-spacing: 0.35em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  fieldset {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
`;
