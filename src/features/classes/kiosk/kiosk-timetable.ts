import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatDay, t, weekdayShort } from '../../../i18n/index.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import { icon } from '../../../ui/common/icons.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { choiceStyles } from '../../../ui/kiosk/choice-styles.ts';
import { headingStyles, pageStyles, waysStyles } from '../../../ui/kiosk/page-styles.ts';
import type { SegmentEvent } from '../../../ui/kiosk/segments.ts';
import {
  emptyView,
  errorView,
  missingView,
  pendingView,
  stateStyles,
} from '../../../ui/kiosk/state-views.ts';
import { comingOf, isOver } from '../model/coming.ts';
import { parseSessionId, sessionOn, type Course, type Session } from '../model/sessions.ts';
import { CheckInWantedEvent } from './check-in-wanted.ts';
import { sessionsOfDay } from './class-rows.ts';
import type { LlKioskEnrol } from './kiosk-enrol.ts';
import { sessionPage } from './session-page.ts';
import { sessionStyles } from './session-styles.ts';
import { clockOf, dayOf, nameOf, roomOf, standingWords } from './session-words.ts';
import { readTimetable, type TimetableRows } from './timetable-rows.ts';
import '../../../i18n/kiosk-page-texts.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../ui/kiosk/segments.ts';
import './kiosk-enrol.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const KINDS = ['exercise', 'class', 'clinic', 'therapy'] as const;
const ICONS = { exercise: 'person', class: 'talk', clinic: 'medical', therapy: 'health' } as const;
type Kind = Course['kind'];

/**
 * What is on: the coming week by day; or by kind what comes next of each, also of what is but once a month; a session's
 * page; and putting one's name down for it.
 * @fires ll-check-in-wanted
 */
