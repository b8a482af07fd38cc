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
        padding: calc(var(--u) * 2) 0;
        background: var(--card);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-bottom-width: calc(var(--u) * 1.4);
        border-radius: var(--radius);
        font-size: max(var(--text-small), calc(var(--tile-text, var(--text-large)) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.2;
        text-align: center;
        /* Words grow smaller before they break within themselves. */
        word-break: keep-all;
        white-space: var(--tile-lines, normal);
      }
      :host([crowded]) svg {
        display: var(--drawing-where-crowded, block);
      }
      :host([crowded]) span {
        max-width: 100%;
        word-break: break-word;
      }
      svg {
        display: var(--drawing-room, block);
        /* Where there is little room the drawing makes way before the words. */
        flex: 0 1 auto;
        width: calc(var(--u) * 20);
        min-height: 0;
        height: calc(var(--u) * 20);
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
