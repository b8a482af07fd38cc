import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatTimeAt, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Made } from '../../../protocol/client/api.ts';
import type { Enrolment } from '../../enrolments/model/list.ts';
import type { Session } from '../model/sessions.ts';
import { nameOnRoll, readRoll, rollOf, type Member, type OnRoll, type Roll } from './roll.ts';
import './staff-roll-add.ts';
import './staff-roll-reason.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-roll': LlStaffRoll;
  }
}

/** What somebody is to be told. */
const NEWS = {
  place: 'staff.enrolments.movedUp',
  cancelled: 'staff.enrolments.notHeld',
  held: 'staff.enrolments.heldAfterAll',
  moved: 'staff.enrolments.movedDay',
} as const;

const newsOf = ({ news, movedFrom }: Enrolment): keyof typeof NEWS =>
  movedFrom === undefined ? (news ?? 'place') : 'moved';

type Whom = Pick<Enrolment, 'sessionId' | 'memberId'>;

/** What was done to a list last, and how it is taken back. */
interface Done {
  readonly what: 'removed' | 'toldDone' | 'firstDone';
  readonly name: string;
  readonly back: () => Promise<Made>;
}

/**
 * A session's roll: who put their name down, who of them came, who came besides and who waits. Staff add and remove,
 * note whom they have told, and put right who came, saying why.
 */
