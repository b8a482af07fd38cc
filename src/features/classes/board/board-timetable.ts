import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { isOn, minutesUntil, nextSession, sessionsOn, type Session } from '../model/sessions.ts';
import { addDays, clockTime, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { clockParts, formatClock, formatDay, LocaleController, locale, t } from '../../../i18n/index.ts';
import { inPages, Pager } from '../../../ui/board/board-paging.ts';
import { boardClass, boardStyles, rowsThatFit } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { contentMark } from './content-mark.ts';
import { timetableBoardStyles } from './board-timetable-styles.ts';

interface Timetable {
  readonly centre: Centre;
  readonly sessions: readonly Session[];
  readonly tomorrow: readonly Session[];
  readonly counts: ReadonlyMap<string, number>;
  readonly day: RowOf<'calendarDay'> | undefined;
}

async function readTimetable(view: View, { date }: { readonly date: CivilDate }): Promise<Timetable | null> {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  const courses = await view.list('centre', 'course');
  const changes = await view.list('centre', 'sessionChange');
  const day = await view.get('city', 'calendarDay', date);
  const next = addDays(date, 1);
  const nextDay = await view.get('city', 'calendarDay', next);
  const counts = await view.list('centre', 'attendanceCount');
  return {
    centre,
    day,
    sessions: sessionsOn(courses, changes, date, () => day?.rest === true),
    tomorrow: sessionsOn(courses, changes, next, () => nextDay?.rest === true),
    counts: new Map(counts.map((one) => [one.id, one.count])),
  };
}

/** Today's sessions that are not over; when all are, tomorrow's. */
function choose({ sessions, tomorrow }: Timetable, moment: CivilMoment): readonly Session[] {
  const left = sessions.filter((one) => isOn(one, moment) || minutesUntil(one, moment) > 0);
  return left.length > 0 ? left : tomorrow;
}

const ROW_AM = 74;
const TAKEN_AM = 142;
/** So few sessions have room for a line about each. */
const FEW = 3;

/**
 * What is on today and, once that is over, tomorrow: what a screen shows when nothing else is due.
 * @fires ll-board-painted - with `timetable:DATE@MARK`, the mark changing with what stands on it
 */
@customElement('ll-board-timetable')
export class LlBoardTimetable extends LitElement {
  static override readonly styles = [boardStyles, timetableBoardStyles];

  /** The centre's day; null while the time is not known. */
  @property({ attribute: false }) date: CivilDate | null = null;

  readonly #clock = new Ticker(this);
  readonly #pager = new Pager(this);
  readonly #rows = new LiveQuery(this, {
    query: readTimetable,
    args: () => (this.date === null ? null : { date: this.date }),
  });
  #showing: readonly Session[] = [];
  #pages: readonly (readonly Session[])[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () => html`<div class="board alone"><p class="say">${t('screen.unreadable')}</p></div>`,
      complete: (timetable, { date }) => this.#board(timetable, date),
      // Until the next day is read the last one stays, under its own heading.
      previous: (timetable, { date }) => this.#board(timetable, date),
    });
  }

  #layOut(timetable: Timetable, moment: CivilMoment): void {
    this.#showing = choose(timetable, moment);
    const { heightPx, am } = glassInPixels();
    this.#pages = inPages(this.#showing, rowsThatFit(heightPx, am, ROW_AM, TAKEN_AM));
    this.#pager.hold(
      this.#pages.map((page) => page.reduce((sum, one) => sum + one.course.name.length + 10, 0)),
    );
  }

  override updated(): void {
    const showing = this.#rows.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: (_, { date }) => `timetable:${date}@${this.#mark()}`,
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  #mark(): number {
    return contentMark(this.#showing.map((one) => [one.id, one.startMinute, one.room, one.cancelled].join()));
  }

  #board(timetable: Timetable, date: CivilDate): TemplateResult | typeof nothing {
    const { centre, counts, day } = timetable;
    const moment = this.#clock.momentAt(centre);
    if (moment === null) return nothing;
    this.#layOut(timetable, moment);
    const page = this.#pages[this.#pager.page] ?? [];
    const first = page[0];
    const isFew = this.#showing.length <= FEW;
    const isTomorrow = first !== undefined && first.date !== date;
    return html`<div class=${boardClass(glassInPixels())}>
      <header class="head">
        <h1>${t(isTomorrow ? 'screen.timetable.tomorrow' : 'screen.timetable.today')}</h1>
        <span class="hours">${formatClock(clockTime(moment.minute))}</span>
        <span class="day"
          >${formatDay(isTomorrow ? addDays(date, 1) : date)}${
            !isTomorrow && day?.term ? html`<b>${day.term}</b>` : nothing
          }</span
        >
      </header>
      ${
        first === undefined
          ? html`<section class="alone"><p class="say">${t('screen.timetable.none')}</p></section>`
          : html`<ul class=${isFew ? 'rows few' : 'rows'}>
              ${page.map((session) => this.#row(session, moment, counts, isFew))}
            </ul>`
      }
      <footer class="foot">
        <span></span>
        <span>${this.#pages.length > 1 ? `${this.#pager.page + 1}/${this.#pages.length}` : nothing}</span>
      </footer>
    </div>`;
  }

  #row(
    session: Session,
    moment: CivilMoment,
    counts: ReadonlyMap<string, number>,
    withAbout: boolean,
  ): TemplateResult {
    const { course } = session;
    const on = isOn(session, moment);
    const isNext = !on && nextSession(this.#showing, moment)?.id === session.id;
    const name = locale() === 'en' ? (course.nameEn ?? course.name) : course.name;
    const { half, figures } = clockParts(session.startMinute);
    return html`<li class="row ${session.cancelled ? 'off' : on ? 'on' : ''}">
      <span class="time"><small>${half}</small>${figures}</span>
      <span class="name"
        ><b>${name}</b>${
          withAbout && course.about !== null ? html`<span class="about">${course.about}</span>` : nothing
        }</span
      >
      <span class="room">${session.room}</span>
      <span class="state">${this.#state(session, on, isNext, moment, counts)}</span>
    </li>`;
  }

  #state(
    session: Session,
    on: boolean,
    isNext: boolean,
    moment: CivilMoment,
    counts: ReadonlyMap<string, number>,
  ): string {
    if (session.cancelled) return t('screen.timetable.cancelled');
    if (on) {
      const came = counts.get(session.id);
      return came === undefined ? t('screen.timetable.on') : t('screen.timetable.came', { count: came });
    }
    const until = minutesUntil(session, moment);
    return isNext && until <= 60 ? t('screen.timetable.in', { count: until }) : '';
  }
}
