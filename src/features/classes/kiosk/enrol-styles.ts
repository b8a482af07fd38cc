import { css } from 'lit';
import { sentenceStyles } from '../../../ui/kiosk/page-styles.ts';

/** What became of a wish, and what can be done from there. */
export const enrolStyles = [
  sentenceStyles,
  css`
    .tick {
      display: flex;
      align-items: center;
      justify-content: center;
      flex: none;
      width: calc(var(--u) * 60);
      height: calc(var(--u) * 60);
      margin-bottom: calc(var(--u) * 8);
      border-radius: 50%;
      background: var(--pine);
      color: var(--white);
    }
    .tick svg {
      width: 66%;
      height: 66%;
      stroke-width: 9;
    }
    .done h1 {
      min-height: 0;
      margin-bottom: calc(var(--u) * 3);
      padding: 0;
      font-size: max(calc(var(--u) * 22), var(--text-title));
    }
    .what {
      font-size: var(--text-title);
      font-weight: 700;
      line-height: 1.4;
    }
    .more {
      margin-top: calc(var(--u) * 5);
      font-size: var(--text-large);
      line-height: 1.5;
    }
    :host([landscape]) .done {
      flex-direction: row;
    }
    :host([landscape]) .tick {
      margin: 0 calc(var(--u) * 16) 0 0;
    }
    .ways {
      display: grid;
      flex: none;
      grid-template-columns: 1fr 1fr;
      grid-gap: var(--gap);
      margin-top: var(--gap);
    }
    .ways ll-button {
      min-height: calc(var(--u) * 34);
    }
    .ways ll-own-comfort {
      min-height: calc(var(--u) * 24);
      --button-text: var(--text);
    }
    .ways .wide {
      grid-column: 1 / -1;
    }
  `,
];
