import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { SessionId } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { attendancesOf } from '../../check-in/model/attendance.ts';
import { standing, type Enrolment } from '../../enrolments/model/list.ts';
import type { Session } from '../model/sessions.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-enrolments': LlStaffEnrolments;
  }
}

type Member = RowOf<'member'>;

/** So many names are offered; with more, more has to be typed. */
const MOST_NAMES = 6;

/** What somebody is to be told. */
const NEWS = {
  place: 'staff.enrolments.movedUp',
  cancelled: 'staff.enrolments.notHeld',
  held: 'staff.enrolments.heldAfterAll',
} as const;

async function readList(view: View, { session }: { readonly session: SessionId }) {
  const members = await view.list('people', 'member');
  return {
    list: await view.list('people', 'enrolment', attendancesOf(session)),
    members: new Map<string, Member>(members.map((member) => [member.id, member])),
  };
}

type Known = Awaited<ReturnType<typeof readList>>;

/** Who has put their name down for a session and who waits; staff add and remove, and note whom they have told. */
@customElement('ll-staff-enrolments')
export class LlStaffEnrolments extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: block;
        margin-top: 1.25rem;
      }
      h3 {
        margin-top: 0.75rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        min-height: 2.75rem;
      }
      li b {
        flex: 1;
      }
      .names button {
        width: 100%;
        justify-content: space-between;
      }
    `,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @state() private typed = '';

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, {
    query: readList,
    args: () => (this.session === null ? null : { session: this.session.id }),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === null) return nothing;
    return html`<section aria-labelledby="heading">
      ${this.#known.render<unknown>({
        ...rowStates('staff.enrolments.nobody', this.#sync),
        complete: (known) => this.#renderLists(session, known),
      })}
    </section>`;
  }

  #renderLists(session: Session, known: Known): TemplateResult {
    const [taken, waiting] = [standing(known.list, 'in'), standing(known.list, 'waiting')];
    const count = taken.length;
    return html`
      <h3 id="heading">
        ${t('staff.enrolments.heading', { count, places: session.course.capacity ?? count })}
      </h3>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${this.#renderRows(session, taken, known)}
      ${
        waiting.length === 0
          ? nothing
          : html`<h3>${t('staff.enrolments.waiting', { count: waiting.length })}</h3>
              ${this.#renderRows(session, waiting, known)}`
      }
      ${this.#renderAdding(session, known)}
    `;
  }

  #renderRows(session: Session, list: readonly Enrolment[], { members }: Known): TemplateResult {
    if (list.length === 0) return html`<p class="nothing">${t('staff.enrolments.nobody')}</p>`;
    return html`<ol class="rows">
      ${list.map(({ memberId, tell, news }) => {
        const member = members.get(memberId);
        const name = member?.name ?? t('staff.enrolments.gone');
        const whom = { sessionId: session.id, memberId };
        return html`<li>
          <b>${name}</b>
          ${
            tell
              ? html`<span class="chip warn">${t(NEWS[news ?? 'place'])}</span>
                  <span class="num">${member?.phone ?? ''}</span>
                  <button
                    aria-label=${t('staff.enrolments.toldThis', { name })}
                    @click=${() => void this.#change.run('enrol.told', whom)}
                  >
                    ${t('staff.enrolments.told')}
                  </button>`
              : nothing
          }
          <button
            class="bare"
            aria-label=${t('staff.enrolments.removeThis', { name })}
            @click=${() => void this.#change.run('enrol.leave', { ...whom, claim: null, seen: { name } })}
          >
            ${t('staff.enrolments.remove')}
          </button>
        </li>`;
      })}
    </ol>`;
  }

  #renderAdding(session: Session, { list, members }: Known): TemplateResult {
    const typed = this.typed.trim();
    const on = new Set(list.filter(({ state }) => state !== 'left').map(({ memberId }) => memberId));
    const found =
      typed === ''
        ? []
        : [...members.values()].filter(
            ({ id, name, phone }) => !on.has(id) && (name.includes(typed) || phone?.endsWith(typed)),
          );
    return html`<label for="find">${t('staff.enrolments.add')}</label>
      <input id="find" autocomplete="off" .value=${this.typed} @input=${this.#type} />
      ${typed !== '' && found.length === 0 ? html`<p class="nothing" role="status">${t('staff.history.nobody')}</p>` : nothing}
      <ul class="rows names">
        ${found.slice(0, MOST_NAMES).map(
          (member) =>
            html`<li>
              <button @click=${() => this.#add(session, member)}>
                <b>${member.name}</b><span class="soft num">${member.phone?.slice(-4) ?? ''}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${found.length > MOST_NAMES ? html`<p class="nothing" role="status">${t('staff.history.many')}</p>` : nothing}`;
  }

  readonly #type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
  };

  #add(session: Session, { id, name }: Member): void {
    this.typed = '';
    void this.#change.run('enrol.join', { sessionId: session.id, memberId: id, seen: { name } });
  }
}
