import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pressable, reset } from '../common/shared-styles.ts';
import { FittingWords } from './fitting-words.ts';

/**
 * A button that an old hand hits: 20 mm high at the least.
 * @slot - its words, and an icon before them
 * @fires click
 */
@customElement('ll-button')
export class LlButton extends LitElement {
  static override styles = [
    reset,
    pressable,
    css`
      :host {
        display: inline-block;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        width: 100%;
        height: 100%;
        min-height: max(calc(var(--u) * 24), calc(var(--mm) * 20));
        padding: calc(var(--u) * 2) var(--button-pad, calc(var(--u) * 9));
        border-radius: var(--radius-small);
        background: var(--wheat);
        color: var(--ink);
        font-size: max(var(--text-small), calc(var(--button-text, var(--text-large)) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.25;
        text-align: center;
        /* Words grow smaller before they break within themselves. */
        word-break: keep-all;
      }
      :host([kind='confirm']) button {
        background: var(--pine);
        color: var(--white);
      }
      :host([kind='action']) button {
        background: var(--cinnabar);
        color: var(--white);
      }
      :host([kind='paper']) button {
        background: var(--card);
        color: var(--pine);
        font-weight: 900;
      }
      :host([kind='quiet']) button,
      :host([kind='edge']) button {
        border: calc(var(--u) * 0.7) solid var(--tile-edge);
      }
      :host([kind='edge']) button {
        background: var(--card);
      }
      :host([disabled]) button {
        background: transparent;
        border: calc(var(--u) * 0.7) dashed var(--tile-edge);
        color: var(--ink-soft);
      }
      :host([crowded]) button {
        padding: calc(var(--u) * 1);
        /* Five characters in a third of a row, before they break. */
        font-size: calc(var(--text-small) * 0.93);
        white-space: normal;
        word-break: break-word;
      }
      .words {
        display: flex;
        align-items: center;
        justify-content: center;
      }
      ::slotted(svg) {
        flex: none;
        width: calc(var(--u) * 12);
        height: calc(var(--u) * 12);
        margin-right: calc(var(--u) * 3);
      }
    `,
  ];

  /** `quiet` wheat, `confirm` pine, `action` cinnabar, `paper` white on a coloured card, `edge` white with an edge. */
  @property({ reflect: true }) kind: 'quiet' | 'confirm' | 'action' | 'paper' | 'edge' = 'quiet';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** What is heard instead of the words, where they need more. */
  @property({ attribute: false }) heard: string | null = null;
  readonly fittingWords = new FittingWords(this);

  protected override render() {
    return html`<button type="button" ?disabled=${this.disabled} aria-label=${this.heard ?? nothing}>
      <span class="words"><slot></slot></span>
    </button>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}
