import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { openWishes, type Request } from '../model/request.ts';
import { LocaleController, locale, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { notHere } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-requests': LlStaffRequests;
  }
}

interface Wanted {
  readonly request: Request;
  readonly member: RowOf<'member'> | undefined;
  readonly policy: RowOf<'policy'> | undefined;
}

/** The requests with whom and what they are about, as far as this console holds it. */
async function readWanted(view: View): Promise<readonly Wanted[]> {
  const requests = await view.list('people', 'request');
  return Promise.all(
    requests.map(async (request) => ({
      request,
      member: request.memberId === null ? undefined : await view.get('people', 'member', request.memberId),
      policy: request.policyId === null ? undefined : await view.get('city', 'policy', request.policyId),
    })),
  );
}

/** Who wants the advisor to contact them, the longest waiting first; nothing at all while nobody does. */
@customElement('ll-staff-requests')
export class LlStaffRequests extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.75rem 0;
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

  /** The one that was done here last: it can be taken back as long as this page stands. */
  @state() private justDone: string | null = null;
  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #wanted = new LiveQuery(this, { query: readWanted, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#wanted.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
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
    const done = all.find(({ request }) => request.id === this.justDone && request.state === 'done');
    if (open.length === 0 && done === undefined) return nothing;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.requests.heading')}</h2>
      <ul class="rows">
        ${open.map((one) => this.#row(one))}
      </ul>
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
            : html`<span class="num">${member.phone ?? t('staff.requests.noPhone')}</span>`
        }
        <div>${aboutOf(wanted)}</div>
        <div class="soft">
          ${t(request.memberId === null ? 'staff.requests.waitsAt' : 'staff.requests.at', {
            place: request.place,
          })}
          ·
          ${this.#since(request)}${
            request.state === 'taken'
              ? ` · ${t('staff.requests.takenBy', { name: request.answeredBy ?? '' })}`
              : nothing
          }${times > 1 ? ` · ${t('staff.requests.times', { count: times })}` : nothing}
        </div>
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
    return html`<p class="note" role="status">
      ${t('staff.requests.wasDone', { who })}
      <button
        aria-label=${t('staff.requests.undoOf', { who })}
        @click=${() => void this.#answer(wanted.request, 'waiting')}
      >
        ${t('staff.requests.undo')}
      </button>
    </p>`;
  }

  #since({ raisedAtMs }: Request): string {
    const { nowMs } = this.#ticker.time;
    return raisedAtMs === null || nowMs === null ? t('staff.requests.someTime') : ago(nowMs - raisedAtMs);
  }

  async #answer({ id }: Request, reply: 'waiting' | 'taken' | 'done'): Promise<void> {
    const made = await this.#change.run('request.answer', { requestId: id, reply });
    if (made.ok) this.justDone = reply === 'done' ? id : null;
  }
}

function whoOf({ request, member }: Wanted): string {
  if (member !== undefined) return member.name;
  if (request.memberId === null) return t('staff.requests.nobody');
  return request.seenName === null
    ? t('staff.requests.unknownNameless')
    : t('staff.requests.unknown', { name: request.seenName });
}

function aboutOf({ request, policy }: Wanted): string {
  if (request.policyId === null || policy === undefined) return t('staff.requests.aboutAnything');
  const title = locale() === 'zh-CN' ? policy.title : (policy.titleEn ?? policy.title);
  return t('staff.requests.about', { title });
}
