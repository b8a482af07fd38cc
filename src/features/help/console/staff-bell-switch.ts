import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { bellWanted, setBellWanted } from './bell.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-bell-switch': LlStaffBellSwitch;
  }
}

/** Whether this browser rings for calls for help. */
@customElement('ll-staff-bell-switch')
export class LlStaffBellSwitch extends LitElement {
  static override readonly styles = [textStyles, cardStyles, fieldStyles];

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
      </section>
    `;
  }

  readonly #turn = (): void => {
    this.wanted = !this.wanted;
    setBellWanted(this.wanted);
  };
}
