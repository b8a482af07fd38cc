import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatClock, formatSpan, locale, LocaleController, t } from '../../../i18n/index.ts';
import { clockTime } from '../../../kernel/time.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { nothingCardStyles } from '../../../ui/console/nothing-card-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { isOn, minutesUntil, nextSession, sessionsOn, type Session } from '../../classes/model/sessions.ts';
import { leaderTold, roomTold } from '../../classes/model/told.ts';
import { readCame, readCheckins, type CameToday, type Checkins } from './check-in-rows.ts';
import { courseName } from './course-name.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-next-session': LlStaffNextSession;
  }
}

/** What a leader's day turns about: the session that is on, and the one that comes next, with who is here. */
@customElement('ll-staff-next-session')
export class LlStaffNextSession extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    messageStyles,
    nothingCardStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      @media (min-width: 60rem) {
        :host {
          gap: 1rem;
        }
      }
      .when {
        color: var(--cinnabar);
        font-weight: 700;
      }
      .name {
        margin: 0.25rem 0 0;
        font-size: 1.5rem;
        font-weight: 900;
        line-height: 1.3;
      }
      .came {
        margin: 0.5rem 0 0;
        font-size: 1.125rem;
        font-weight: 700;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, { query: readCheckins, args: () => [] });
  readonly #came = new LiveQuery(this, { query: readCame, args: () => ({ day: null, people: false }) });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const states = rowStates('staff.nextSession.none', this.#sync);
    return this.#known.render<TemplateResult>({
      ...states,
      complete: (known) =>
        this.#came.render<TemplateResult>({
          ...states,
          complete: (came) => this.#renderDay(known, came),
        }),
    });
  }

  #renderDay(known: Checkins, { tallies }: CameToday): TemplateResult {
    const moment = this.#ticker.momentAt(known.centre);
    if (moment === null) return html`<p class="nothing">${t('staff.nextSession.noTime')}</p>`;
    const sessions = sessionsOn(known.courses, known.changes, moment.date, restDays(known.days));
    const on = sessions.filter((session) => isOn(session, moment));
    const next = nextSession(sessions, moment);
    const countOf = (session: Session): number => tallies.find(({ id }) => id === session.id)?.count ?? 0;
    if (on.length === 0 && next === null) {
      const none = sessions.every(({ cancelled }) => cancelled);
      return html`<p class="nothing">${t(none ? 'staff.nextSession.none' : 'staff.nextSession.over')}</p>`;
    }
    return html`${on.map((session) => renderSession(session, t('staff.nextSession.on'), countOf(session)))}
    ${
      next === null
        ? nothing
        : renderSession(next, inWords(minutesUntil(next, moment)), next.course.checkIn ? countOf(next) : 0)
    }`;
  }
}

const renderSession = (session: Session, when: string, count: number): TemplateResult => html`
  <section class="card" aria-label="${courseName(session.course)} · ${when}">
    <p class="when num" role="status">${when}</p>
    <h2 class="name">${courseName(session.course)}</h2>
    <p class="num">${whereOf(session)}</p>
    ${session.note === null ? nothing : html`<p class="soft">${session.note}</p>`}
    ${
      session.course.checkIn
        ? html`<p class="came num">${t('staff.nextSession.came', { count })}</p>`
        : nothing
    }
  </section>
`;

/** A session that ends after midnight says when it begins. */
const spanOf = ({ startMinute, endMinute }: Session): string =>
  endMinute >= 1440
    ? formatClock(clockTime(startMinute))
    : formatSpan(clockTime(startMinute), clockTime(endMinute));

/** When, where, by whom. */
function whereOf(session: Session): string {
  const inEnglish = locale() === 'en';
  const told = [spanOf(session), roomTold(session, inEnglish), leaderTold(session, inEnglish)];
  return told.filter((words) => words !== null).join(' · ');
}

const inWords = (minutes: number): string =>
  minutes < 60
    ? t('staff.nextSession.inMinutes', { count: minutes })
    : t('staff.nextSession.inHours', { hours: Math.floor(minutes / 60), count: minutes % 60 });
