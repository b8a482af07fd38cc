import { css } from 'lit';

/** How home is laid out, upright and lying. */
export const homeStyles = css`
  :host {
    /* Larger type is half as large again: on home more would be taken from what there is to say. */
    --grown: min(var(--larger), 1.5);
    --text: calc(var(--u) * 10.9 * var(--grown));
    --text-small: calc(var(--u) * 9.2 * var(--grown));
    --text-large: calc(var(--u) * 13.2 * var(--grown));
    --text-title: calc(var(--u) * 15 * var(--grown));
    display: flex;
    flex-direction: column;
    --tile-text: calc(var(--u) * 10.8 * var(--grown));
    font-size: var(--text);
  }
  .today,
  .ways {
    display: contents;
  }
  ll-kiosk-date,
  ll-kiosk-notice-line,
  ll-kiosk-open-call,
  ll-kiosk-next-card {
    flex: none;
  }
  ll-kiosk-meal-card {
    /* It holds one dish at the least; with room for two nothing else makes way. */
    --dishes-basis: 0px;
    flex: 1 0 auto;
    min-height: calc(var(--u) * 78 * var(--grown));
    margin-top: var(--gap);
  }
  ll-kiosk-next-card {
    margin-top: calc(var(--u) * 7);
  }
  /* Upright, what is said of now stands above what there is to eat. */
  ll-kiosk-meal-card,
  ll-kiosk-next-card,
  .tiles {
    order: 1;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    flex: 0 100 auto;
    min-height: calc(var(--u) * 82);
    grid-auto-rows: minmax(calc(var(--u) * 38), calc(var(--u) * 48));
    grid-gap: var(--gap) calc(var(--u) * 4);
    margin-top: calc(var(--u) * 7);
  }
  .tiles[data-count='0'],
  .tiles[data-count='1'],
  .tiles[data-count='2'],
  .tiles[data-count='3'] {
    min-height: 0;
  }
  .tiles[data-count='1'] {
    grid-template-columns: 1fr;
  }
  .tiles[data-count='2'],
  .tiles[data-count='4'] {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .tiles[data-count='5'] {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  .tiles[data-count='5'] ll-tile {
    grid-column: span 2;
  }
  .tiles[data-count='5'] ll-tile:nth-child(n + 4) {
    grid-column: span 3;
  }
  :host([landscape]) {
    flex-direction: row;
  }
  :host([landscape]) .today,
  :host([landscape]) .ways {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  :host([landscape]) .ways {
    margin-left: calc(var(--u) * 7);
  }
  /* What stands first in a column has no room above it. */
  :host([landscape]) .ways {
    margin-top: calc(-1 * var(--gap));
  }
  :host([landscape]) ll-kiosk-next-card {
    margin-top: var(--gap);
  }
  :host([landscape]) .tiles {
    flex: 1 0 auto;
    min-height: 0;
    grid-auto-rows: minmax(calc(var(--u) * 30), 1fr);
  }
`;