@customElement('ll-kiosk-timetable')
export class LlKioskTimetable extends KioskPage {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    headingStyles,
    stateStyles,
    waysStyles,
    choiceStyles,
    sessionStyles,
  ];

  /** The kind that was chosen; null shows the days. */
  @state() private kind: Kind | null = null;
  /** The day that was chosen; null means today. */
  @state() private day: CivilDate | null = null;
  /** The session whose page is shown; null for the list. */
  @state() private session: string | null = null;
  /** A name is being put down for it, or taken off. */
  @state() private enrolling: 'join' | 'leave' | null = null;
  @query('ll-kiosk-enrol') private readonly enrolment!: LlKioskEnrol | null;
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, {
    query: readTimetable,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
  });

  override get personal(): boolean {
    return this.enrolment?.personal === true;
  }

  override back(): boolean {
    if (this.enrolling !== null) {
      if (this.enrolment?.back() !== true) this.#enrol(null);
      return true;
    }
    if (this.session === null) return false;
    this.#see(null);
    return true;
  }

  protected override render() {
    return this.#rows.render({
      pending: () => this.#titled(pendingView()),
      empty: () => this.#titled(missingView(this.#sync.away)),
      missing: () => this.#titled(missingView(this.#sync.away)),
      error: () => this.#titled(errorView()),
      // Over midnight the page stays what it was.
      previous: (rows) => this.#page(rows),
      complete: (rows) => this.#page(rows),
    });
  }

  #titled(content: unknown) {
    return html`<h1 class="beside">${t('kioskPages.classes.title')}</h1>
      ${content}`;
  }

  #page(rows: TimetableRows) {
    const moment = this.#ticker.momentAt(rows.centre);
    if (moment === null) return this.#titled(emptyView(t('kiosk.next.timeUnknown')));
    if (this.session === null) return this.#titled(this.#list(rows, moment));
    const session = find(rows, this.session);
    // It was taken off the timetable while somebody was reading.
    if (session === null) return this.#titled(emptyView(t('kioskPages.classes.wentOut')));
    if (this.enrolling !== null) {
      return html`<ll-kiosk-enrol
        ?landscape=${this.hasAttribute('landscape')}
        .session=${session}
        .centre=${rows.centre}
        .wish=${this.enrolling}
      ></ll-kiosk-enrol>`;
    }
    return sessionPage(session, moment, rows.counts.get(session.id), {
      checkIn: () => this.dispatchEvent(new CheckInWantedEvent(session.id)),
      join: () => this.#enrol('join'),
      leave: () => this.#enrol('leave'),
    });
  }

  #list(rows: TimetableRows, moment: CivilMoment) {
    const day = this.day ?? moment.date;
    const { kind } = this;
    const sessions = kind === null ? ofDay(rows, day, moment) : ofKind(rows, kind, moment);
    return html`<ll-segments
        class="kinds"
        many
        .label=${t('kioskPages.classes.whichKind')}
        .items=${[
          { key: '', label: t('kioskPages.classes.byDay') },
          ...KINDS.map((key) => ({ key, label: t(`kioskPages.classes.kind.${key}`) })),
        ]}
        .chosen=${kind ?? ''}
        @ll-segment=${({ key }: SegmentEvent) => this.#choose(KINDS.find((one) => one === key) ?? null, null)}
      ></ll-segments>
      ${kind === null ? this.#days(day, moment) : nothing}
      ${
        sessions.length === 0
          ? emptyView(t(kind === null ? 'kioskPages.classes.none' : 'kioskPages.classes.nothingOfKind'))
          : html`<ll-pages>
              ${sessions.map((session) => this.#card(session, moment, rows.counts.get(session.id)))}
            </ll-pages>`
      }`;
  }

  #days(day: CivilDate, moment: CivilMoment) {
    return html`<ll-segments
        many
        .label=${t('kioskPages.classes.whichDay')}
        .items=${WEEK.map((days) => addDays(moment.date, days)).map((date, i) => ({
          key: date,
          label: i === 0 ? t('common.dates.today') : weekdayShort(date),
          // Wider than high there is no room for a second line.
          ...(this.hasAttribute('landscape')
            ? {}
            : { detail: t('kioskPages.classes.dayOfMonth', { day: Number(date.slice(8)) }) }),
        }))}
        .chosen=${day}
        @ll-segment=${({ key }: SegmentEvent) => this.#choose(null, key)}
      ></ll-segments>
      <h2 class="day">${formatDay(day)}</h2>`;
  }

  #card(session: Session, moment: CivilMoment, count: Parameters<typeof standingWords>[2]) {
    const words = standingWords(session, moment, count);
    const off = session.cancelled || isOver(session, moment);
    return html`<button
      type="button"
      class="choice session ${off ? 'off' : ''}"
      @click=${() => this.#see(session.id)}
    >
      <span class="kind">${icon(ICONS[session.course.kind])}</span>
      <span class="words">
        <span class="when"
          >${this.kind === null ? nothing : html`<b>${dayOf(session, moment)}</b> `}<b>${clockOf(session.startMinute)}</b>　<span
            class="room"
            >${roomOf(session)}</span
          ></span
        >
        <b class="called">${nameOf(session)}</b>
      </span>
      ${words === null ? nothing : html`<span class="standing">${words}</span>`}
    </button>`;
  }

  #choose(kind: Kind | null, day: CivilDate | null): void {
    this.kind = kind;
    this.day = day;
    this.stepped();
  }

  #see(session: string | null): void {
    this.session = session;
    this.stepped();
  }

  #enrol(wish: 'join' | 'leave' | null): void {
    this.enrolling = wish;
    this.stepped();
  }
}

const restIn = (rows: TimetableRows) => (day: CivilDate) => rows.rest.has(day);

/** A day's sessions; what is over of today comes last. */
function ofDay(rows: TimetableRows, day: CivilDate, moment: CivilMoment): readonly Session[] {
  const sessions = sessionsOfDay(rows, day);
  return [
    ...sessions.filter((session) => !isOver(session, moment)),
    ...sessions.filter((session) => isOver(session, moment)),
  ];
}

function ofKind(rows: TimetableRows, kind: Kind, moment: CivilMoment): readonly Session[] {
  const courses = rows.courses.filter((course) => course.kind === kind);
  return comingOf(courses, rows.changes, moment, restIn(rows));
}

/** The session an id names, whatever day it is on. */
function find(rows: TimetableRows, id: string): Session | null {
  const named = parseSessionId(id);
  const course = rows.courses.find((one) => one.id === named?.courseId);
  if (named === null || course === undefined) return null;
  return sessionOn(
    course,
    named.date,
    rows.changes.find((change) => change.id === id),
    restIn(rows),
  );
}
