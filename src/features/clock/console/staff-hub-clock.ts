import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatDate, formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { civilMoment, utcOffsetOf } from '../../../kernel/time.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-hub-clock': LlStaffHubClock;
  }
}

type Doubt = NonNullable<RowOf<'hubClock'>['doubt']>;

/** While the hub is not sure of the time: what it goes by, why, and for the manager the one press that mends it. */
@customElement('ll-staff-hub-clock')
export class LlStaffHubClock extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      :host(:not([hidden])) {
        display: block;
        /* One line of it is in sight wherever the page is; the rest opens under a finger. */
        position: sticky;
        top: 0.5rem;
        z-index: 1;
      }
      .card {
        border: 2px solid #d98a1f;
      }
      .card > * + * {
        margin-top: 0.75rem;
      }
      /* It warns, and points nowhere. */
      .card summary h2 svg {
        transform: none;
      }
      h2 {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: 0.5rem 1rem;
        margin: 0;
      }
      dd {
        margin: 0;
        font-size: 1.125rem;
        font-weight: 700;
      }
      button {
        width: 100%;
        min-height: 3.25rem;
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-confirm' }) mayConfirm = false;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private asking = false;
  @state() private failed = false;

  readonly #rows = new LiveQuery(this, {
    args: () => ({}),
    query: async (view) => ({
      doubt: (await view.get('staff', 'hubClock', 'hub'))?.doubt ?? null,
      offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
    }),
  });

  constructor() {
    super();
    new LocaleController(this);
    // Its own clock goes on, and the words with it.
    new Ticker(this);
  }

  override updated(): void {
    this.hidden = (this.#rows.value?.doubt ?? null) === null;
  }

  override render(): TemplateResult | typeof nothing {
    const known = this.#rows.value;
    if (known === undefined || known.doubt === null) return nothing;
    return this.mayConfirm ? this.#asks(known.doubt, known.offset) : this.#tells();
  }

  #tells(): TemplateResult {
    return html`<p class="note warn" role="status">
      <span>${consoleIcon('clock')} ${t('staff.clock.others')}</span>
    </p>`;
  }

  #asks({ why, sinceMs, hubMs }: Doubt, offset: number): TemplateResult {
    return html`<details class="card">
      <summary><h2>${consoleIcon('warning')}${t('staff.clock.title')}</h2></summary>
      <p>${t(`staff.clock.why.${why}`)}${t('staff.clock.meanwhile')}</p>
      <dl>
        <div>
          <dt class="soft">${t('staff.clock.hub')}</dt>
          <dd class="num">${dayAndTime(hubMs, offset)}</dd>
          <dd class="soft num">${t('staff.clock.since', { when: dayAndTime(sinceMs, offset) })}</dd>
        </div>
        <div>
          <dt class="soft">${t('staff.clock.own')}</dt>
          <dd class="num">${dayAndTime(this.#ownMs, offset)}</dd>
        </div>
      </dl>
      <button class="confirm" ?disabled=${this.asking} @click=${this.#confirm}>
        ${t('staff.clock.confirm', { when: dayAndTime(this.#ownMs, offset) })}
      </button>
      <p class="soft" role="status">${t(this.failed ? 'staff.clock.failed' : 'staff.clock.ownWrong')}</p>
    </details>`;
  }

  /** What this device's own clock shows, not what it has from the hub: that is what is in doubt. */
  get #ownMs(): number {
    return Date.now();
  }

  readonly #confirm = async (): Promise<void> => {
    if (this.hub === undefined || this.asking) return;
    this.asking = true;
    this.failed = !(await this.hub.confirmTime(this.#ownMs)).ok;
    this.asking = false;
  };
}

function dayAndTime(unixMs: number, offset: number): string {
  const { date } = civilMoment(unixMs, offset);
  return t('staff.clock.dayAndTime', {
    year: date.slice(0, 4),
    date: formatDate(date),
    time: formatTimeAt(unixMs, offset),
  });
}
