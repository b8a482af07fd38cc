import '../../i18n/boot-texts.ts';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { beforePaired } from '../../app/before-paired.ts';
import { markReady, whenReady } from '../../app/ready.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { pageStyles } from './page-styles.ts';
import { PairingController } from './pairing-controller.ts';

/** The code that staff type on their console to let this glass in. */
@customElement('ll-pairing-page')
export class LlPairingPage extends LitElement {
  static override styles = [
    reset,
    pageStyles,
    css`
      .code {
        display: flex;
        justify-content: center;
        max-width: none;
        margin-top: calc(var(--step) * 4);
        font-size: calc(var(--step) * 9);
        font-weight: 900;
        line-height: 1.2;
        color: var(--pine);
        letter-spacing: 0.04em;
      }
      :host([dark]) .code {
        color: var(--gold);
      }
      .code span + span {
        margin-left: 0.35em;
      }
      ol {
        margin-top: calc(var(--step) * 4);
        padding: 0;
        list-style: none;
        text-align: left;
        font-size: calc(var(--step) * 2.8);
      }
      li {
        display: flex;
        margin-top: calc(var(--step) * 1.4);
      }
      li b {
        flex: none;
        width: 1.6em;
        font-weight: 900;
        color: var(--cinnabar);
      }
      :host([dark]) li b {
        color: var(--gold);
      }
    `,
  ];

  @property({ attribute: false }) face = 'kiosk';
  @property({ attribute: false }) kind: DeviceKind = 'kiosk';

  readonly #pairing = new PairingController(this, {
    kind: () => this.kind,
    paired: (deviceId) => location.replace(`/${this.face}?device=${encodeURIComponent(deviceId)}`),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    this.toggleAttribute('dark', this.kind === 'screen');
    return html`
      <p class="place">${this.kind === 'screen' ? t('pairing.screen') : t('pairing.kiosk')}</p>
      ${this.#now()}
    `;
  }

  protected override firstUpdated(): void {
    whenReady(beforePaired);
  }

  protected override updated(): void {
    if (this.#pairing.state.status !== 'asking') markReady();
  }

  #now(): TemplateResult {
    const { state } = this.#pairing;
    switch (state.status) {
      case 'asking':
        return html`<h1 role="status">${t('pairing.asking')}</h1>`;
      case 'later':
        return html`<h1 role="status">${t('pairing.later')}</h1>`;
      case 'away':
        return html`<h1 role="status">${t('pairing.away')}</h1>
          <p>${t('pairing.awayRemedy')}</p>`;
      case 'paired':
        return html`<h1 role="status">${t('pairing.paired')}</h1>`;
      case 'waiting':
        return html`<h1>${t('pairing.title')}</h1>
          <p class="code" aria-label=${[...state.code].join(' ')}>
            <span>${state.code.slice(0, 3)}</span><span>${state.code.slice(3)}</span>
          </p>
          <ol>
            <li><b>1</b>${t('pairing.step1')}</li>
            <li><b>2</b>${t('pairing.step2')}</li>
            <li><b>3</b>${t('pairing.step3')}</li>
          </ol>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-pairing-page': LlPairingPage;
  }
}
