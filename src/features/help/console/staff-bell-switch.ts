import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { consume } from '@lit/context';
import { customElement, property, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { alertsAllowed, askForAlerts } from './alerts.ts';
import { bellWanted, setBellWanted } from './bell.ts';
import { LockedPhone } from './locked-phone.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-bell-switch': LlStaffBellSwitch;
  }
}

/** Whether this browser rings for calls for help: while the page is open, and while its phone is locked. */
@customElement('ll-staff-bell-switch')
export class LlStaffBellSwitch extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    cardStyles,
    fieldStyles,
    css`
      .locked {
        margin-top: 0.5rem;
      }
    `,
  ];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private wanted = bellWanted();

  readonly #locked = new LockedPhone(
    () => this.hub,
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#locked.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#locked.rest();
  }

  override render(): TemplateResult {
    return html`
      <section class="card">
        <label class="tick">
          <input type="checkbox" .checked=${this.wanted} @change=${this.#turn} />
          ${consoleIcon('sound')} ${t('staff.help.bell')}
        </label>
        ${this.#alerts()} ${this.#whileLocked()}
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

  /** It is not said to ring before a try has come. */
  #whileLocked(): TemplateResult {
    const { state } = this.#locked;
    const words = html`<span role="status">
      ${state === 'on' ? consoleIcon('check') : nothing}${t(`staff.ring.state.${state}`)}
    </span>`;
    const button = (press: () => Promise<void>, key: 'want' | 'again' | 'leave'): TemplateResult =>
      html`<button @click=${() => void press()}>${t(`staff.ring.${key}`)}</button>`;
    switch (state) {
      case 'never':
      case 'denied':
      case 'asking':
        return html`<p class="soft locked">${words}</p>`;
      case 'off':
        return html`<div class="head locked">${words}${button(() => this.#locked.want(), 'want')}</div>`;
      case 'on':
        return html`<div class="head locked">${words}${button(() => this.#locked.leave(), 'leave')}</div>`;
      default:
        return html`<div class="head locked">${words}${button(() => this.#locked.want(), 'again')}</div>`;
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
