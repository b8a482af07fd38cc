import { css } from 'lit';

/** The dishes, and beside them where there is room what goes with them and how far it has come. */
export const menuEditorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .head {
    row-gap: 0.5rem;
  }
  .removed {
    background: var(--paper);
  }
  .side {
    display: contents;
  }
  @media (min-width: 60rem) {
    :host {
      grid-template-columns: minmax(0, 1.9fr) minmax(19rem, 1fr);
      align-items: start;
      gap: 1rem;
    }
    ll-staff-menu-conflict {
      grid-column: 1 / -1;
    }
    .side {
      position: sticky;
      top: 1rem;
      display: flex;
      flex-direction: column;
      gap: 1rem;
    }
    ll-staff-lasting-prices,
    ll-staff-publish-bar {
      order: -1;
    }
  }
`;
