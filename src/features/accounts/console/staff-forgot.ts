import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import '../../../ui/console/sheet.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-forgot': LlStaffForgot;
  }
}

/**
 * What somebody does who has forgotten their PIN, or has none: it needs nothing of the hub, so it is said without it too.
 *
 * @event ll-sheet-close - They have read it.
 */
@customElement('ll-staff-forgot')
export class LlStaffForgot extends LitElement {
  static override readonly styles = [
    textStyles,
    css`
      dl {
        display: grid;
        gap: 0.875rem;
      }
      dt {
        font-weight: 700;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<ll-sheet
      ?open=${this.open}
      heading=${t('staff.forgot.heading')}
      close-label=${t('staff.close')}
    >
      <dl>
        <div>
          <dt>${t('staff.forgot.colleague')}</dt>
          <dd>${t('staff.forgot.askManager')}</dd>
        </div>
        <div>
          <dt>${t('staff.forgot.manager')}</dt>
          <dd>${t('staff.forgot.askOther')}</dd>
        </div>
        <div>
          <dt>${t('staff.forgot.nobody')}</dt>
          <dd>${t('staff.forgot.startAgain')}</dd>
        </div>
        <div>
          <dt>${t('staff.forgot.work')}</dt>
          <dd>${t('staff.forgot.kept')}</dd>
        </div>
      </dl>
    </ll-sheet>`;
  }
}
