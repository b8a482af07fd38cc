import '../../i18n/boot-texts.ts';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { markReady } from '../../app/ready.ts';
import { startAnewByItself } from '../../app/start-anew.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { pageStyles } from './page-styles.ts';
import type { TroubleKind } from './trouble-kind.ts';

/** Why the device cannot start, and what whoever stands before it can do. */
@customElement('ll-trouble-page')
export class LlTroublePage extends LitElement {
  static override styles = [
    reset,
    pageStyles,
    css`
      /* A line ends where it pauses, not within 关机. */
      p {
        word-break: keep-all;
        overflow-wrap: break-word;
        text-wrap: balance;
      }
      .detail {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow-wrap: anywhere;
      }
      /* Nobody can scroll on a television: all of it stands on the glass, within what old sets show of it. */
      :host([dark]) {
        padding: 5.56vh 5vw;
      }
      :host([dark]) .place {
        margin-bottom: calc(var(--step) * 1.6);
      }
      :host([dark]) p:not(.place) {
        margin-top: calc(var(--step) * 1.4);
      }
      :host([dark]) button {
        margin-top: calc(var(--step) * 2.4);
      }
    `,
  ];

  @property({ attribute: false }) kind: TroubleKind = 'broken';
  /** What the engine said, for whoever is called to help. */
  @property({ attribute: false }) detail = '';

  /** A face that comes after all, the store being tried meanwhile, is not started anew under whoever uses it. */
  #stop: () => void = () => undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    // Nothing is known of the device but the page it was opened as.
    this.toggleAttribute('dark', document.documentElement.dataset['face'] === 'screen');
    return html`
      <p class="place">${t('trouble.place')}</p>
      <h1>${this.#title()}</h1>
      <p>${this.#remedy()}</p>
      ${this.kind === 'opening' ? nothing : html`<p>${t('trouble.itself')}</p>`}
      ${this.detail === '' ? nothing : html`<p class="quiet detail">${this.detail}</p>`}
      <button @click=${() => location.reload()}>${t('trouble.again')}</button>
      <p class="quiet">${t('trouble.selfCheck', { address: `${location.host}/self-check` })}</p>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override firstUpdated(): void {
    // A television's remote presses what has the focus.
    if (this.hasAttribute('dark')) this.renderRoot.querySelector('button')?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) return;
    this.#stop();
    // Behind `opening` a face still comes: only its own content says that it stands.
    if (this.kind === 'opening') return;
    markReady();
    this.#stop = startAnewByItself();
  }

  #title(): string {
    switch (this.kind) {
      case 'insecure':
        return t('trouble.insecure.title');
      case 'refused':
        return t('trouble.refused.title');
      case 'full':
        return t('trouble.full.title');
      case 'opening':
        return t('trouble.opening.title');
      case 'newer':
        return t('trouble.newer.title');
      case 'broken':
        return t('trouble.broken.title');
    }
  }

  #remedy(): string {
    switch (this.kind) {
      case 'insecure':
        return t('trouble.insecure.remedy', { address: location.origin });
      case 'refused':
        return t('trouble.refused.remedy', { address: location.origin });
      case 'full':
        return t('trouble.full.remedy');
      case 'opening':
        return t('trouble.opening.remedy');
      case 'newer':
        return t('trouble.newer.remedy');
      case 'broken':
        return t('trouble.broken.remedy');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-trouble-page': LlTroublePage;
  }
}
