import { css } from 'lit';

/** A course's fields, two beside each other where both are short. */
export const courseSheetStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
    align-items: end;
  }
  .wide {
    grid-column: 1 / -1;
  }
  legend {
    padding: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .weekdays {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
  }
  .notes {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.75rem;
  }
  details .fields {
    margin-top: 0.5rem;
  }
`;
