import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import type { Device } from './device-words.ts';
import './staff-pair-device.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-sheets': LlStaffDeviceSheets;
  }
}

/**
 * What is asked before a device is taken in or out.
 *
 * @event ll-sheet-close - Done, or thought better of.
 */
@customElement('ll-staff-device-sheets')
export class LlStaffDeviceSheets extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles];

  @property({ attribute: false }) devices: readonly Device[] = [];
  /** The device to take in, `new` for one that nobody knows yet. */
  @property({ attribute: false }) pairing: Device | 'new' | null = null;
  /** The code of a glass, where a telephone has read it. */
  @property({ attribute: false }) scanned: string | null = null;
  /** The device to take out. */
  @property({ attribute: false }) revoking: Device | null = null;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private trouble = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** One that is let in is signed off; of one that is not, there is only that it hangs nowhere any more. */
  get #isPutAway(): boolean {
    return this.revoking?.pairedAtMs === null;
  }

  override render(): TemplateResult {
    const act = this.#isPutAway ? 'putAway' : 'revoke';
    return html`
      <ll-staff-pair-device
        .open=${this.pairing !== null}
        .device=${this.pairing === 'new' ? null : this.pairing}
        .devices=${this.devices}
        .scanned=${this.scanned}
      ></ll-staff-pair-device>
      <ll-sheet
        actions
        ?open=${this.revoking !== null}
        heading=${t(`staff.devices.${act}Heading`, { name: this.revoking?.name ?? '' })}
        close-label=${t('staff.close')}
        @ll-sheet-close=${() => (this.trouble = false)}
      >
        <p>${t(`staff.devices.${act}Meaning`)}</p>
        ${this.trouble ? html`<p class="problem" role="alert">${t(`staff.devices.${act}Trouble`)}</p>` : nothing}
        <button slot="actions" @click=${this.#keep}>${t('staff.cancel')}</button>
        <button slot="actions" class="primary" @click=${this.#revoke}>${t(`staff.devices.${act}`)}</button>
      </ll-sheet>
    `;
  }

  readonly #keep = (): void => {
    this.trouble = false;
    this.dispatchEvent(new SheetCloseEvent());
  };

  readonly #revoke = async (): Promise<void> => {
    if (this.revoking === null || this.hub === undefined) return;
    const reply = await this.hub.revokeDevice(this.revoking.id, this.#isPutAway);
    this.trouble = !reply.ok;
    if (reply.ok) this.#keep();
  };
}