@customElement('ll-staff-roll')
export class LlStaffRoll extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 1rem 0 0.25rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        min-height: 2.75rem;
        padding: 0.25rem 0;
      }
      .who {
        flex: 1 1 8rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .who small {
        display: block;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }
      ll-staff-roll-reason {
        flex: 1 1 100%;
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
      }
    `,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @property({ type: Number, attribute: 'utc-offset' }) utcOffset = 480;
  /** Whether it has begun, or is about to: before that nobody came. */
  @property({ type: Boolean, attribute: 'has-begun' }) hasBegun = false;
  /** The coming meetings of its course that take names, itself among them. */
  @property({ attribute: false }) coming: readonly Session[] = [];

  /** Whose check-in is being put right. */
  @state() private asks: OnRoll | null = null;
  @state() private done: Done | null = null;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, {
    query: readRoll,
    args: () => (this.session === null ? null : { session: this.session.id }),
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session') || changed.get('session')?.id === this.session?.id) return;
    this.asks = null;
    this.done = null;
    this.#change.forget();
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === null) return nothing;
    return html`${this.#known.render<unknown>({
      ...rowStates('staff.enrolments.nobody', this.#sync),
      complete: (known) => this.#renderRoll(session, rollOf(known), known.members),
    })}`;
  }

  #renderRoll(session: Session, roll: Roll, members: readonly Member[]): TemplateResult {
    const { capacity } = session.course;
    const count = roll.listed.length;
    const hasList = capacity !== null || count > 0;
    return html`
      <div role="status">
        ${this.hasBegun ? html`<p class="totals num">${this.#totals(roll, hasList)}</p>` : nothing}
      </div>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${this.#refusedWords()}</p>`
      }
      ${this.#renderDone()}
      ${
        hasList
          ? html`<h3>${t('staff.enrolments.heading', { count, places: capacity ?? count })}</h3>
              ${this.#renderRows(session, roll.listed)}`
          : nothing
      }
      ${this.#renderPart(session, t('staff.roll.besides', { count: roll.besides.length }), roll.besides)}
      ${this.#renderPart(session, t('staff.enrolments.waiting', { count: roll.waiting.length }), roll.waiting)}
      ${this.#renderPart(session, t('staff.roll.takenBack'), roll.takenBack)}
      <ll-staff-roll-add
        .session=${session}
        .members=${members}
        .roll=${roll}
        .coming=${this.coming}
        ?has-begun=${this.hasBegun}
      ></ll-staff-roll-add>
    `;
  }

  #totals({ listed, cameCount, absentCount, besides }: Roll, hasList: boolean) {
    return html`<b>${t('staff.roll.came', { count: cameCount })}</b>
      ${hasList ? html`<span>${t('staff.roll.absent', { count: absentCount })}</span>` : nothing}
      ${
        hasList && besides.length > 0 && listed.length > 0
          ? html`<span>${t('staff.roll.unlisted', { count: besides.length })}</span>`
          : nothing
      }`;
  }

  #refusedWords(): string {
    const code = this.#change.refusal?.code ?? '';
    if (code === 'too-old') return t('staff.roll.refused.tooOld');
    if (code === 'not-yet') return t('staff.roll.refused.notYet');
    if (code === 'unknown-member') return t('staff.roll.refused.gone');
    return t('staff.today.notChanged');
  }

  #renderDone() {
    const { done } = this;
    if (done === null) return nothing;
    return html`<p class="note" role="status">
      <span>${t(`staff.roll.${done.what}`, { name: done.name })}</span>
      <button @click=${() => this.#takeBack(done)}>
        ${t(done.what === 'removed' ? 'staff.roll.putBack' : 'staff.timetable.takeBack')}
      </button>
    </p>`;
  }

  #renderPart(session: Session, heading: string, rows: readonly OnRoll[]) {
    if (rows.length === 0) return nothing;
    return html`<h3>${heading}</h3>
      ${this.#renderRows(session, rows)}`;
  }

  #renderRows(session: Session, rows: readonly OnRoll[]): TemplateResult {
    if (rows.length === 0) return html`<p class="nothing">${t('staff.enrolments.nobody')}</p>`;
    return html`<ol class="rows">
      ${rows.map((one, place) => this.#renderOne(session, one, place))}
    </ol>`;
  }

  #renderOne(session: Session, one: OnRoll, place: number): TemplateResult {
    const { member, enrolment, memberId } = one;
    const name = nameOnRoll(one);
    const whom = { sessionId: session.id, memberId };
    return html`<li>
      <span class="who"><b>${name}</b>${this.#renderBelow(one)}</span>
      ${this.#renderChips(session, one)}
      ${
        enrolment?.tell === true
          ? html`<span class="chip warn">${t(NEWS[newsOf(enrolment)])}</span>
              <span class="num">${member?.phone ?? ''}</span>
              <button
                aria-label=${t('staff.enrolments.toldThis', { name })}
                @click=${() => this.#told(whom, name)}
              >
                ${t('staff.enrolments.told')}
              </button>`
          : nothing
      }
      ${
        enrolment?.state === 'waiting' && place > 0
          ? html`<button
              class="bare"
              aria-label=${t('staff.roll.firstThis', { name })}
              @click=${() => this.#putFirst(whom, place + 1, name)}
            >
              ${consoleIcon('up')}${t('staff.roll.first')}
            </button>`
          : nothing
      }
      ${this.#renderRight(one, name)}
      ${
        enrolment === null || one.came
          ? nothing
          : html`<button
              class="bare"
              aria-label=${t('staff.enrolments.removeThis', { name })}
              @click=${() => this.#remove(enrolment, name)}
            >
              ${t('staff.enrolments.remove')}
            </button>`
      }
      ${
        this.asks?.memberId === memberId
          ? html`<ll-staff-roll-reason
              name=${name}
              ?came=${!one.came}
              @ll-roll-reason=${({ reason }: HTMLElementEventMap['ll-roll-reason']) =>
                this.#correct(session, one, reason)}
              @ll-roll-reason-left=${() => (this.asks = null)}
            ></ll-staff-roll-reason>`
          : nothing
      }
    </li>`;
  }

  #renderBelow({ cameAtMs, came, reason }: OnRoll) {
    const at = came && cameAtMs !== null ? formatTimeAt(cameAtMs, this.utcOffset) : '';
    const words = [at, reason ?? ''].filter((one) => one !== '').join(' · ');
    return words === '' ? nothing : html`<small class="num">${words}</small>`;
  }

  #renderChips(session: Session, { came, memberId, enrolment }: OnRoll) {
    const isUnsent = this.#unsent.about(CHANGES, session.id, memberId);
    return html`${
      !this.hasBegun || enrolment?.state === 'waiting'
        ? nothing
        : came
          ? html`<span class="chip ok">${consoleIcon('check')}${t('staff.roll.here')}</span>`
          : html`<span class="chip">${t('staff.roll.notHere')}</span>`
    }${isUnsent ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.roll.unsent')}</span>` : nothing}`;
  }

  /** The way to put right whether somebody came. */
  #renderRight(one: OnRoll, name: string) {
    if (!this.hasBegun || one.enrolment?.state === 'waiting') return nothing;
    const label = one.came ? 'staff.roll.notCameThis' : 'staff.roll.cameThis';
    return html`<button aria-label=${t(label, { name })} @click=${() => (this.asks = one)}>
      ${t(one.came ? 'staff.roll.notCame' : 'staff.roll.cameButton')}
    </button>`;
  }

  async #correct({ id: sessionId }: Session, { memberId, came }: OnRoll, reason: string): Promise<void> {
    const made = await this.#change.run('checkin.correct', { sessionId, memberId, came: !came, reason });
    if (made.ok) this.asks = null;
  }

  async #remove(row: Enrolment, name: string): Promise<void> {
    const { sessionId, memberId } = row;
    const made = await this.#change.run('enrol.leave', { sessionId, memberId, claim: null, seen: { name } });
    const { state } = row;
    if (!made.ok || state === 'left') return;
    const claims = row.claims.filter(({ withdrawn }) => !withdrawn).map(({ mid }) => mid);
    const back = () => this.#change.run('enrol.restore', { sessionId, memberId, state, claims });
    this.done = { what: 'removed', name, back };
  }

  async #told(whom: Whom, name: string): Promise<void> {
    const made = await this.#change.run('enrol.told', whom);
    const back = () => this.#change.run('enrol.told', { ...whom, told: false });
    if (made.ok) this.done = { what: 'toldDone', name, back };
  }

  /** @param place - where they waited, from 1 */
  async #putFirst(whom: Whom, place: number, name: string): Promise<void> {
    const made = await this.#change.run('enrol.first', whom);
    const back = () => this.#change.run('enrol.first', { ...whom, place });
    if (made.ok) this.done = { what: 'firstDone', name, back };
  }

  async #takeBack({ back }: Done): Promise<void> {
    if ((await back()).ok) this.done = null;
  }
}

const CHANGES = [
  'enrol.join',
  'enrol.leave',
  'enrol.restore',
  'enrol.first',
  'enrol.told',
  'checkin.correct',
] as const;
