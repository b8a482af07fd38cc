import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { alertsAllowed, askForAlerts } from './alerts.ts';
import { bellWanted, setBellWanted } from './bell.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-bell-switch': LlStaffBellSwitch;
  }
}

/** Whether this browser rings for calls for help. */
@customElement('ll-staff-bell-switch')
export class LlStaffBellSwitch extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, cardStyles, fieldStyles];

  @state() private wanted = bellWanted();

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="card">
        <label class="tick">
          <input type="checkbox" .checked=${this.wanted} @change=${this.#turn} />
          ${consoleIcon('sound')} ${t('staff.help.bell')}
        </label>
        ${this.#alerts()}
      </section>
    `;
  }

  #alerts(): TemplateResult | typeof nothing {
    switch (alertsAllowed()) {
      case 'ask':
        return html`<div class="head">
          <span>${t('staff.help.alerts')}</span>
          <button @click=${this.#ask}>${t('staff.help.alertsAsk')}</button>
        </div>`;
      case 'no':
        return html`<p class="soft">${t('staff.help.alertsDenied')}</p>`;
      default:
        return nothing;
    }
  }

  readonly #ask = async (): Promise<void> => {
    await askForAlerts();
    this.requestUpdate();
  };

  readonly #turn = (): void => {
    this.wanted = !this.wanted;
    setBellWanted(this.wanted);
  };
}
