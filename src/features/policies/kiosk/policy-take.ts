import { css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../../i18n/index.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import { StepEvent } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { printPaper } from './print-paper.ts';
import { textOf, type Paper } from './policy-paper.ts';
import type { PrinterKind } from './policy-sheet.ts';
import { qrOf } from '../../../ui/common/qr-path.ts';
import '../../../ui/kiosk/button.ts';

/** Light around a code, in modules: a camera finds it by that. */
const QUIET = 4;

/**
 * Taking it along: a code that puts the words themselves into a telephone (which is not in this house's network, and
 * could open nothing of the hub's), and paper where there is a printer.
 * @slot - other ways on, where nothing came out of the printer
 */
@customElement('ll-policy-take')
export class LlPolicyTake extends KioskElement {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    css`
      .take {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        min-height: 0;
      }
      .code {
        flex: 0 1 calc(var(--u) * 150);
        min-height: 0;
        width: 100%;
        margin-bottom: var(--gap);
        border-radius: var(--radius);
        background: #fff;
      }
      .code svg {
        width: 100%;
        height: 100%;
      }
      .lead {
        flex: none;
        line-height: 1.5;
        text-align: center;
      }
      .ways {
        display: grid;
        flex: none;
        grid-gap: var(--gap);
        width: 100%;
        margin-top: var(--gap);
      }
      .ways ll-button {
        height: calc(var(--u) * 32);
      }
      .ways ::slotted(ll-button) {
        height: calc(var(--u) * 32);
      }
      :host([landscape]) .take {
        flex-direction: row;
        align-items: stretch;
      }
      :host([landscape]) .code {
        flex: none;
        width: calc(var(--u) * 120);
        margin: 0 calc(var(--u) * 10) 0 0;
      }
      :host([landscape]) .words {
        flex: 1;
        min-width: 0;
      }
      :host([landscape]) .lead {
        font-size: var(--text);
        text-align: left;
      }
      :host([landscape]) .ways ll-button,
      :host([landscape]) .ways ::slotted(ll-button) {
        height: calc(var(--u) * 28);
      }
      .words {
        display: flex;
        flex-direction: column;
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) paper: Paper | null = null;
  /** What there is to print on; null where there is nothing, and then nothing is offered. */
  @property({ attribute: false }) printer: PrinterKind | null = null;
  @state() private printing: 'not' | 'now' | 'asked' | 'nothing-came' = 'not';

  /** Whoever wants it on paper stands there still. */
  #stay = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stay = new AbortController();
    this.printing = 'not';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stay.abort();
  }

  protected override render() {
    const { paper } = this;
    if (paper === null) return nothing;
    return html`<h1>${t('kioskPages.policies.takeAway')}</h1>
      <div class="take">
        ${this.#code(paper)}
        <div class="words">${this.#words(paper)}</div>
      </div>`;
  }

  #code(paper: Paper) {
    const { size, path } = qrOf(textOf(paper));
    const wide = size + 2 * QUIET;
    return html`<div class="code">
      <svg
        role="img"
        aria-label=${t('kioskPages.policies.code')}
        viewBox="${-QUIET} ${-QUIET} ${wide} ${wide}"
        shape-rendering="crispEdges"
      >
        ${svg`<path fill="#000" d=${path}></path>`}
      </svg>
    </div>`;
  }

  #words(paper: Paper) {
    const { printer, printing } = this;
    const lead =
      printing === 'asked'
        ? t('kioskPages.policies.printed')
        : printing === 'nothing-came'
          ? t('kioskPages.policies.notPrinted')
          : t('kioskPages.policies.scan');
    return html`<p class="lead" role="status">${lead}</p>
      <div class="ways">
        ${
          printer === null
            ? nothing
            : printing === 'asked'
              ? html`<ll-button kind="confirm" @click=${() => this.#now('not')}
                    >${t('kioskPages.policies.gotIt')}</ll-button
                  >
                  <ll-button @click=${() => this.#now('nothing-came')}
                    >${t('kioskPages.policies.nothingCame')}</ll-button
                  >`
              : html`<ll-button
                  kind="confirm"
                  ?disabled=${printing === 'now'}
                  @click=${() => void this.#print(paper, printer)}
                  >${t(
                    printing === 'nothing-came'
                      ? 'kioskPages.policies.printAgain'
                      : 'kioskPages.policies.print',
                  )}</ll-button
                >`
        }
        <slot></slot>
      </div>`;
  }

  async #print(paper: Paper, printer: PrinterKind): Promise<void> {
    if (this.printing === 'now') return;
    this.printing = 'now';
    try {
      this.#now((await printPaper(paper, printer, this.#stay.signal)) ? 'asked' : 'nothing-came');
    } catch (error) {
      console.error(error);
      this.#now('nothing-came');
    }
  }

  #now(printing: LlPolicyTake['printing']): void {
    if (!this.isConnected) return;
    this.printing = printing;
    this.dispatchEvent(new StepEvent());
  }
}
