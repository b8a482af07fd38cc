import { css } from 'lit';

/** A playlist being put together: what is in it, and below what may be added. */
export const playlistSheetStyles = css`
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.375rem 0.75rem;
    align-items: center;
    padding: 0.625rem 0;
  }
  li .tools {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.5rem;
    align-items: center;
  }
  li input {
    width: 5.5rem;
  }
  li select {
    width: auto;
  }
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .picks button {
    flex-direction: column;
    justify-content: flex-start;
    width: 7.5rem;
    padding: 0.5rem;
    font-size: 0.875rem;
    font-weight: 500;
  }
  .picks span:last-child {
    width: 100%;
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 700;
    overflow-wrap: anywhere;
  }
`;
