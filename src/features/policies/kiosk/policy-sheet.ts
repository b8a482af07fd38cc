import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Paper } from './policy-paper.ts';

/** What is printed on: a roll 80 mm wide, or a sheet. */
export type PrinterKind = 'receipt' | 'a4';

/** The sheet that is printed; nothing of it is on the glass. */
@customElement('ll-policy-sheet')
export class LlPolicySheet extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      visibility: hidden;
      left: 0;
      top: 0;
      width: 180mm;
      color: #000;
      background: #fff;
      font-family: var(--font);
      font-size: 18pt;
      line-height: 1.5;
      pointer-events: none;
    }
    :host([kind='receipt']) {
      width: 72mm;
      font-size: 13pt;
      line-height: 1.4;
    }
    @media print {
      :host {
        position: static;
        visibility: visible;
      }
    }
    h1,
    h2,
    p {
      margin: 0 0 0.3em;
    }
    h1 {
      font-size: 1.7em;
      line-height: 1.25;
    }
    h2 {
      margin-top: 0.7em;
      font-size: 1.15em;
      break-after: avoid;
    }
    .ask {
      margin-top: 1em;
      padding-top: 0.5em;
      border-top: 1px solid #000;
      font-weight: 700;
    }
  `;

  @property({ attribute: false }) paper: Paper | null = null;
  @property({ reflect: true }) kind: PrinterKind = 'a4';

  protected override render() {
    return html`<h1>${this.paper?.title}</h1>
      ${this.paper?.parts.map(
        ({ heading, lines }) =>
          html`${heading === '' ? '' : html`<h2>${heading}</h2>`}${lines.map((line) => html`<p>${line}</p>`)}`,
      )}
      <p class="ask">${this.paper?.ask}</p>`;
  }
}
