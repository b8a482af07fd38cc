import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { HubAnswer } from '../../../app/hub-answer.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatDay, formatMonth, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { isMonthOfAttendance, totalsBy, type MonthOfAttendance } from '../model/attendance-history.ts';
import { answeredAt, courseWords, readCourses } from './history-words.ts';
import { monthAfter } from './months.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-attendance': LlStaffAttendance;
  }
}

/** How many came in a month, to each course and on each day: asked of the hub, which has all the years. */
@customElement('ll-staff-attendance')
export class LlStaffAttendance extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      .months {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0.5rem;
        align-items: center;
        margin: 0.625rem 0;
        text-align: center;
      }
      @media (max-width: 30rem) {
        .months {
          grid-template-columns: 1fr 1fr;
        }
        .months b {
          grid-row: 1;
          grid-column: 1 / -1;
        }
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.75rem;
        align-items: center;
        padding: 0.375rem 0;
      }
      .bar {
        grid-column: 1 / -1;
        height: 0.5rem;
        border-radius: 0.25rem;
        background: var(--pine);
      }
      .number {
        text-align: right;
        white-space: nowrap;
      }
    `,
  ];

  /** `2026-11`; null is the month it is now. */
  @state() private month: string | null = null;

  readonly #ticker = new Ticker(this);
  readonly #courses = new LiveQuery(this, { query: readCourses, args: () => [] });
  readonly #figures = new HubAnswer(this, {
    path: () => {
      const month = this.#shown;
      return month === null ? null : `/api/attendance/months/${month}`;
    },
    isAnswer: isMonthOfAttendance,
    isEmpty: ({ sessions }) => sessions.length === 0,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  get #now(): string | null {
    return this.#ticker.dayAt(this.#courses.value?.centre)?.slice(0, 7) ?? null;
  }

  get #shown(): string | null {
    return this.month ?? this.#now;
  }

  override render(): TemplateResult {
    const month = this.#shown;
    const states = consoleStates('staff.attendance.none');
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.attendance.heading')}</h2>
        ${month === null ? states.pending() : this.#renderMonths(month)}
        ${this.#figures.render<unknown>({
          ...states,
          error: () =>
            html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.attendance.error')}</p>`,
          complete: (figures, older) => this.#renderFigures(figures, older),
        })}
      </section>
    `;
  }

  #renderMonths(month: string): TemplateResult {
    return html`<div class="months">
      <button @click=${() => (this.month = monthAfter(month, -1))}>${t('staff.attendance.earlier')}</button>
      <b class="num" role="status">${formatMonth(month)}</b>
      <button ?disabled=${month === this.#now} @click=${() => (this.month = monthAfter(month, 1))}>
        ${t('staff.attendance.later')}
      </button>
    </div>`;
  }

  #renderFigures(figures: MonthOfAttendance, older: boolean): TemplateResult {
    const book = this.#courses.value;
    const courses = [...totalsBy(figures, 'courseId')].sort(([, a], [, b]) => b.came - a.came);
    const most = courses[0]?.[1].came ?? 1;
    const all = courses.reduce((sum, [, { came }]) => sum + came, 0);
    return html`
      <p class="head">
        <b class="figure num">${t('staff.attendance.total', { count: all })}</b>
        <span class="soft num">${t('staff.attendance.people', { count: figures.people })}</span>
      </p>
      <ul class="rows">
        ${courses.map(
          ([courseId, { came, sessions }]) =>
            html`<li class="line">
              <span
                >${courseWords(book, courseId)}
                <span class="soft num">${t('staff.attendance.sessions', { count: sessions })}</span></span
              >
              <b class="number num">${t('staff.attendance.total', { count: came })}</b>
              <span class="bar" style=${`width: ${Math.max(1, Math.round((came / most) * 100))}%`}></span>
            </li>`,
        )}
      </ul>
      <details>
        <summary>${t('staff.attendance.byDay')}${consoleIcon('back')}</summary>
        <ul class="rows">
          ${[...totalsBy(figures, 'date')].map(
            ([date, { came }]) =>
              html`<li class="line">
                <span class="num">${formatDay(date)}</span>
                <b class="number num">${t('staff.attendance.total', { count: came })}</b>
              </li>`,
          )}
        </ul>
      </details>
      ${answeredAt(figures.asOfMs, older, book)}
    `;
  }
}
