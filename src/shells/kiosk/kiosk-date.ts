import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../app/live-query.ts';
import { Ticker } from '../../app/ticker.ts';
import type { CivilDate } from '../../kernel/time.ts';
import type { View } from '../../protocol/client/api.ts';
import { clockParts, formatDate, formatDay, locale, t, weekdayName, weekdayShort } from '../../i18n/index.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../ui/common/shared-styles.ts';

async function readDay(view: View, { date }: { readonly date: CivilDate | null }) {
  return {
    centre: (await view.list('centre', 'centre'))[0],
    calendar: date === null ? undefined : await view.get('city', 'calendarDay', date),
  };
}

/** When one is: the time, the day, the lunar day and solar term. Large on the home page, compact on the others. */
@customElement('ll-kiosk-date')
export class LlKioskDate extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        --grown: min(var(--larger), 1.5);
      }
      .time {
        display: flex;
        align-items: baseline;
        font-size: calc(var(--u) * 28 * var(--grown));
        font-weight: 700;
        line-height: 1;
        letter-spacing: -0.02em;
        white-space: nowrap;
      }
      .time small {
        margin-right: 0.25em;
        font-size: calc(var(--u) * 9.2 * var(--grown));
        letter-spacing: 0;
      }
      .time:lang(en) {
        flex-direction: row-reverse;
      }
      .time:lang(en) small {
        margin: 0 0 0 0.25em;
      }
      /* Day and weekday stand in one line or in two, and below the hour where not even one has room beside it. */
      .day {
        display: var(--day-room, block);
        flex: 1 1 auto;
        width: min-content;
        text-align: right;
        /* The largest type leaves it beside the hour. */
        font-size: calc(var(--u) * min(12.4 * var(--grown), 16.3));
        font-weight: 700;
        line-height: 1.35;
      }
      .day > *,
      .brief span {
        display: inline-block;
        white-space: nowrap;
      }
      .day > .brief,
      :host-context([data-enlarged]) .day > .whole {
        display: none;
      }
      :host-context([data-enlarged]) .day > .brief {
        display: inline;
        white-space: normal;
      }
      .day small {
        display: var(--where-room, block);
        width: 0;
        min-width: 100%;
        word-break: keep-all;
        overflow-wrap: break-word;
        white-space: normal;
        font-size: calc(var(--u) * 9.2 * var(--grown));
        font-weight: 500;
        color: var(--ink-soft);
      }
      .kindly {
        font-size: var(--text);
        font-weight: 500;
        color: var(--ink-soft);
      }
      :host([compact]) {
        display: block;
        text-align: right;
      }
      :host([compact]) .time {
        justify-content: flex-end;
        font-size: calc(var(--u) * 14 * var(--grown));
        line-height: 1.1;
      }
      :host([compact]) .time:lang(en) {
        justify-content: flex-start;
      }
      :host([compact]) .time small {
        font-size: max(calc(var(--u) * 8.6 * var(--grown)), calc(var(--mm) * 6.6));
      }
      /* Beside a page's heading larger type has room for the hour; the day is on home. */
      :host([compact]) .day {
        width: auto;
        max-height: max(0px, calc((1.2 - var(--larger)) * 4000px));
        overflow: hidden;
        font-size: max(calc(var(--u) * 8.6), calc(var(--mm) * 6.6));
        font-weight: 500;
        color: var(--ink-soft);
        line-height: 1.3;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) compact = false;
  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readDay,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
  });

  protected override render() {
    const moment = this.#ticker.momentAt(this.#rows.value?.centre);
    if (moment === null)
      return this.compact ? nothing : html`<p class="kindly">${t('kiosk.date.unknown')}</p>`;
    const { half, figures } = clockParts(moment.minute);
    const time = html`<div class="time"><small>${half}</small>${figures}</div>`;
    if (this.compact)
      return html`${time}
        <div class="day">${this.#shortDay(moment.date)}</div>`;
    return html`${time}
      <div class="day">${this.#day(moment.date)}${this.#lunar()}</div>`;
  }

  #day(date: CivilDate) {
    if (locale() !== 'en') return html`<span>${formatDate(date)}</span> <span>${weekdayName(date)}</span> `;
    return html`<span class="whole">${weekdayName(date)}</span> <span class="whole">${formatDate(date)}</span
      ><b class="brief" data-say=${formatDay(date)}
        ><span>${weekdayShort(date)}</span> <span>${formatDate(date, 3)}</span></b
      >`;
  }

  /** No wider than the room that a page's heading leaves it. */
  #shortDay(date: CivilDate): string {
    return locale() === 'en' ? `${weekdayShort(date)} ${formatDate(date)}` : formatDay(date);
  }

  /** The lunar day is said in Chinese: in another language it tells nobody anything. */
  #lunar() {
    const day = this.#rows.value?.calendar;
    if (day === undefined || locale() !== 'zh-CN') return nothing;
    const today = day.festival ?? day.term;
    const lunar = t('kiosk.date.lunar', { lunar: day.lunar });
    return html`<small
      ><span>${lunar}</span>${
        today === null ? nothing : html` · <span>${t('kiosk.date.todayIs', { name: today })}</span>`
      }</small
    >`;
  }
}
