import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { waitsNote, waitsStyles } from '../../../ui/console/waits-note.ts';
import { openRecords } from './open-records.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-waiting': LlStaffWaiting;
  }
}

/** Leads whoever may decide to what waits for them; while nothing does it is not there. */
@customElement('ll-staff-waiting')
export class LlStaffWaiting extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles, waitsStyles];

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
      complete: (count) => waitsNote(t('staff.refusals.waiting', { count })),
    });
    this.hidden = shown === nothing;
    return shown;
  }
}
