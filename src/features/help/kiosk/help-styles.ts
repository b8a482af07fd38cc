import { css } from 'lit';
import { callStyles } from '../../../ui/kiosk/call-styles.ts';
import { sentenceStyles } from '../../../ui/kiosk/page-styles.ts';

/** A call for help: one sign, one sentence, what to do, and below that what can be pressed. */
export const helpStyles = [
  sentenceStyles,
  callStyles,
  css`
    .call {
      /* The clock stands above it. */
      padding-top: calc(var(--u) * 20);
    }
    .sign circle {
      fill: var(--cinnabar);
    }
    .sign.coming circle {
      fill: var(--pine);
    }
    .sign.away circle {
      fill: var(--amber);
    }
    .sign.away {
      color: var(--ink);
    }
    .sign.emergency circle {
      fill: var(--alarm);
    }
    .call h1 {
      min-height: 0;
      padding: 0;
      margin-bottom: calc(var(--u) * 2);
      font-size: calc(var(--text) * 1.7);
      line-height: 1.2;
    }
    .call p {
      font-size: calc(var(--text) * 1.1);
      line-height: 1.5;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      margin-top: calc(var(--u) * 4);
    }
    .phone {
      margin: 0 calc(var(--u) * 6);
    }
    dt {
      font-size: var(--text-small);
      line-height: 1.2;
      color: var(--ink-soft);
    }
    dd {
      /* Thirteen figures in one line, however large the type. */
      font-size: min(calc(var(--text) * 1.9), calc(var(--u) * 25));
      font-weight: 900;
      line-height: 1.2;
      white-space: nowrap;
    }
    .ways {
      display: grid;
      flex: none;
      grid-gap: var(--gap);
      margin-top: var(--gap);
    }
    .ways ll-button {
      min-height: calc(var(--u) * 32);
    }
    .ways .emergency {
      word-break: keep-all;
      --button-text: var(--text-title);
    }
    :host([landscape]) {
      flex-direction: row;
      align-items: stretch;
    }
    :host([landscape]) .call {
      flex: 5;
      min-width: 0;
      padding: 0;
    }
    :host([landscape]) .call h1 {
      font-size: calc(var(--text) * 1.35);
    }
    :host([landscape]) .call p {
      font-size: var(--text);
    }
    :host([landscape]) .phone {
      display: flex;
      align-items: baseline;
      margin: 0;
    }
    :host([landscape]) dt {
      margin-right: calc(var(--u) * 5);
    }
  `,
];
