import { css } from 'lit';
import { sentenceStyles } from '../../../ui/kiosk/page-styles.ts';

/** The ✓ and the other pages of one sentence, and what can be done from there. */
export const doneStyles = [
  sentenceStyles,
  css`
    .drawn {
      display: flex;
      flex: 0 1 calc(var(--u) * 88);
      align-items: center;
      justify-content: center;
      width: 100%;
      min-height: 0;
      overflow: hidden;
    }
    /* In the largest type English has more lines: it reaches up to the clock, and stands beside it. */
    :host(:not([landscape])) .drawn:lang(en) {
      padding-right: max(0px, min(calc(var(--u) * 76), calc((var(--larger) - 1.45) * 4000px)));
    }
    .tick {
      display: flex;
      align-items: center;
      justify-content: center;
      flex: none;
      width: calc(var(--u) * 58);
      height: calc(var(--u) * 58);
      border-radius: 50%;
      background: var(--pine);
      color: var(--white);
    }
    .tick svg {
      width: 66%;
      height: 66%;
      stroke-width: 9;
    }
    .tree {
      flex: 0 1 auto;
      min-width: 0;
      width: calc(var(--u) * 104);
      height: calc(var(--u) * 78);
      margin-left: calc(var(--u) * 14);
      color: #6b4a2b;
    }
    .leaf {
      fill: var(--pine);
      stroke: var(--paper);
      stroke-width: 0.8;
    }
    .leaf.new {
      fill: var(--amber);
      stroke: var(--ink);
      stroke-width: 1.2;
    }
    .said {
      flex: none;
      max-width: 100%;
      font-size: var(--text-large);
      line-height: 1.4;
    }
    .done h1 {
      min-height: 0;
      margin: calc(var(--u) * 5) 0 calc(var(--u) * 2);
      padding: 0;
      font-size: calc(var(--u) * 21);
      line-height: 1.25;
    }
    .done .what,
    .done .where {
      font-size: var(--text-title);
      font-weight: 700;
      line-height: 1.4;
    }
    .done .where > * {
      display: inline-block;
    }
    /* What is very long is cut where it would take the room of what else is said; when it begins is not. */
    .drawn ~ .said .what {
      word-break: break-word;
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      /* One line of the largest type. */
      max-height: max(1.4em, calc((1.45 - var(--larger)) * 4000px));
    }
    .done .where b {
      display: inline-block;
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      vertical-align: bottom;
      white-space: nowrap;
    }
    .done .count {
      font-size: var(--text-large);
      color: var(--ink-soft);
    }
    .done .count b {
      padding: 0 calc(var(--u) * 2);
      font-size: calc(var(--u) * 24);
      font-weight: 900;
      line-height: 1.2;
      color: var(--ink);
    }
    /* What is large already grows less, so that all of it and all that can be done stand on one sheet. */
    .done,
    .ways {
      --text: calc(var(--u) * 10.9 * min(var(--larger), 1.2));
      --text-large: calc(var(--u) * 13.2 * min(var(--larger), 1.2));
      --text-title: calc(var(--u) * 15 * min(var(--larger), 1.2));
    }
    :host([landscape]) .done,
    :host([landscape]) .ways {
      --text: calc(var(--u) * 10.9);
      --text-large: calc(var(--u) * 12);
      --text-title: calc(var(--u) * 14);
    }
    /* One way more stands below: what is drawn makes room for it. */
    .crowded .tick {
      width: calc(var(--u) * 30);
      height: calc(var(--u) * 30);
    }
    .crowded .tree {
      display: none;
    }
    .crowded h1 {
      margin-top: calc(var(--u) * 2);
    }
    .done.crowded .count b {
      font-size: calc(var(--u) * 16);
    }
    :host([landscape]) .done {
      flex-direction: row;
    }
    :host([landscape]) .said {
      flex: 0 1 auto;
      min-width: 0;
    }
    :host([landscape]) .drawn ~ .said .what {
      -webkit-line-clamp: 1;
    }
    :host([landscape]) .drawn ~ .said {
      flex: 1;
      text-align: left;
    }
    /* The clock stands to the right of it. */
    :host([landscape]) .drawn ~ .said h1 {
      padding-right: calc(var(--u) * 84);
      font-size: calc(var(--u) * 18);
    }
    :host([landscape]) .done .where b {
      max-width: 60%;
    }
    :host([landscape]) .done h1 {
      margin-top: 0;
    }
    :host([landscape]) .done .count b {
      font-size: calc(var(--u) * 16);
    }
    :host([landscape]) .crowded {
      --text-large: calc(var(--u) * 11);
      --text-title: calc(var(--u) * 12);
    }
    :host([landscape]) .crowded h1 {
      margin: 0;
      font-size: calc(var(--u) * 17);
    }
    :host([landscape]) .crowded p {
      line-height: 1.25;
    }
    :host([landscape]) .drawn {
      align-self: stretch;
      flex: 0 0 calc(var(--u) * 110);
      flex-direction: column;
      margin-right: calc(var(--u) * 10);
    }
    :host([landscape]) .tree {
      flex: 0 1 calc(var(--u) * 78);
      min-height: 0;
      margin: calc(var(--u) * 4) 0 0;
    }
    .ways {
      display: grid;
      flex: none;
      grid-template-columns: 1fr 1fr;
      grid-gap: calc(var(--u) * 5);
      width: 100%;
      margin-top: var(--gap);
    }
    .ways ll-button {
      min-height: calc(var(--u) * 26);
      word-break: keep-all;
    }
    .ways .keep,
    .ways ll-own-comfort {
      min-height: calc(var(--u) * 24);
      --button-text: var(--text);
    }
    :host(:not([landscape])) .ways .wide {
      grid-column: 1 / -1;
    }
    :host(:not([landscape])) .ways ll-own-comfort:not([hidden]) + .keep {
      grid-column: auto;
    }
    /* As many beside each other as go into a row, and those of each row as wide as it. */
    :host([landscape]) .ways {
      display: flex;
      flex-wrap: wrap;
      width: auto;
      margin: calc(var(--u) * 2) calc(var(--u) * -2) calc(var(--u) * -2);
    }
    :host([landscape]) .ways > * {
      --text-small: calc(var(--u) * 9.2 * min(var(--larger), 1.2));
      flex: 1 1 calc(var(--u) * 98);
      min-width: 0;
      min-height: calc(var(--u) * 25);
      margin: calc(var(--u) * 2);
    }
  `,
];
