import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { doneWishes, type Request } from '../model/request.ts';
import { aboutOf, readWanted, sinceWords, whoOf, type Wanted } from './request-rows.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-requests-done': LlStaffRequestsDone;
  }
}

/** So many fit a look back; what is older is in the archive. */
const MOST = 30;

/** The requests that were done of late, folded, each with the way to open it anew; nothing where there are none. */
@customElement('ll-staff-requests-done')
export class LlStaffRequestsDone extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        padding: 0.5rem 0;
      }
      li > div {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #wanted = new LiveQuery(this, { query: readWanted, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  /** The card above says where the list cannot be read, or has not come. */
  override render(): TemplateResult | typeof nothing {
    const all = this.#wanted.value ?? [];
    const done = doneWishes(all.map(({ request }) => request)).slice(0, MOST);
    // An empty card has no room among the others.
    this.hidden = done.length === 0;
    if (this.hidden) return nothing;
    return html`<details class="card">
      <summary>${consoleIcon('back')}${t('staff.requests.doneList', { count: done.length })}</summary>
      <ul class="rows">
        ${done.map(({ id }) => {
          const wanted = all.find(({ request }) => request.id === id);
          return wanted === undefined ? nothing : this.#row(wanted);
        })}
      </ul>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.requests.refused')}</p>`
      }
    </details>`;
  }

  #row(wanted: Wanted): TemplateResult {
    const { request } = wanted;
    const who = whoOf(wanted);
    const notes = request.notes ?? [];
    return html`<li>
      <div>
        <span class="strong">${who}</span> ${aboutOf(wanted)}
        <div class="soft num">
          ${t('staff.requests.doneBy', {
            name: request.answeredBy ?? '',
            since: sinceWords(request.answeredAtMs, this.#ticker.time.nowMs),
          })}
        </div>
        ${notes.map(({ words }) => html`<div class="soft">${words}</div>`)}
      </div>
      <button aria-label=${t('staff.requests.reopenOf', { who })} @click=${() => void this.#reopen(request)}>
        ${t('staff.requests.reopen')}
      </button>
    </li>`;
  }

  async #reopen({ id }: Request): Promise<void> {
    await this.#change.run('request.answer', { requestId: id, reply: 'waiting' });
  }
}
