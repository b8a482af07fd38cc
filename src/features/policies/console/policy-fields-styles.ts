import { css } from 'lit';

/** The sheet of a policy: its groups of fields, and lines that can be moved and removed. */
export const policyFieldsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.5rem;
    align-items: start;
  }
  .line > div:first-child {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0.75rem;
  }
  textarea {
    display: block;
    resize: vertical;
    line-height: 1.5;
    field-sizing: content;
    min-height: 4.5rem;
  }
  .sign {
    display: flex;
  }
  .add {
    justify-self: start;
  }
  #english {
    justify-self: start;
  }
`;
