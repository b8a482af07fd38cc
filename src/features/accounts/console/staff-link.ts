import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Ticker } from '../../../app/ticker.ts';
import { formatMoment, LocaleController, t } from '../../../i18n/index.ts';
import { addressForOthers } from '../../../ui/common/other-devices.ts';
import { qrOf } from '../../../ui/common/qr-path.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { OneTimeLink } from '../model/account-list.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-link': LlStaffLink;
  }
}

/** So many modules of nothing belong around a code. */
const QUIET = 4;

/** A one-time link for somebody to scan with their own telephone, or to be sent to them. */
@customElement('ll-staff-link')
export class LlStaffLink extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      .code {
        width: min(15rem, 100%);
        height: auto;
        margin: 0 auto;
        stroke: none;
      }
      .address {
        padding: 0.625rem 0.75rem;
        border-radius: 0.625rem;
        background: var(--paper);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  /** Whom it signs in. */
  @property() name = '';
  @property({ attribute: false }) link: OneTimeLink | null = null;
  /** The centre's minutes east of UTC. */
  @property({ attribute: false }) offset = 0;

  @state() private copied: boolean | null = null;

  readonly #ticker = new Ticker(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) this.copied = null;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.link === null) return nothing;
    const { url, expiresAtMs } = this.link;
    const until = formatMoment(expiresAtMs, this.#ticker.time, this.offset);
    return html`
      <p>${t('staff.accounts.link.what', { name: this.name, until })}</p>
      ${
        addressForOthers('', new URL(url)) === null
          ? html`<p class="note">${t('staff.accounts.link.hereOnly')}</p>`
          : this.#renderCode(url)
      }
      <p class="address">${url}</p>
      <div class="actions">
        <button @click=${() => this.#copy(url)}>${t('staff.accounts.link.copy')}</button>
        <span role="status">
          ${
            this.copied === null
              ? nothing
              : this.copied
                ? html`${consoleIcon('check')} ${t('staff.accounts.link.copied')}`
                : t('staff.accounts.link.copyByHand')
          }
        </span>
      </div>
      <p class="soft">${t('staff.accounts.link.care')}</p>
    `;
  }

  #renderCode(url: string): TemplateResult {
    const { size, path } = qrOf(url);
    const whole = size + 2 * QUIET;
    return html`<svg
      class="code"
      viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}"
      role="img"
      aria-label=${t('staff.accounts.link.code', { name: this.name })}
      shape-rendering="crispEdges"
    >
      ${svg`<rect x=${-QUIET} y=${-QUIET} width=${whole} height=${whole} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>`;
  }

  /** Where a browser does not let a page copy, the address is marked by a press and copied by hand. */
  async #copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.copied = true;
    } catch {
      this.copied = false;
    }
  }
}
