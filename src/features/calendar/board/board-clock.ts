import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent } from '../../../app/painted.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { clockParts, formatDate, locale, LocaleController, t, weekdayName } from '../../../i18n/index.ts';
import '../../../i18n/board-texts.ts';
import { boardStyles } from '../../../ui/board/board-styles.ts';
import { FitDown } from '../../../ui/board/fit-down.ts';
import type { CalendarDay } from '../model/calendar.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-board-clock': LlBoardClock;
  }
}

const readDay = async (
  view: View,
  { date }: { readonly date: CivilDate },
): Promise<{ day?: CalendarDay }> => {
  const day = await view.get('city', 'calendarDay', date);
  return day === undefined ? {} : { day };
};

/**
 * What time it is, and what day: also by the lunar calendar, with the solar term or festival that is today.
 * @fires ll-board-painted - with `clock:DATE@0`
 */
@customElement('ll-board-clock')
export class LlBoardClock extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      .board {
        grid-template-rows: minmax(0, 1fr);
      }
      .room {
        --grow: 1;
        display: grid;
        align-items: center;
        grid-template-columns: minmax(0, 1fr);
        min-height: 0;
        text-align: center;
      }
      .time {
        font-size: calc(min(var(--panel-height) * 0.42, var(--panel-width) * 0.21) * var(--grow));
        font-weight: 900;
        font-variant-numeric: tabular-nums;
        line-height: 1.05;
        white-space: nowrap;
      }
      .time small {
        margin: 0 0.3em;
        font-size: max(0.3em, var(--board-beside));
        font-weight: 700;
        color: var(--quiet);
      }
      .day {
        margin-top: calc(var(--am) * 8);
        font-size: max(var(--board-read), calc(var(--panel-height) * 0.09 * var(--grow)));
        line-height: 1.25;
      }
      .lunar,
      .unchecked {
        font-size: max(var(--board-read), calc(var(--panel-height) * 0.07 * var(--grow)));
        font-weight: 500;
        line-height: 1.2;
        color: var(--mint);
      }
      .unchecked {
        color: var(--gold);
      }
      span {
        display: inline-block;
        margin: 0 0.25em;
      }
    `,
  ];

  /** Whether the hub has confirmed the time in this run; null while that is being asked. */
  @property({ attribute: false }) timeConfirmed: boolean | null = null;

  readonly #clock = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readDay,
    args: () => {
      const date = this.#clock.dayAt(this.#centre.value);
      return date === null ? null : { date };
    },
  });
  /** Its hour goes before what the device remembers: that may have been mended since the page began. */
  readonly #centre = new LiveQuery(this, {
    query: async (view) => (await view.list('centre', 'centre'))[0] ?? null,
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new FitDown(this, '.room', [1, 0.85, 0.7, 0.6, 0.5, 0.4]);
  }

  override render(): TemplateResult | typeof nothing {
    const moment = this.#clock.momentAt(this.#centre.value);
    if (moment === null) return nothing;
    const { half, figures } = clockParts(moment.minute);
    const small = html`<small>${half}</small>`;
    return html`<div class="board">
      <div class="room">
        <div>
          <h1 class="time">${locale() === 'en' ? html`${figures}${small}` : html`${small}${figures}`}</h1>
          <p class="day"><span>${formatDate(moment.date)}</span><span>${weekdayName(moment.date)}</span></p>
          ${
            this.timeConfirmed === false
              ? html`<p class="unchecked">${t('boards.clock.unchecked')}</p>`
              : this.#lunar()
          }
        </div>
      </div>
    </div>`;
  }

  override updated(): void {
    const date = this.#clock.dayAt(this.#centre.value);
    if (date === null) return;
    // The hour is right though the calendar cannot be read.
    const isRead = this.#rows.render({
      pending: () => false,
      empty: () => true,
      error: () => true,
      complete: () => true,
    });
    if (isRead) this.dispatchEvent(new BoardPaintedEvent(`clock:${date}@0`));
  }

  /** The lunar day is said in Chinese: in another language it tells nobody anything. */
  #lunar(): TemplateResult | typeof nothing {
    const day = this.#rows.value?.day;
    if (day === undefined || locale() !== 'zh-CN') return nothing;
    const name = day.festival ?? day.term;
    return html`<p class="lunar">
      <span>${t('boards.clock.lunar', { lunar: day.lunar })}</span>${
        name === null ? nothing : html`<span>${t('boards.clock.todayIs', { name })}</span>`
      }
    </p>`;
  }
}
