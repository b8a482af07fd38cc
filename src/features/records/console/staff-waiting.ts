import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { openRecords } from './open-records.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-waiting': LlStaffWaiting;
  }
}

/** Leads whoever may decide to what waits for them; while nothing does it is not there. */
@customElement('ll-staff-waiting')
export class LlStaffWaiting extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host(:not([hidden])) {
        display: block;
        margin-bottom: 0.75rem;
      }
      span {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  readonly #open = new LiveQuery(this, {
    query: openRecords,
    args: () => [],
    isEmpty: (count) => count === 0,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const shown = this.#open.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
      error: consoleStates('staff.refusals.none').error,
      complete: (count) =>
        html`<p class="note warn">
          <span>${consoleIcon('warning')}${t('staff.refusals.waiting', { count })}</span>
          <a class="button" href="#more">${t('staff.sync.look')}</a>
        </p>`,
    });
    this.hidden = shown === nothing;
    return shown;
  }
}
