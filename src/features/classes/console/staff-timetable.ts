import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import type { Enrolment } from '../../enrolments/model/list.ts';
import { sessionsOn, type Session } from '../model/sessions.ts';
import { addDays, clockTime, momentOf, type CivilDate } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import {
  formatClock,
  formatDay,
  formatNearDay,
  formatDate,
  LocaleController,
  locale,
  t,
} from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import './staff-session-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-timetable': LlStaffTimetable;
  }
}

async function readTimetable(view: View) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  return {
    centre,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    tallies: await view.list('centre', 'attendanceCount'),
    enrolled: await view.list('centre', 'enrolmentCount'),
    // Whom nobody has told yet; empty for those who may not know the people.
    toTell: (await view.list('people', 'enrolment')).filter(({ tell }) => tell),
    isRest: restDays(await view.list('city', 'calendarDay')),
  };
}

/** A day's sessions, each with what is different about it, and the way to change that. */
@customElement('ll-staff-timetable')
export class LlStaffTimetable extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      .day {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
      }
      .day button {
        padding: 0;
      }
      .day svg.next {
        transform: scaleX(-1);
      }
      .next svg {
        transform: scaleX(-1);
      }
      li {
        display: grid;
        grid-template-columns: 3.75rem minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
        align-items: center;
        padding: 0.5rem 0;
      }
      .at {
        font-weight: 900;
        font-variant-numeric: tabular-nums;
      }
      .off .name {
        text-decoration: line-through;
        color: var(--ink-soft);
      }
      .name {
        font-weight: 700;
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** Days from today. */
  @state() private ahead = 0;
  @state() private editing: Session | null = null;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, { query: readTimetable, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        ${this.#known.render<unknown>({
          ...rowStates('staff.timetable.none', this.#sync),
          complete: (known) => this.#renderDay(known),
        })}
      </section>
      <ll-staff-session-sheet
        .session=${this.editing}
        @ll-session-change=${({ change }: HTMLElementEventMap['ll-session-change']) => {
          void this.#change.run('session.change', { change });
          this.editing = null;
        }}
        @ll-sheet-close=${() => (this.editing = null)}
      ></ll-staff-session-sheet>
    `;
  }

  #renderDay(known: NonNullable<Awaited<ReturnType<typeof readTimetable>>>): TemplateResult {
    const today = momentOf(this.#ticker.time, known.centre.utcOffsetMinutes)?.date ?? null;
    if (today === null) {
      return html`<h2 id="heading">${t('staff.timetable.heading')}</h2>
        <p class="note warn">${t('staff.timetable.timeUnknown')}</p>`;
    }
    const date = addDays(today, this.ahead);
    const sessions = sessionsOn(known.courses, known.changes, date, known.isRest);
    return html`
      <div class="day">
        <button class="bare" aria-label=${t('staff.timetable.before')} @click=${() => (this.ahead -= 1)}>
          ${consoleIcon('back')}
        </button>
        <h2 id="heading" aria-live="polite">${dayWords(date, today)}</h2>
        <button class="bare next" aria-label=${t('staff.timetable.after')} @click=${() => (this.ahead += 1)}>
          ${consoleIcon('back')}
        </button>
      </div>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${
        sessions.length === 0
          ? html`<p class="nothing">${t('staff.timetable.none')}</p>`
          : html`<ul class="rows">
              ${sessions.map((session) =>
                this.#renderSession(
                  session,
                  known.tallies.find(({ id }) => id === session.id)?.count ?? null,
                  known.enrolled.find(({ id }) => id === session.id),
                  known.toTell.filter(({ sessionId }) => sessionId === session.id),
                ),
              )}
            </ul>`
      }
    `;
  }

  #renderSession(
    session: Session,
    count: number | null,
    enrolled: RowOf<'enrolmentCount'> | undefined,
    toTell: readonly Enrolment[],
  ): TemplateResult {
    const name = locale() === 'en' ? (session.course.nameEn ?? session.course.name) : session.course.name;
    return html`
      <li class=${session.cancelled ? 'off' : ''}>
        <span class="at">${formatClock(clockTime(session.startMinute))}</span>
        <div>
          <span class="name">${name}</span>
          ${session.cancelled ? html`<span class="chip alert">${t('staff.timetable.cancelled')}</span>` : nothing}
          ${session.moved && !session.cancelled ? html`<span class="chip warn">${t('staff.timetable.moved')}</span>` : nothing}
          ${toTell.length === 0 ? nothing : html`<span class="chip warn">${t(toTellWords(toTell), { count: toTell.length })}</span>`}
          <div class="soft">
            ${session.room}${enrolled === undefined ? nothing : ` · ${enrolledWords(enrolled)}`}${count === null ? nothing : ` · ${t('staff.checkins.people', { count })}`}
            ${session.note === null ? nothing : ` · ${session.note}`}
          </div>
        </div>
        ${
          this.mayChange
            ? html`<button
                aria-label=${t('staff.timetable.changeThis', { name })}
                @click=${() => (this.editing = session)}
              >
                ${t('staff.timetable.change')}
              </button>`
            : nothing
        }
      </li>
    `;
  }
}

/** Who has moved up is told a good thing; of a session that is not held, all who stand on its list are told. */
const toTellWords = (toTell: readonly Enrolment[]) =>
  toTell.every(({ news }) => news === undefined) ? 'staff.enrolments.toTell' : 'staff.enrolments.newsToTell';

function enrolledWords({ taken, waiting }: RowOf<'enrolmentCount'>): string {
  const words = t('staff.enrolments.taken', { count: taken });
  return waiting === 0 ? words : `${words} · ${t('staff.enrolments.waiting', { count: waiting })}`;
}

function dayWords(date: CivilDate, today: CivilDate): string {
  const near = formatNearDay(date, today);
  return near === formatDate(date) ? formatDay(date) : `${near} ${formatDay(date)}`;
}
