import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { clockTime, daysBetween, type CivilMoment } from '../../../kernel/time.ts';
import type { Sitting } from '../model/meals.ts';
import type { Menu, MenuItem } from '../model/menu.ts';
import { formatClock, formatDate, formatSpan, t } from '../../../i18n/index.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import { KioskElement, PaintedEvent } from '../../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { dishName, priceWords, updatedWords } from '../words/dish-words.ts';
import { cardStyles } from './meal-card-styles.ts';
import { mealNow, readMenus } from './menu-rows.ts';

/** Today's meal at a glance: what is served now, or next. Yesterday's menu never stands here as today's. */
@customElement('ll-kiosk-meal-card')
export class LlKioskMealCard extends KioskElement {
  static override styles = [reset, cardStyles];

  @state() private hiddenRows = 0;
  @query('ul') private readonly list!: HTMLElement | null;
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: readMenus,
    args: (rows) => ({
      date: this.#ticker.dayAt(rows?.centre),
      canteenId: this.#device.value?.canteenId ?? null,
      days: 2,
    }),
  });
  readonly #measured = new ResizeObserver(() => requestAnimationFrame(() => this.#countHidden()));
  #painted = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measured.disconnect();
  }

  protected override updated(): void {
    this.#measured.disconnect();
    if (this.list !== null) this.#measured.observe(this.list);
    if (this.#painted || this.#rows.value === undefined || this.#rows.value === null) return;
    this.#painted = true;
    this.dispatchEvent(new PaintedEvent());
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      ${this.#rows.render({
        pending: () => nothing,
        empty: () => this.#missing(),
        missing: () => this.#missing(),
        error: () => this.#says(t('kiosk.state.unread')),
        complete: (rows) => {
          const moment = this.#ticker.momentAt(rows.centre);
          if (moment === null) return this.#says(t('kiosk.meal.timeUnknown'));
          const now = mealNow(rows, moment);
          if (now === null) return this.#says(t('kiosk.meal.none'));
          if (now.menu === undefined) return this.#notThere(now.sitting, moment);
          return this.#menu(now.menu, now.sitting, now.serving, moment, rows.centre.utcOffsetMinutes);
        },
      })}
    </section>`;
  }

  /** A kiosk that has lost all it held, or never had any, does not know today's menu: that is not that there is none. */
  #missing() {
    return this.#says(t(this.#sync.away ? 'kiosk.home.unknown' : 'kiosk.home.fetching'));
  }

  /** False once the hub has had its chance to confirm the time in this run, and has not. */
  get #timeIsChecked(): boolean {
    return this.#ticker.time.quality === 'confirmed' || this.#sync.status?.link === 'starting';
  }

  #menu(menu: Menu, sitting: Sitting, serving: boolean, moment: CivilMoment, offset: number) {
    const items = [...menu.items].sort((a, b) => Number(a.soldOut) - Number(b.soldOut));
    const notes = [
      menu.note,
      this.hiddenRows > 0 ? t('kiosk.meal.more', { count: this.hiddenRows }) : null,
      updatedWords(menu, offset),
    ];
    return html`<h2 id="title">
        ${this.#title(sitting, moment)}<span>${this.#when(sitting, serving)}</span>
      </h2>
      ${this.#timeIsChecked ? nothing : html`<p class="unchecked">${t('kiosk.meal.unchecked')}</p>`}
      <ul>
        ${items.map((item) => this.#row(item))}
      </ul>
      <p class="foot">${notes.filter((note) => note !== null).join(' · ')}</p>`;
  }

  #row(item: MenuItem) {
    const price = priceWords(item);
    return html`<li class=${item.soldOut ? 'sold' : ''}>
      ${dishDrawing(item.drawing)}
      <b>${dishName(item)}</b>
      <span class="tags">
        ${item.soldOut ? nothing : item.tags.map((tag) => html`<span class="tag">${t(`common.tag.${tag}`)}</span>`)}
      </span>
      ${
        item.soldOut
          ? html`<strong>${t('common.soldOut')}</strong>`
          : html`<span class="price">${price.figure} <small>${price.unit}</small></span>`
      }
    </li>`;
  }

  #title(sitting: Sitting, moment: CivilMoment): string {
    switch (this.#timeIsChecked ? daysBetween(moment.date, sitting.date) : null) {
      case 0:
      case -1:
        return t(`kiosk.meal.today.${sitting.meal}`);
      case 1:
        return t(`kiosk.meal.tomorrow.${sitting.meal}`);
      default:
        return `${formatDate(sitting.date)} ${t(`common.meal.${sitting.meal}`)}`;
    }
  }

  #when(sitting: Sitting, serving: boolean): string {
    const from = clockTime(sitting.startMinute % 1440);
    const to = clockTime(sitting.endMinute % 1440);
    if (!this.#timeIsChecked) return formatSpan(from, to);
    return serving && this.#ticker.time.quality === 'confirmed'
      ? t('kiosk.meal.until', { time: formatClock(to) })
      : t('kiosk.meal.from', { time: formatClock(from) });
  }

  #notThere(sitting: Sitting, moment: CivilMoment) {
    const later = daysBetween(moment.date, sitting.date) > 0;
    return this.#says(
      later ? t('kiosk.meal.notYet') : t('kiosk.meal.notUpdated'),
      this.#title(sitting, moment),
    );
  }

  #says(words: string, title: string | null = null) {
    return html`<h2 id="title">${title ?? t('kiosk.tile.menu')}</h2>
      <p class="says">${words}</p>`;
  }

  /** Rows that do not fit stand in a second column outside the card: they are counted and said. */
  #countHidden(): void {
    const rows = [...(this.list?.children ?? [])].filter(
      (row): row is HTMLElement => row instanceof HTMLElement,
    );
    const left = rows[0]?.offsetLeft ?? 0;
    this.hiddenRows = rows.filter((row) => row.offsetLeft > left).length;
  }
}
