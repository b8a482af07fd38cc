import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { checkInState, isOn, type Session } from '../model/sessions.ts';
import { addDays, clockTime, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import { formatClock, formatDay, t, weekdayShort } from '../../../i18n/index.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import type { SegmentEvent } from '../../../ui/kiosk/segments.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { emptyView, errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { CheckInWantedEvent } from './check-in-wanted.ts';
import { courseName, readClasses, sessionsOfDay, type ClassRows } from './class-rows.ts';
import { sessionStyles } from './session-styles.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../ui/kiosk/segments.ts';
import '../../../i18n/kiosk-page-texts.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/**
 * The timetable of the coming week, a day at a time.
 * @fires ll-check-in-wanted
 */
@customElement('ll-kiosk-timetable')
export class LlKioskTimetable extends KioskPage {
  static override styles = [
    reset,
    pageStyles,
    stateStyles,
    sessionStyles,
    css`
      ll-segments {
        flex: none;
        margin-bottom: calc(var(--u) * 6);
      }
      .day {
        margin-bottom: calc(var(--u) * 5);
        font-size: var(--text-large);
        font-weight: 700;
        line-height: 1.3;
      }
    `,
  ];

  /** The day that was chosen; null means today. */
  @state() private day: CivilDate | null = null;
  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readClasses,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
  });

  protected override render() {
    return html`<h1>${t('kioskPages.classes.title')}</h1>
      ${this.#rows.render({
        pending: pendingView,
        empty: () => emptyView(t('kiosk.next.none')),
        error: errorView,
        complete: (rows) => {
          const moment = this.#ticker.momentAt(rows.centre);
          return moment === null ? emptyView(t('kiosk.next.timeUnknown')) : this.#week(rows, moment);
        },
      })}`;
  }

  #week(rows: ClassRows, moment: CivilMoment) {
    const day = this.day ?? moment.date;
    const sessions = sessionsOfDay(rows, day);
    return html`<ll-segments
        many
        .label=${t('kioskPages.classes.whichDay')}
        .items=${WEEK.map((days) => addDays(moment.date, days)).map((date, i) => ({
          key: date,
          label: i === 0 ? t('common.dates.today') : weekdayShort(date),
          detail: t('kioskPages.classes.dayOfMonth', { day: Number(date.slice(8)) }),
        }))}
        .chosen=${day}
        @ll-segment=${(event: SegmentEvent) => this.#choose(event.key)}
      ></ll-segments>
      <h2 class="day">${formatDay(day)}</h2>
      ${
        sessions.length === 0
          ? emptyView(t('kioskPages.classes.none'))
          : html`<ll-pages>${sessions.map((session) => this.#session(session, moment))}</ll-pages>`
      }`;
  }

  #session(session: Session, moment: CivilMoment) {
    const over = session.date === moment.date && session.endMinute <= moment.minute;
    return html`<article class="session ${session.cancelled ? 'off' : ''} ${over ? 'over' : ''}">
      <p class="time">
        ${formatClock(clockTime(session.startMinute % 1440))}
        <small
          >${t('kioskPages.classes.until', { time: formatClock(clockTime(session.endMinute % 1440)) })}</small
        >
      </p>
      <div class="words">
        <h3>${courseName(session.course)}</h3>
        <p>
          ${session.room}${session.course.about === null ? nothing : html`<span> · ${session.course.about}</span>`}
        </p>
        ${session.note === null ? nothing : html`<p class="note">${session.note}</p>`}
      </div>
      ${this.#standing(session, moment, over)}
    </article>`;
  }

  #standing(session: Session, moment: CivilMoment, over: boolean) {
    if (session.cancelled) return html`<strong>${t('kioskPages.classes.cancelled')}</strong>`;
    if (over) return html`<strong>${t('kioskPages.classes.over')}</strong>`;
    if (checkInState(session, moment) === 'open') {
      return html`<ll-button
        kind="confirm"
        .heard=${t('kioskPages.classes.checkInTo', { name: courseName(session.course) })}
        @click=${() => this.dispatchEvent(new CheckInWantedEvent(session.id))}
        >${t('kioskPages.classes.checkIn')}</ll-button
      >`;
    }
    if (isOn(session, moment)) return html`<strong>${t('kioskPages.classes.on')}</strong>`;
    return session.moved ? html`<strong>${t('kioskPages.classes.moved')}</strong>` : nothing;
  }

  #choose(day: CivilDate): void {
    this.day = day;
    this.stepped();
  }
}
