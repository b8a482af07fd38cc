import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { openWishes, type Request } from '../model/request.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { notHere } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { aboutOf, readWanted, sinceWords, whoOf, type Wanted } from './request-rows.ts';
import './staff-request-notes.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-requests': LlStaffRequests;
  }
}

/** Who has waited longer has waited too long: they asked yesterday. */
const LONG_MS = 24 * 3_600_000;

/** Who wants the advisor to contact them, the longest waiting first. */
@customElement('ll-staff-requests')
export class LlStaffRequests extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: flex-start;
        justify-content: space-between;
        padding: 0.75rem 0;
      }
      li > div:first-child {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
        padding: 0 0.25rem;
        color: inherit;
      }
      .chip {
        margin: 0.25rem 0.375rem 0.25rem 0;
      }
      .who {
        font-size: 1.125rem;
        font-weight: 900;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  /** Whether it stands there too while nobody waits, and says so. */
  @property({ type: Boolean }) stands = false;
  /** The one that was done here last: it can be taken back as long as this page stands. */
  @state() private justDone: { readonly id: string; readonly was: 'waiting' | 'taken' } | null = null;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #wanted = new LiveQuery(this, { query: readWanted, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#wanted.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => this.#card([]),
      // No card means that nobody waits, which is not known here.
      missing: () =>
        html`<section class="card" aria-labelledby="heading">
          <h2 id="heading">${t('staff.requests.heading')}</h2>
          ${notHere(this.#sync)}
        </section>`,
      error: () =>
        html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.requests.unreadable')}</p>`,
      complete: (wanted) => this.#card(wanted),
    });
  }

  #card(all: readonly Wanted[]): TemplateResult | typeof nothing {
    const open = openWishes(all.map(({ request }) => request)).flatMap(({ request: { id }, times }) => {
      const wanted = all.find(({ request }) => request.id === id);
      return wanted === undefined ? [] : { ...wanted, times };
    });
    const done = all.find(({ request }) => request.id === this.justDone?.id && request.state === 'done');
    if (open.length === 0 && done === undefined && !this.stands) return nothing;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.requests.heading')}</h2>
      ${
        open.length === 0
          ? html`<p class="nothing">${t('staff.requests.none')}</p>`
          : html`<ul class="rows">
              ${open.map((one) => this.#row(one))}
            </ul>`
      }
      ${done === undefined ? nothing : this.#undo(done)}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.requests.refused')}</p>`
      }
    </section>`;
  }

  #row(wanted: Wanted & { readonly times: number }): TemplateResult {
    const { request, member, times } = wanted;
    const who = whoOf(wanted);
    return html`<li>
      <div>
        <span class="who">${who}</span>
        ${
          member === undefined
            ? nothing
            : member.phone === null
              ? html`<span>${t('staff.requests.noPhone')}</span>`
              : html`<a class="num" href="tel:${member.phone}">${member.phone}</a>`
        }
        <div>${aboutOf(wanted)}</div>
        <div class="soft">
          ${t(request.memberId === null ? 'staff.requests.waitsAt' : 'staff.requests.at', {
            place: request.place,
          })}
          ·
          ${sinceWords(request.raisedAtMs, this.#ticker.time.nowMs)}${
            request.state === 'taken'
              ? ` · ${t('staff.requests.takenBy', { name: request.answeredBy ?? '' })}`
              : nothing
          }${times > 1 ? ` · ${t('staff.requests.times', { count: times })}` : nothing}
        </div>
        ${this.#chips(request)}
        <ll-staff-request-notes
          .request=${request}
          .who=${who}
          .nowMs=${this.#ticker.time.nowMs}
        ></ll-staff-request-notes>
      </div>
      <div class="actions">
        ${
          request.state === 'waiting'
            ? html`<button
                class="primary"
                aria-label=${t('staff.requests.takeOf', { who })}
                @click=${() => void this.#answer(request, 'taken')}
              >
                ${t('staff.requests.take')}
              </button>`
            : nothing
        }
        <button
          class=${request.state === 'taken' ? 'confirm' : 'outline'}
          aria-label=${t('staff.requests.doneOf', { who })}
          @click=${() => void this.#answer(request, 'done')}
        >
          ${t('staff.requests.done')}
        </button>
      </div>
    </li>`;
  }

  #undo(wanted: Wanted): TemplateResult {
    const who = whoOf(wanted);
    // Whoever is at it already is so again: nobody else is to call as well.
    const was = this.justDone?.was ?? 'waiting';
    return html`<p class="note" role="status">
      ${t('staff.requests.wasDone', { who })}
      <button
        aria-label=${t('staff.requests.undoOf', { who })}
        @click=${() => void this.#answer(wanted.request, was)}
      >
        ${t('staff.requests.undo')}
      </button>
    </p>`;
  }

  #chips({ id, raisedAtMs, state }: Request): TemplateResult {
    const { nowMs } = this.#ticker.time;
    const isLong = nowMs !== null && raisedAtMs !== null && nowMs - raisedAtMs > LONG_MS;
    const waits = this.#unsent.about(['request.answer', 'request.note', 'request.unnote'], id);
    return html`${
      isLong && state === 'waiting'
        ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.requests.long')}</span>`
        : nothing
    }${
      waits
        ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.requests.unsent')}</span>`
        : nothing
    }`;
  }

  async #answer({ id, state: was }: Request, reply: 'waiting' | 'taken' | 'done'): Promise<void> {
    const made = await this.#change.run('request.answer', { requestId: id, reply });
    if (made.ok) this.justDone = reply === 'done' ? { id, was: was === 'taken' ? was : 'waiting' } : null;
  }
}
