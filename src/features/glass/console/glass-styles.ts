import { css } from 'lit';

/** A glass: a small picture of it, and beside that what it says. */
export const glassStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .glass {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: 0.875rem;
    align-items: center;
    margin-top: 0.625rem;
  }
  .glass.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .picture {
    display: flex;
    flex-direction: column;
    gap: 0.1875rem;
    height: 4.25rem;
    padding: 0.4375rem 0.5625rem;
    border-radius: 0.5rem;
    background: var(--night);
    color: var(--cream);
    font-size: 0.5625rem;
    font-weight: 700;
    line-height: 1.4;
    overflow: hidden;
  }
  .picture div {
    display: flex;
    justify-content: space-between;
    gap: 0.25rem;
    white-space: nowrap;
  }
  .picture span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .picture i {
    flex: none;
    color: var(--gold);
    font-style: normal;
  }
  .picture.stale {
    opacity: 0.6;
  }
  .picture.blank {
    border: 2px dashed var(--edge);
    background: transparent;
    opacity: 1;
  }
  .words {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
`;
