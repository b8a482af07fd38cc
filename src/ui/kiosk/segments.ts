import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pressable, reset } from '../common/shared-styles.ts';
import { FittingWords } from './fitting-words.ts';

/** One of a few things to choose from. */
interface Segment {
  readonly key: string;
  readonly label: string;
  /** A second, smaller line. */
  readonly detail?: string;
}

/** Another segment was chosen. */
export class SegmentEvent extends Event {
  static readonly type = 'll-segment';
  constructor(readonly key: string) {
    super(SegmentEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-segment': SegmentEvent;
  }
}

/**
 * Large buttons side by side of which one is in force: marked by its colour and a bar below, and to those who
 * listen as the current one.
 * @fires ll-segment
 */
@customElement('ll-segments')
export class LlSegments extends LitElement {
  static override styles = [
    reset,
    pressable,
    css`
      div {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(min-content, 1fr);
        grid-gap: max(calc(var(--u) * 3), calc(var(--mm) * 3));
      }
      button {
        min-width: 0;
        min-height: max(var(--choice-height, calc(var(--u) * 26)), calc(var(--mm) * 20));
        /* The typeface keeps room below its letters. */
        padding: calc(var(--u) * 1) calc(var(--u) * 1) calc(var(--u) * 1.8);
        background: var(--card);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-bottom-width: calc(var(--u) * 1.4);
        border-radius: var(--radius-small);
        font-size: max(var(--text-small), calc(var(--choice-text, var(--text-large)) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.2;
        white-space: nowrap;
      }
      button[aria-pressed='true'] {
        background: var(--pine);
        border-color: var(--pine);
        border-bottom: calc(var(--u) * 2.6) solid var(--gold);
        color: var(--white);
      }
      b {
        display: block;
        font-weight: 700;
      }
      small {
        display: block;
        font-size: var(--text-small);
        font-weight: 500;
        /* A span of time breaks at its dash. */
        white-space: normal;
        word-break: keep-all;
      }
      :host([many]) button {
        font-size: max(var(--text-small), calc(var(--many-text, var(--text)) * var(--fit, 1)));
      }
      /* Where a row is too narrow for the words, two rows. */
      :host([crowded]) div {
        grid-auto-flow: row;
        grid-template-columns: repeat(2, minmax(min-content, 1fr));
      }
      :host([crowded][many]) div {
        grid-template-columns: repeat(4, minmax(min-content, 1fr));
      }
      :host([crowded][many]) div[data-count='5'],
      :host([crowded][many]) div[data-count='6'] {
        grid-template-columns: repeat(3, minmax(min-content, 1fr));
      }
    `,
  ];

  @property({ attribute: false }) items: readonly Segment[] = [];
  @property() chosen = '';
  /** What the choice is of. */
  @property() label = '';
  readonly fittingWords = new FittingWords(this, { parts: 'div, button' });

  protected override render() {
    return html`<div role="group" aria-label=${this.label} data-count=${this.items.length}>
      ${this.items.map(
        (item) =>
          html`<button
            type="button"
            aria-pressed=${item.key === this.chosen ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new SegmentEvent(item.key))}
          >
            <b>${item.label}</b>${item.detail === undefined ? '' : html`<small>${item.detail}</small>`}
          </button>`,
      )}
    </div>`;
  }
}
