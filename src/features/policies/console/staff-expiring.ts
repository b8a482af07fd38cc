import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatDate, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { expiryOf, toReview } from '../model/expiry.ts';
import { PolicyChooseEvent } from './policy-events.ts';
import { policyTitle } from './policy-title.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-expiring': LlStaffExpiring;
  }
}

/**
 * What of the policies has run out or soon does, in one quiet line that leads to the first of them; nothing while all go
 * on, or nobody knows the day.
 * @event ll-policy-choose
 */
@customElement('ll-staff-expiring')
export class LlStaffExpiring extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      span {
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      centre: (await view.list('centre', 'centre'))[0],
      policies: await view.list('city', 'policy'),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { centre, policies = [] } = this.#rows.value ?? {};
    const today = this.#ticker.dayAt(centre);
    const due = toReview(policies, today);
    const [first] = due;
    // An empty line has no room among cards.
    this.hidden = first === undefined;
    if (first === undefined || first.expiresOn === null) return nothing;
    const date = formatDate(first.expiresOn);
    const key = expiryOf(first, today) === 'lapsed' ? 'staff.expiring.lapsed' : 'staff.expiring.soon';
    return html`<p class="note">
      ${consoleIcon('clock')}<span
        >${t(key, { title: policyTitle(first), date })}${
          due.length === 1 ? nothing : t('staff.expiring.more', { count: due.length - 1 })
        }</span
      >
      <button @click=${() => this.dispatchEvent(new PolicyChooseEvent(first.id))}>
        ${t('staff.expiring.look')}
      </button>
    </p>`;
  }
}
