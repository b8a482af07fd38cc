import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import {
  formatDate,
  formatDay,
  formatNearDay,
  locale,
  LocaleController,
  t,
  weekdayShort,
} from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { MediaQuery } from '../../../ui/console/media-query.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

import { sessionsOfWeek, type Session } from '../model/sessions.ts';
import { roomTold } from '../model/told.ts';
import { clockAt, courseName } from './clash-words.ts';
import { factsOf, toTellWords } from './session-facts.ts';
import type { SessionEditEvent } from './staff-roll-sheet.ts';
import type { OpenSession, SessionChangedEvent } from './staff-session-sheet.ts';
import { timetableStyles } from './timetable-styles.ts';
import { byRooms, comersOf, mondayOf, readTimetable, type Comers, type Known } from './week.ts';
import './staff-roll-sheet.ts';
import './staff-session-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-timetable': LlStaffTimetable;
  }
}

/** So wide that a week of rooms can be read side by side. */
const WIDE = '(min-width: 72rem)';
/** What has just been changed, and how it is taken back. */
type Undo = Pick<SessionChangedEvent, 'session' | 'undo' | 'draft'>;

/** A week's meetings, with what is different about each, who comes, and the ways to change both. */
@customElement('ll-staff-timetable')
export class LlStaffTimetable extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    timetableStyles,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** Weeks from this one. */
  @state() private ahead = 0;
  /** The day that is looked at; null is today, or the week's first. */
  @state() private day: CivilDate | null = null;
  @state() private editing: OpenSession | null = null;
  @state() private looking: Session | null = null;
  @state() private undo: Undo | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #wide = new MediaQuery(this, WIDE);
  readonly #known = new LiveQuery(this, { query: readTimetable, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const known = this.#known.value ?? null;
    const moment = this.#ticker.momentAt(known?.centre);
    const { editing } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        ${this.#known.render<unknown>({
          ...rowStates('staff.timetable.none', this.#sync),
          complete: (all) => this.#renderWeek(all, moment),
        })}
      </section>
      <ll-staff-session-sheet
        .open=${editing}
        .now=${known?.changes.find(({ id }) => id === editing?.session.id)}
        .timetable=${known}
        .people=${peopleOf(editing, known)}
        .today=${moment?.date ?? ''}
        @ll-session-changed=${({ session, undo, draft }: SessionChangedEvent) =>
          (this.undo = { session, undo, draft })}
        @ll-sheet-close=${() => (this.editing = null)}
      ></ll-staff-session-sheet>
      <ll-staff-roll-sheet
        .looking=${this.looking}
        .known=${known}
        .moment=${moment}
        ?may-change=${this.mayChange}
        @ll-session-edit=${({ session }: SessionEditEvent) => {
          this.looking = null;
          this.#edit(session);
        }}
        @ll-sheet-close=${() => (this.looking = null)}
      ></ll-staff-roll-sheet>
    `;
  }

  #renderWeek(known: Known, moment: CivilMoment | null): TemplateResult {
    if (moment === null) {
      return html`<h2 id="heading">${t('staff.timetable.heading')}</h2>
        <p class="note warn">${t('staff.timetable.timeUnknown')}</p>`;
    }
    const today = moment.date;
    const monday = addDays(mondayOf(today), this.ahead * 7);
    const week = sessionsOfWeek(known.courses, known.changes, monday, known.isRest);
    return html`
      <div class="bar">
        <h2 id="heading">
          ${t('staff.timetable.heading')}
          <span class="soft num" role="status"
            >${t('staff.timetable.week', { from: formatDate(monday), to: formatDate(addDays(monday, 6)) })}</span
          >
        </h2>
        ${
          this.ahead === 0
            ? nothing
            : html`<button @click=${() => this.#go(0)}>${t('staff.timetable.thisWeek')}</button>`
        }
        <button
          class="sign"
          data-repeats
          aria-label=${t('staff.timetable.weekBefore')}
          @click=${() => this.#go(this.ahead - 1)}
        >
          ${consoleIcon('back')}
        </button>
        <button
          class="sign next"
          data-repeats
          aria-label=${t('staff.timetable.weekAfter')}
          @click=${() => this.#go(this.ahead + 1)}
        >
          ${consoleIcon('back')}
        </button>
      </div>
      ${this.#renderUndo()}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${this.#wide.matches ? this.#renderGrid(week, known, today) : this.#renderDays(week, known, today)}
    `;
  }

  #go(ahead: number): void {
    this.ahead = ahead;
    this.day = null;
  }

  #renderUndo() {
    const { undo } = this;
    if (undo === null) return nothing;
    const { session, draft } = undo;
    const what = draft.cancelled ? 'cancelled' : draft.date !== session.date ? 'moved' : 'changed';
    const said = {
      name: courseName(session.course),
      day: formatDate(session.date),
      to: formatDate(draft.date),
    };
    return html`<p class="note undo" role="status">
      <span>${t(`staff.timetable.done.${what}`, said)}</span>
      <button @click=${() => this.#takeBack(undo)}>${t('staff.timetable.takeBack')}</button>
    </p>`;
  }

  async #takeBack({ undo }: Undo): Promise<void> {
    const made = await undo(this.#change);
    if (made.ok) this.undo = null;
  }

  #renderDays(week: Week, known: Known, today: CivilDate): TemplateResult {
    const chosen =
      week.find(({ date }) => date === (this.day ?? today)) ??
      week.find(({ sessions }) => sessions.length > 0);
    const date = chosen?.date ?? week[0]?.date ?? today;
    const sessions = chosen?.sessions ?? [];
    return html`
      <div class="days" role="group" aria-label=${t('staff.timetable.chooseDay')}>
        ${week.map(
          (one) =>
            html`<button
              class=${one.date === today ? 'today' : ''}
              data-repeats
              aria-pressed=${one.date === date ? 'true' : 'false'}
              @click=${() => (this.day = one.date)}
            >
              <small>${weekdayShort(one.date)}</small> <b class="num">${Number(one.date.slice(8))}</b>
              <span class="sr">${dayWord(one.date, one.sessions.length)}</span>
            </button>`,
        )}
      </div>
      <h3 aria-live="polite">${dayWords(date, today)}</h3>
      ${
        sessions.length === 0
          ? html`<p class="nothing">${t('staff.timetable.none')}</p>`
          : html`<ul class="rows">
              ${sessions.map((session) => this.#renderSession(session, known))}
            </ul>`
      }
    `;
  }

  #renderSession(session: Session, known: Known): TemplateResult {
    const comers = comersOf(session, known);
    const name = courseName(session.course);
    return html`
      <li class=${session.cancelled ? 'off' : ''}>
        <span class="at">${clockAt(session.startMinute)}</span>
        <div class="what">
          <span class="name">${name}</span> ${this.#renderChips(session, comers)}
          <div class="soft">${factsOf(session, comers)}</div>
        </div>
        <div class="actions">
          <button
            aria-label=${t('staff.timetable.rollOf', { name })}
            @click=${() => (this.looking = session)}
          >
            ${consoleIcon('people')}${t('staff.timetable.roll')}
          </button>
          ${
            this.mayChange
              ? html`<button
                  aria-label=${t('staff.timetable.changeThis', { name })}
                  @click=${() => this.#edit(session)}
                >
                  ${t('staff.timetable.change')}
                </button>`
              : nothing
          }
        </div>
      </li>
    `;
  }

  #renderChips(session: Session, { toTell }: Comers) {
    return html`${session.cancelled ? html`<span class="chip alert">${t('staff.timetable.cancelled')}</span>` : nothing}
    ${session.moved && !session.cancelled ? html`<span class="chip warn">${t('staff.timetable.moved')}</span>` : nothing}
    ${toTell.length === 0 ? nothing : html`<span class="chip warn">${t(toTellWords(toTell), { count: toTell.length })}</span>`}
    ${
      this.#unsent.about(['session.change', 'session.move'], session.id)
        ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.roll.unsent')}</span>`
        : nothing
    }`;
  }

  #renderGrid(week: Week, known: Known, today: CivilDate): TemplateResult {
    const rooms = byRooms(week);
    if (rooms.length === 0) return html`<p class="nothing">${t('staff.timetable.noneThisWeek')}</p>`;
    const mark = (date: CivilDate | undefined): string => (date === today ? 'today' : '');
    return html`<table>
      <thead>
        <tr>
          <th scope="col" class="room">${t('staff.timetable.room')}</th>
          ${week.map(
            ({ date }) =>
              html`<th scope="col" class=${mark(date)} aria-current=${date === today ? 'date' : nothing}>
                ${weekdayShort(date)} <span class="num">${Number(date.slice(8))}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rooms.map(
          ({ room, days }) =>
            html`<tr>
              <th scope="row" class="room">${roomWords(room, days)}</th>
              ${days.map(
                (sessions, i) =>
                  html`<td class=${mark(week[i]?.date)}>
                    ${sessions.map((session) => this.#renderCell(session, known))}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderCell(session: Session, known: Known): TemplateResult {
    const comers = comersOf(session, known);
    return html`<button class=${session.cancelled ? 'off' : ''} @click=${() => (this.looking = session)}>
      <span class="at">${clockAt(session.startMinute)}</span>
      <span class="name">${courseName(session.course)}</span>
      ${this.#renderChips(session, comers)}
      <span class="sr">${formatDay(session.date)}</span>
    </button>`;
  }

  #edit(session: Session): void {
    const base = this.#known.value?.changes.find(({ id }) => id === session.id);
    this.editing = { session, base };
  }
}

/** What a day's button says to those who do not see it. */
const dayWord = (date: CivilDate, count: number): string =>
  t('staff.timetable.dayOf', { date: formatDate(date), count });

type Week = ReturnType<typeof sessionsOfWeek>;

/** A room by the name that one of its meetings has for it. */
function roomWords(room: string, days: readonly (readonly Session[])[]): string {
  const told = days.flat().map((session) => roomTold(session, locale() === 'en'));
  return told.find((words) => words !== room) ?? room;
}

function peopleOf(editing: OpenSession | null, known: Known | null) {
  const comers = editing === null || known === null ? null : comersOf(editing.session, known);
  return {
    enrolled: (comers?.enrolled?.taken ?? 0) + (comers?.enrolled?.waiting ?? 0),
    came: comers?.came ?? 0,
  };
}

function dayWords(date: CivilDate, today: CivilDate): string {
  const near = formatNearDay(date, today);
  return near === formatDate(date) ? formatDay(date) : `${near} ${formatDay(date)}`;
}
