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
        align-items: center;
        justify-content: space-between;
      }
      .time {
        display: flex;
        align-items: baseline;
        font-size: calc(var(--u) * 34);
        font-weight: 700;
        line-height: 1;
        letter-spacing: -0.02em;
        white-space: nowrap;
      }
      .time small {
        margin-right: 0.25em;
        font-size: calc(var(--u) * 12.4);
        letter-spacing: 0;
      }
      .time:lang(en) {
        flex-direction: row-reverse;
      }
      .time:lang(en) small {
        margin: 0 0 0 0.25em;
      }
      .day {
        text-align: right;
        font-size: calc(var(--u) * 12.4);
        font-weight: 700;
        line-height: 1.35;
      }
      .day small {
        display: block;
        word-break: keep-all;
        font-size: calc(var(--u) * 10.4);
        font-weight: 500;
        color: var(--ink-soft);
      }
      /* Beside the hour there is room for both in one line; where there is none, each stays whole. */
      .day .two {
        font-size: calc(var(--u) * 9.2);
      }
      .day .two span {
        white-space: nowrap;
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
        font-size: calc(var(--u) * 14);
        line-height: 1.1;
      }
      :host([compact]) .time:lang(en) {
        justify-content: flex-start;
      }
      :host([compact]) .time small {
        font-size: max(calc(var(--u) * 8.6), calc(var(--mm) * 6.6));
      }
      :host([compact]) .day {
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
    return locale() === 'en' ? html`${weekdayName(date)}<br />${formatDate(date)}` : formatDay(date);
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
    return today === null
      ? html`<small>${lunar}</small>`
      : html`<small class="two"
          ><span>${lunar}</span> · <span>${t('kiosk.date.todayIs', { name: today })}</span></small
        >`;
  }
}
