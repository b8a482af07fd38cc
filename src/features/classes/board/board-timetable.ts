import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { isOn, minutesUntil, nextSession, sessionsOn, type Session } from '../model/sessions.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, locale, t } from '../../../i18n/index.ts';
import { boardClock, boardDay } from '../../../ui/board/board-clock.ts';
import { boardGalleyStyles } from '../../../ui/board/board-galley-styles.ts';
import { boardRowStyles } from '../../../ui/board/board-row-styles.ts';
import { boardClass, boardStyles, isWide } from '../../../ui/board/board-styles.ts';
import { RowPages } from '../../../ui/board/row-pages.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { contentMark } from '../../../ui/board/content-mark.ts';
import { saidOf, stateOf, timetableRow } from './timetable-rows.ts';
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

/** So few sessions have room for a line about each. */
const FEW = 3;

/**
 * What is on today and, once that is over, tomorrow: what a screen shows when nothing else is due.
 * @fires ll-board-painted - with `timetable:DATE@MARK`, the mark changing with what stands on it
 */
@customElement('ll-board-timetable')
export class LlBoardTimetable extends LitElement {
  static override readonly styles = [boardStyles, boardRowStyles, boardGalleyStyles, timetableBoardStyles];

  /** The centre's day; null while the time is not known. */
  @property({ attribute: false }) date: CivilDate | null = null;

  readonly #clock = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readTimetable,
    args: () => (this.date === null ? null : { date: this.date }),
  });
  readonly #pages = new RowPages(this);
  #showing: readonly Session[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class="${boardClass(glassInPixels(this))} alone">
          <p class="say">${t('screen.unreadable')}</p>
        </div>`,
      complete: (timetable, { date }) => this.#board(timetable, date),
      // Until the next day is read the last one stays, under its own heading.
      previous: (timetable, { date }) => this.#board(timetable, date),
    });
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
    this.#showing = choose(timetable, moment);
    const glass = glassInPixels(this);
    const [first] = this.#showing;
    const withAbout = this.#showing.length <= FEW && isWide(glass);
    const isTomorrow = first !== undefined && first.date !== date;
    const rows = this.#showing.map((session) => {
      const on = isOn(session, moment);
      const isNext = !on && nextSession(this.#showing, moment)?.id === session.id;
      const state = stateOf(session, on, isNext, moment, counts);
      return { session, on, state, beside: isWide(glass), said: saidOf(session, withAbout) };
    });
    const shown = first === undefined ? null : this.#pages.show(rows, timetableRow);
    return html`<div class=${boardClass(glass)}>
      <header class="head">
        <h1>${t(isTomorrow ? 'screen.timetable.tomorrow' : 'screen.timetable.today')}</h1>
        <span class="hours">${boardClock(moment.minute)}</span>
        <span class="day"
          >${boardDay(isTomorrow ? addDays(date, 1) : date)}${
            !isTomorrow && day?.term && locale() === 'zh-CN' ? html`<b>${day.term}</b>` : nothing
          }</span
        >
      </header>
      ${
        shown?.main ?? html`<section class="alone"><p class="say">${t('screen.timetable.none')}</p></section>`
      }
      <footer class="foot">
        <span></span>
        <span class="page">${shown?.page}</span>
      </footer>
    </div>`;
  }
}
