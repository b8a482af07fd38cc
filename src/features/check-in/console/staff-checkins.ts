import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { counts, waitingForSession, type LooseClaim } from '../model/attendance.ts';
import { isVisitor } from '../model/visitor.ts';
import { sessionsOn, type Session } from '../../classes/model/sessions.ts';
import { roomTold } from '../../classes/model/told.ts';
import { clockTime } from '../../../kernel/time.ts';
import { formatClock, formatTimeAt, locale, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { courseName } from './course-name.ts';
import { sessionsToday, type SessionToday } from './today-sessions.ts';
import { readCame, readCheckins, type CameToday, type Checkins } from './check-in-rows.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-checkins': LlStaffCheckins;
  }
}

interface Came {
  readonly name: string;
  readonly atMs: number | null;
}

/** Today's sessions with who has come: the number for all, the names for those who know the people. */
@customElement('ll-staff-checkins')
export class LlStaffCheckins extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      .session {
        display: grid;
        align-content: center;
        padding: 0.375rem 0;
      }
      .session .head {
        flex-wrap: nowrap;
      }
      .names {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: 0 0.75rem;
        padding-bottom: 0.5rem;
      }
      .names li {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        padding: 0.25rem 0;
        border-top: 1px solid var(--line);
      }
      .state {
        color: var(--cinnabar);
        font-weight: 700;
      }
      .count {
        white-space: nowrap;
      }
      .loose {
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Whether whoever is signed in may see names and give a loose check-in its session. */
  @property({ type: Boolean, attribute: 'knows-people' }) knowsPeople = false;

  readonly #change = new Change(this);
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, { query: readCheckins, args: () => [] });
  readonly #members = new LiveQuery(this, {
    query: (view) => view.list('people', 'member'),
    args: () => (this.knowsPeople ? [] : null),
  });
  readonly #came = new LiveQuery(this, {
    query: readCame,
    args: () => ({ day: this.#ticker.dayAt(this.#known.value?.centre), people: this.knowsPeople }),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const states = rowStates('staff.checkins.none', this.#sync);
    return html`
      <section class="card" aria-labelledby="heading">
        ${this.#known.render<unknown>({
          ...states,
          // A number that is not known yet, or cannot be read, is not nought.
          complete: (known) =>
            this.#came.render<unknown>({ ...states, complete: (came) => this.#renderDay(known, came) }),
        })}
      </section>
    `;
  }

  #renderDay(known: Checkins, { tallies, attendances }: CameToday): TemplateResult {
    const today = this.#ticker.dayAt(known.centre);
    const sessions = today === null ? [] : sessionsToday(known, tallies, today);
    const total = sessions.reduce((sum, { count }) => sum + count, 0);
    return html`
      <div class="head">
        <h2 id="heading">${t('staff.checkins.heading')}</h2>
        <span class="figure" role="status">${t('staff.checkins.total', { count: total })}</span>
      </div>
      ${
        sessions.length === 0
          ? html`<p class="nothing">${t('staff.checkins.none')}</p>`
          : html`<ul class="rows">
              ${sessions.map((session) => this.#renderSession(session, known, attendances))}
            </ul>`
      }
      ${this.#renderLoose(known)}
    `;
  }

  #renderSession(
    session: SessionToday,
    known: Checkins,
    attendances: CameToday['attendances'],
  ): TemplateResult {
    const { start, count, state } = session;
    const members = this.#members.value;
    const came = members === undefined ? [] : cameTo(session, attendances, members);
    return html`
      <li class="session">
        <div class="head">
          <span
            >${start === null ? nothing : html`<span class="num">${formatClock(start)}</span>`}
            <b>${courseName(session.course)}</b> <span class="soft">${roomOf(session)}</span>
            ${state === 'held' ? nothing : html`<span class="state">${t(`staff.checkins.${state}`)}</span>`}
          </span>
          <b class="count num">${t('staff.checkins.people', { count })}</b>
        </div>
        ${
          came.length === 0
            ? nothing
            : html`<details>
                <summary>
                  <span class="sr">${t('staff.checkins.namesOf', { name: courseName(session.course) })}</span>
                  ${t('staff.checkins.newest', { name: came[0]?.name ?? '' })}${consoleIcon('back')}
                </summary>
                <ul class="names">
                  ${came.map(
                    ({ name, atMs }) =>
                      html`<li>
                        <span>${name}</span>
                        <span class="soft num">
                          ${atMs === null ? nothing : formatTimeAt(atMs, known.centre.utcOffsetMinutes)}
                        </span>
                      </li>`,
                  )}
                </ul>
              </details>`
        }
      </li>
    `;
  }

  /** Check-ins made at a device that did not know the day. */
  #renderLoose({ loose, courses, centre, changes, days }: Checkins): TemplateResult | typeof nothing {
    const waiting = waitingForSession(loose);
    const members = this.#members.value ?? [];
    if (!this.knowsPeople || waiting.length === 0) return nothing;
    const today = this.#ticker.dayAt(centre);
    const sessions = today === null ? [] : sessionsOn(courses, changes, today, restDays(days));
    return html`
      <div class="note warn loose">
        ${consoleIcon('clock')}<span>${t('staff.checkins.loose', { count: waiting.length })}</span>
      </div>
      <ul class="rows">
        ${waiting.map((one) => {
          const session = sessions.find(({ course }) => course.id === one.courseId);
          const name =
            members.find(({ id }) => id === one.memberId)?.name ??
            one.maskedName ??
            t('staff.refusals.elder');
          const course = courses.find(({ id }) => id === one.courseId) ?? null;
          return html`<li class="head">
            <span>${name} · ${courseName(course)}</span>
            <button
              class="confirm"
              ?disabled=${session === undefined}
              @click=${() => this.#assign(one, session)}
            >
              ${
                session === undefined
                  ? t('staff.checkins.noSessionToday')
                  : t('staff.checkins.assign', { time: formatClock(clockTime(session.startMinute)) })
              }
            </button>
          </li>`;
        })}
      </ul>
    `;
  }

  #assign(loose: LooseClaim, session: Session | undefined): void {
    if (session !== undefined)
      void this.#change.run('checkin.assign', { claim: loose.id, sessionId: session.id });
  }
}

const roomOf = ({ room, course }: SessionToday): string =>
  room === null || course === null ? '' : roomTold({ room, course }, locale() === 'en');

/** Who has come to a session, the newest first. */
function cameTo(
  session: SessionToday,
  attendances: CameToday['attendances'],
  members: readonly { id: string; name: string }[],
): readonly Came[] {
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  return attendances
    .filter((one) => one.sessionId === session.id && counts(one))
    .map((one) => ({
      name:
        nameOf.get(one.memberId) ??
        t(isVisitor(one.memberId) ? 'staff.checkins.visitor' : 'staff.refusals.elder'),
      atMs: one.claims.find((claim) => !claim.withdrawn)?.madeAtMs ?? null,
    }))
    .sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0));
}
