import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { utcOffsetOf } from '../../kernel/time.ts';
import { inOther } from '../../i18n/both-languages.ts';
import { formatMoment, LocaleController, otherLocale, t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { isWide } from '../../ui/board/board-styles.ts';
import { glassInPixels, takeFoot } from '../../ui/common/scale.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { bandStyles } from './band-styles.ts';
import { goOnAs } from './go-on-as.ts';
import { PairingController } from './pairing-controller.ts';
import { signedOutStyles } from './signed-out-styles.ts';

/**
 * What stands on a glass that its hub no longer knows: that it gets nothing new and since when, and the code that lets
 * it in again. A television goes on showing what it holds above it; a kiosk, whose buttons would lead nowhere, is covered.
 */
@customElement('ll-signed-out')
export class LlSignedOut extends LitElement {
  static override styles = [reset, bandStyles, signedOutStyles];

  @property({ attribute: false }) device!: RememberedDevice;
  @property({ attribute: false }) store!: LocalStore;
  /** An emergency stands on the face: only a strip is left to say it in. */
  @property({ type: Boolean }) brief = false;
  /** The centre's own, once it is read. */
  @property({ type: Number }) utcOffsetMinutes = utcOffsetOf();

  readonly #measured = new ResizeObserver(([band]) => takeFoot(band?.target.clientHeight ?? 0));
  readonly #pairing = new PairingController(this, {
    kind: () => this.device.kind,
    was: () => ({ deviceId: this.device.id, waiting: this.store.status().outbox }),
    paired: (deviceId) => goOnAs(this.device.kind, deviceId, this.device.id),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measured.disconnect();
    takeFoot(0);
  }

  protected override firstUpdated(): void {
    const band = this.renderRoot.querySelector('.band');
    if (band !== null) this.#measured.observe(band);
  }

  override render(): TemplateResult {
    if (this.brief) {
      return html`<section class="strip" role="status">
        ${t('pairing.signedOut.brief')}${this.#code()}
      </section>`;
    }
    const narrow = !isWide(glassInPixels());
    const how = html`<p>${t('pairing.signedOut.how', { name: this.device.config.name })}</p>`;
    return this.device.kind === 'screen'
      ? html`<section class="band" role="status">
          <div>
            <p class="title">${t('pairing.signedOut.title.screen')}${narrow ? nothing : this.#since()}</p>
            ${narrow ? nothing : how}
          </div>
          ${this.#code()}
        </section>`
      : html`<section class="page" role="status">
          <div class="elders">
            <p class="title">${t('pairing.signedOut.title.kiosk')}</p>
            <p class="elder">${t('pairing.signedOut.elder')}</p>
            <div class="other" lang=${otherLocale()}>
              <p>${inOther('pairing.signedOut.title.kiosk')}</p>
              <p>${inOther('pairing.signedOut.elder')}</p>
            </div>
          </div>
          <div class="staff">
            ${how} ${this.#code()}
            <p class="other" lang=${otherLocale()}>
              ${inOther('pairing.signedOut.how', { name: this.device.config.name })}
            </p>
          </div>
        </section>`;
  }

  #since(): string {
    const { lastSyncMs } = this.store.status();
    if (lastSyncMs === null) return '';
    const time = formatMoment(lastSyncMs, this.store.time(), this.utcOffsetMinutes);
    return t('pairing.signedOut.since', { time });
  }

  #code(): TemplateResult {
    const { state } = this.#pairing;
    switch (state.status) {
      case 'waiting':
        return html`<p class="code" aria-label=${[...state.code].join(' ')}>
          <span>${state.code.slice(0, 3)}</span><span>${state.code.slice(3)}</span>
        </p>`;
      case 'asking':
        return html`<p>${t('pairing.asking')}</p>`;
      case 'later':
        return html`<p>${t('pairing.later')}</p>`;
      case 'away':
        return html`<p>${t('pairing.away')}</p>`;
      case 'paired':
        return html`<p>${t('pairing.paired')}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-signed-out': LlSignedOut;
  }
}
