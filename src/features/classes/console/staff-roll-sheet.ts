import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { addDays, type CivilMoment } from '../../../kernel/time.ts';
import { formatDay, LocaleController, t } from '../../../i18n/index.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { takesNames } from '../model/coming.ts';
import { minutesUntil, sessionsOfWeek, type Session } from '../model/sessions.ts';
import { clockAt, courseName } from './clash-words.ts';
import { printRoll } from './print-roll.ts';
import { factsOf } from './session-facts.ts';
import { comersOf, type Known } from './week.ts';
import './staff-roll.ts';

/** Before so many minutes to its start nobody comes to a meeting. */
const COMING_MINUTES = 60;
/** So many meetings to come are joined at once. */
const MOST_COMING = 12;

/** This meeting is to be changed. */
export class SessionEditEvent extends Event {
  constructor(readonly session: Session) {
    super('ll-session-edit');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-roll-sheet': LlStaffRollSheet;
  }
  interface HTMLElementEventMap {
    'll-session-edit': SessionEditEvent;
  }
}

/**
 * A meeting's roll in a sheet, to be worked on and printed.
 *
 * @event ll-session-edit - The meeting itself is to be changed.
 * @event ll-sheet-close - It is to be closed.
 */
@customElement('ll-staff-roll-sheet')
export class LlStaffRollSheet extends LitElement {
  static override readonly styles = [textStyles, buttonStyles];

  /** The meeting as it was when somebody went there; null while nobody has. */
  @property({ attribute: false }) looking: Session | null = null;
  @property({ attribute: false }) known: Known | null = null;
  @property({ attribute: false }) moment: CivilMoment | null = null;
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { known, moment } = this;
    const session = this.#lookedAt(known);
    return html`<ll-sheet
      actions
      ?open=${session !== null}
      heading=${session === null ? '' : `${courseName(session.course)} · ${formatDay(session.date)}`}
      close-label=${t('staff.close')}
    >
      ${session === null || known === null ? nothing : this.#renderRoll(session, known, moment)}
      ${session === null ? nothing : this.#renderActions(session)}
    </ll-sheet>`;
  }

  #renderRoll(session: Session, known: Known, moment: CivilMoment | null): TemplateResult {
    const words = `${clockAt(session.startMinute)} · ${factsOf(session, { ...comersOf(session, known), came: null })}`;
    return html`<p class="soft">${words}</p>
      <ll-staff-roll
        .session=${session}
        .coming=${this.#comingFrom(session, known, moment)}
        utc-offset=${known.centre.utcOffsetMinutes}
        ?has-begun=${moment !== null && minutesUntil(session, moment) <= COMING_MINUTES}
      ></ll-staff-roll>`;
  }

  #renderActions(session: Session): TemplateResult {
    return html`<button slot="actions" @click=${() => void printRoll(this.#change.store, session)}>
        ${t('staff.roll.print')}
      </button>
      ${
        this.mayChange
          ? html`<button slot="actions" @click=${() => this.dispatchEvent(new SessionEditEvent(session))}>
              ${t('staff.timetable.changeOne')}
            </button>`
          : nothing
      }`;
  }

  /** The meeting that is looked at, as it is by now. */
  #lookedAt(known: Known | null): Session | null {
    const { looking } = this;
    if (looking === null || known === null) return looking;
    const [day] = sessionsOfWeek(known.courses, known.changes, looking.date, known.isRest);
    return day?.sessions.find(({ id }) => id === looking.id) ?? looking;
  }

  /** The meetings of a session's course that one can still put one's name down for, itself the first. */
  #comingFrom({ course, date }: Session, known: Known, moment: CivilMoment | null): readonly Session[] {
    if (moment === null) return [];
    const found: Session[] = [];
    for (let weeks = 0; weeks < MOST_COMING && found.length < MOST_COMING; weeks += 1) {
      const from = addDays(date, weeks * 7);
      for (const day of sessionsOfWeek([course], known.changes, from, known.isRest))
        found.push(...day.sessions.filter((one) => takesNames(one, moment)));
    }
    return found.slice(0, MOST_COMING);
  }
}
