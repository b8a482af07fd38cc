import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon, type IconName } from '../common/icons.ts';
import { pressable, reset } from '../common/shared-styles.ts';
import { FittingWords } from './fitting-words.ts';

/**
 * A way to go: an icon and a word on a card with a visible edge, 30 mm at the least.
 * @fires click
 */
@customElement('ll-tile')
export class LlTile extends LitElement {
  static override styles = [
    reset,
    pressable,
    css`
      button {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        width: 100%;
        height: 100%;
        min-height: calc(var(--u) * 30);
        padding: calc(var(--u) * 2);
        background: var(--card);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-bottom-width: calc(var(--u) * 1.4);
        border-radius: var(--radius);
        font-size: max(var(--text-small), calc(var(--text-large) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.2;
        text-align: center;
      }
      :host([crowded]) svg {
        display: var(--drawing-where-crowded, block);
      }
      :host([crowded]) span {
        max-width: 100%;
        word-break: break-word;
      }
      svg {
        flex: none;
        /* Where there is little room the drawing makes way as well as the words. */
        width: calc(var(--u) * 20 * var(--fit, 1));
        height: calc(var(--u) * 20 * var(--fit, 1));
        margin-bottom: calc(var(--u) * 2 * var(--fit, 1));
        color: var(--cinnabar);
      }
    `,
  ];

  @property() icon: IconName = 'house';
  @property() label = '';
  readonly fittingWords = new FittingWords(this);

  protected override render() {
    return html`<button type="button">${icon(this.icon)}<span>${this.label}</span></button>`;
  }
}
