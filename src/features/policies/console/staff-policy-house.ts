import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { HOUSE } from '../model/policy-texts.ts';
import { refusalWords } from './policy-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-house': LlStaffPolicyHouse;
  }
}

/** Whether two people must have read a policy before it stands on the kiosks: the manager's to say. */
@customElement('ll-staff-policy-house')
export class LlStaffPolicyHouse extends LitElement {
  static override readonly styles = [textStyles, cardStyles, chipStyles, fieldStyles, messageStyles];

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #house = new LiveQuery(this, {
    query: async (view) => ({ house: await view.get('staff', 'policyHouse', HOUSE) }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('policyDesk.house.heading')}</h2>
      ${this.#house.render<unknown>({
        ...rowStates('policyDesk.house.one', this.#sync),
        complete: ({ house }) => html`
          <label class="tick">
            <input
              type="checkbox"
              .checked=${house?.twoPairs === true}
              @change=${() => void this.#change.run('policy.twoPairs', { twoPairs: house?.twoPairs !== true })}
            />${t('policyDesk.house.two')}
          </label>
          <p class="soft">
            ${t(house?.twoPairs === true ? 'policyDesk.house.twoMeans' : 'policyDesk.house.one')}${
              house === undefined ? nothing : ` · ${t('policyDesk.house.by', { name: house.by })}`
            }
          </p>
        `,
      })}
      ${
        this.#unsent.of(['policy.twoPairs']).length === 0
          ? nothing
          : html`<span class="chip warn">${consoleIcon('clock')}${t('policyDesk.unsent')}</span>`
      }
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${refusalWords(this.#change.refusal.code)}
            </p>`
      }
    </section>`;
  }
}
