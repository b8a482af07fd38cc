import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { HubAnswer } from '../../../app/hub-answer.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { formatDate, LocaleController, t, weekdayShort } from '../../../i18n/index.ts';
import { utcOffsetOf, type CivilDate } from '../../../kernel/time.ts';
import { answeredAt } from '../../../ui/console/answered-at.ts';
import '../../../ui/console/bar-chart.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { isFigures, isNothing, type Figures } from '../model/figures.ts';
import {
  periodAfter,
  periodBefore,
  periodNames,
  periodOf,
  type Period,
  type PeriodName,
} from '../model/period.ts';
import { answersCard, chartWords, detailsOf, enrolledCard, mealsCard, screensCard } from './figure-cards.ts';
import { saveText, saveWorkbook } from './figure-file.ts';
import { tableOf, tableStyles } from './figure-table.ts';
import { hoursOf, tablesOf, type Tables } from './figure-tables.ts';
import { periodShort, periodWords, readNames, type Names } from './figure-words.ts';
import { numbersStyles } from './numbers-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-numbers': LlStaffNumbers;
  }
}

/** What a week or a month comes to, as pictures and as tables, beside the one before it: counted by the hub when it is asked. */
@customElement('ll-staff-numbers')
export class LlStaffNumbers extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    detailsStyles,
    tableStyles,
    numbersStyles,
  ];

  @state() private by: PeriodName = 'month';
  /** A day of the period that is looked at; null is today. */
  @state() private day: CivilDate | null = null;

  /** How it stands with the workbook that is being made. */
  @state() private saving: 'idle' | 'busy' | 'failed' = 'idle';

  readonly #ticker = new Ticker(this);
  readonly #names = new LiveQuery(this, { query: readNames, args: () => [] });
  readonly #figures = new HubAnswer(this, {
    path: () => {
      const period = this.#period;
      return period === null ? null : `/api/figures/${period.by}/${period.first}`;
    },
    isAnswer: isFigures,
    isEmpty: isNothing,
  });

  /** What was folded away when somebody printed: it is on the paper, and folded away again after. */
  #unfolded: readonly HTMLDetailsElement[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#unfold);
    window.addEventListener('afterprint', this.#fold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#unfold);
    window.removeEventListener('afterprint', this.#fold);
  }

  get #today(): CivilDate | null {
    return this.#ticker.dayAt(this.#names.value?.centre);
  }

  get #period(): Period | null {
    const day = this.day ?? this.#today;
    return day === null ? null : periodOf(this.by, day);
  }

  override render(): TemplateResult {
    const period = this.#period;
    const states = consoleStates('staff.figures.none');
    if (period === null) return states.pending();
    return html`
      ${this.#renderPeriod(period)}
      ${this.#figures.render<unknown>({
        pending: () => html`<section class="card">${states.pending()}</section>`,
        empty: () => html`<section class="card">${states.empty()}</section>`,
        error: () =>
          html`<section class="card">
            <p class="problem" role="alert">${consoleIcon('warning')}${t('staff.attendance.error')}</p>
          </section>`,
        complete: (figures, older) => this.#renderFigures(figures, older),
      })}
    `;
  }

  async #save(figures: Figures, names: Names): Promise<void> {
    this.saving = 'busy';
    this.saving = (await saveWorkbook(figures, names)) ? 'idle' : 'failed';
  }

  readonly #unfold = (): void => {
    this.#unfolded = [
      ...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open]):not(.long)'),
    ];
    for (const details of this.#unfolded) details.open = true;
  };

  readonly #fold = (): void => {
    for (const details of this.#unfolded) details.open = false;
    this.#unfolded = [];
  };

  #renderPeriod(period: Period): TemplateResult {
    const today = this.#today;
    const isRunning = today !== null && period.last >= today;
    return html`<section class="card period" aria-label=${t('staff.section.numbers')}>
      <div class="by" role="group" aria-label=${t('staff.figures.by.label')}>
        ${periodNames.map(
          (name) =>
            html`<button aria-pressed=${name === this.by} @click=${() => (this.by = name)}>
              ${t(`staff.figures.by.${name}`)}
            </button>`,
        )}
      </div>
      <div class="steps">
        <button
          class="step"
          aria-label=${t(`staff.figures.earlier.${period.by}`)}
          @click=${() => this.#go(periodBefore(period))}
        >
          ${consoleIcon('back')}
        </button>
        <p role="status">
          <b class="num">${periodWords(period)}</b>
          ${isRunning ? html`<span class="soft">${t('staff.figures.running')}</span>` : nothing}
        </p>
        <button
          class="step later"
          aria-label=${t(`staff.figures.later.${period.by}`)}
          ?disabled=${isRunning}
          @click=${() => this.#go(periodAfter(period))}
        >
          ${consoleIcon('back')}
        </button>
      </div>
    </section>`;
  }

  #go(period: Period): void {
    const today = this.#today;
    this.day = today !== null && period.first <= today && today <= period.last ? null : period.first;
  }

  #renderFigures(figures: Figures, older: boolean): TemplateResult {
    const names = this.#names.value;
    if (names === undefined) return consoleStates('staff.figures.none').pending();
    const tables = tablesOf(figures, names);
    return html`
      <div class="top">
        ${answeredAt(figures.asOfMs, older, utcOffsetOf(names.centre))}
        <div class="actions">
          <button ?disabled=${this.saving === 'busy'} @click=${() => this.#save(figures, names)}>
            ${t('staff.figures.save.xlsx')}
          </button>
          <button @click=${() => saveText(figures, names)}>${t('staff.figures.save.csv')}</button>
          <button @click=${() => window.print()}>${t('staff.figures.print')}</button>
        </div>
      </div>
      ${
        this.saving === 'failed'
          ? html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${t('staff.figures.save.failed')}
            </p>`
          : nothing
      }
      ${this.#renderCame(figures, tables)}
      <div class="pair">
        <div class="stack">${mealsCard(tables)} ${enrolledCard(tables)}</div>
        <div class="stack">${answersCard(figures, tables)} ${screensCard(tables)}</div>
      </div>
    `;
  }

  #renderCame(figures: Figures, tables: Tables): TemplateResult {
    const { now, before, loose } = figures;
    const month = figures.by === 'month';
    const earlier = periodShort({ by: figures.by, ...before });
    const headline = (
      [
        ['staff.figures.checkIns', now.came.checkIns, before.came.checkIns],
        ['staff.figures.members', now.came.members, before.came.members],
        ['staff.figures.visitors', now.came.visitors, before.came.visitors],
      ] as const
    ).map(
      ([key, value, then]) =>
        html`<div>
          <dt>${t(key)}</dt>
          <dd class="figure num">${value}</dd>
          <dd class="soft num">
            ${t(month ? 'staff.figures.monthBefore' : 'staff.figures.weekBefore', { value: then })}
          </dd>
        </div>`,
    );
    const hours = hoursOf(figures);
    const days = now.came.days.map(({ date }) =>
      month ? String(Number(date.slice(8))) : weekdayShort(date),
    );
    const dayName = (place: number): string => formatDate(now.came.days[place]?.date ?? now.first);
    return html`<section class="card" aria-labelledby="came">
      <h2 id="came">${t('staff.figures.came.heading')}</h2>
      <dl class="headline">${headline}</dl>
      ${loose === 0 ? nothing : html`<p class="note warn">${t('staff.figures.loose', { count: loose })}</p>`}
      ${
        now.came.checkIns + before.came.checkIns === 0
          ? html`<p class="nothing">${t('staff.figures.came.none')}</p>`
          : html`
              <div class="pair">
                <div>
                  <h3>${t('staff.figures.came.byDay')}</h3>
                  <ll-bar-chart
                    .label=${chartWords(
                      t('staff.figures.came.byDay'),
                      now.came.days.map(({ checkIns }) => checkIns),
                      dayName,
                    )}
                    .values=${now.came.days.map(({ checkIns }) => checkIns)}
                    .compared=${before.came.days.map(({ checkIns }) => checkIns)}
                    .places=${days}
                  ></ll-bar-chart>
                  ${detailsOf(tables.days)}
                </div>
                <div>
                  <h3>${t('staff.figures.came.byHour')}</h3>
                  <ll-bar-chart
                    .label=${chartWords(
                      t('staff.figures.came.byHour'),
                      hours.map((hour) => now.came.hours[hour] ?? 0),
                      (place) => {
                        const from = hours[place] ?? 0;
                        return t('staff.figures.hourSpan', {
                          from,
                          to: from + 1,
                        });
                      },
                    )}
                    .values=${hours.map((hour) => now.came.hours[hour] ?? 0)}
                    .compared=${hours.map((hour) => before.came.hours[hour] ?? 0)}
                    .places=${hours.map(String)}
                  ></ll-bar-chart>
                  ${detailsOf(tables.hours)}
                </div>
              </div>
              <p class="soft legend">
                ${t('staff.figures.legend', { now: periodShort({ by: figures.by, ...now }), before: earlier })}
              </p>
              <h3>${t('staff.figures.came.byCourse')}</h3>
              ${tableOf(tables.courses)} ${detailsOf(tables.sessions)}
            `
      }
      <p class="soft">${t('staff.figures.came.note')}</p>
    </section>`;
  }
}
