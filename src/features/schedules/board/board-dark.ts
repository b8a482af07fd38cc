import { css, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { BoardPaintedEvent } from '../../../app/painted.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-board-dark': LlBoardDark;
  }
}

/**
 * Quiet hours: black all over. The screen goes on listening and reporting, and an emergency comes through.
 * @fires ll-board-painted - with `dark:hours@0`
 */
@customElement('ll-board-dark')
export class LlBoardDark extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      width: var(--panel-width);
      height: var(--panel-height);
      background: #000;
    }
  `;

  override updated(): void {
    this.dispatchEvent(new BoardPaintedEvent('dark:hours@0'));
  }
}
