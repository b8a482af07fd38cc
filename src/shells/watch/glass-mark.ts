import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

declare global {
  interface HTMLElementTagNameMap {
    'll-glass-mark': LlGlassMark;
  }
}

/** Which glass this is, over everything: the number that the console shows beside it, as large as it goes, and its name. */
@customElement('ll-glass-mark')
export class LlGlassMark extends LitElement {
  static override readonly styles = css`
    :host {
      position: fixed;
      z-index: 9;
      top: 0;
      left: 0;
      box-sizing: border-box;
      display: grid;
      place-content: center;
      justify-items: center;
      width: var(--panel-width);
      height: var(--panel-height);
      padding: 6%;
      background: var(--night);
      color: var(--gold);
      text-align: center;
      pointer-events: none;
    }
    b {
      font-size: calc(var(--panel-height) * 0.5);
      font-weight: 900;
      line-height: 1;
      font-variant-numeric: tabular-nums;
    }
    p {
      margin: 0;
      color: var(--cream);
      font-size: min(calc(var(--am) * 60), calc(var(--panel-width) * 0.055));
      font-weight: 700;
      line-height: 1.3;
    }
  `;

  @property({ type: Number }) mark = 0;
  @property() name = '';

  override render(): TemplateResult {
    return html`<b>${this.mark}</b>
      <p>${this.name}</p>`;
  }
}
