import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { whenReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { clockTime, daysBetween, type CivilMoment } from '../../../kernel/time.ts';
import type { Sitting } from '../model/meals.ts';
import { decidesWhoMayEat, inServingOrder, type Menu, type MenuItem } from '../model/menu.ts';
import { formatClock, formatDate, formatSpan, t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { beforePaint } from '../../../ui/kiosk/before-paint.ts';
import { KioskElement, PaintedEvent } from '../../../ui/kiosk/kiosk-element.ts';
import { RoomWantedEvent } from '../../../ui/kiosk/room-wanted.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { allergenWords, priceWords, updatedWords } from '../words/dish-words.ts';
import { cardStyles } from './meal-card-styles.ts';
import { mealNow, readMenus, type MenuRows } from './menu-rows.ts';

/** The classes by which the card makes room for its dishes. */
const SMALLER_TYPE = 'tightest small';
const STEPS = ['', 'tight', 'tightest', SMALLER_TYPE];

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
  readonly #measured = new ResizeObserver(() => this.#resized());
  /** What was last made to fit the list, and how large the list was. */
  #fittedRows: MenuRows | null | undefined;
  #fitted = '';
  #painted = false;

  constructor() {
    super();
    // The names are what is read; what they look like comes after.
    whenReady(() => void import('./dish-photo.ts').catch(() => undefined));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#measured.disconnect();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.list !== null) this.#measured.observe(this.list);
    // Of the same dishes, how many do not fit is what fitting them came to.
    if (!changed.has('hiddenRows') || this.#rows.value !== this.#fittedRows) this.#wantRoom();
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
          if (now.menu === undefined || now.menu.off !== undefined)
            return this.#notThere(now.sitting, moment, now.menu);
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
    const about =
      this.hiddenRows > 0
        ? t('kiosk.meal.more', { count: this.hiddenRows, tile: t('kiosk.tile.menu') })
        : updatedWords(menu, this.#ticker.time.nowMs, offset);
    return html`<h2 id="title">
        ${this.#title(sitting, moment)}<span class="when">${this.#when(sitting, serving)}</span>
        ${
          this.hiddenRows > 0
            ? html`<span class="others">${t('kiosk.meal.others', { count: this.hiddenRows })}</span>`
            : nothing
        }
      </h2>
      ${this.#timeIsChecked ? nothing : html`<p class="unchecked">${t('kiosk.meal.unchecked')}</p>`}
      <ul>
        ${inServingOrder(menu.items).map(row)}
      </ul>
      <div class="foot">
        ${menu.note === null ? nothing : html`<p class="note">${inLanguage(menu.note, menu.noteEn)}</p>`}
        <p>${about}</p>
      </div>`;
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

  /** Of a closed meal, that it is; a device that has not fetched all yet does not know that there is no menu. */
  #notThere(sitting: Sitting, moment: CivilMoment, closed?: Menu) {
    const later = daysBetween(moment.date, sitting.date) > 0;
    const none = t(later ? 'kiosk.meal.notYet' : 'kiosk.meal.notUpdated');
    // A menu of tomorrow's may have come out since the hub was last here.
    const unknown = this.#sync.status?.loaded === false || (later && this.#sync.away);
    const words = closed
      ? `${t('kiosk.meal.closed')} ${closed.why ?? ''}`
      : unknown
        ? t('kiosk.state.notFetched')
        : none;
    return this.#says(words, this.#title(sitting, moment));
  }

  #says(words: string, title: string | null = null) {
    return html`<h2 id="title" class=${title === null ? 'plain' : ''}>${title ?? t('kiosk.tile.menu')}</h2>
      <p class="says">${words}</p>`;
  }

  /**
   * Dishes come before the note and the room around them: where they do not fit, all of it grows smaller, step by step,
   * and the type last, unless somebody has asked for larger. The first dish always has its room. Those that still do not
   * fit stand in a second column outside the card, or would be cut off at its foot: they are counted and said.
   */
  readonly makeRoom = (): void => this.#makeRoom(this.#steps());

  /** The same, with all as small as it may be. */
  makeMostRoom(): void {
    this.#makeRoom(this.#steps().slice(-1));
  }

  /** Shows how little it can do with, for whoever looks whether the rest has room beside it; the dishes are not counted. */
  shrink(): void {
    this.className = this.#steps().slice(-1).join();
    this.#holdFirst();
  }

  #steps(): readonly string[] {
    const isLarger = Number(getComputedStyle(this).getPropertyValue('--larger')) > 1;
    return STEPS.filter((step) => !isLarger || step !== SMALLER_TYPE);
  }

  #makeRoom(steps: readonly string[]): void {
    let hidden = 0;
    for (const step of steps) {
      this.className = step;
      hidden = this.#hidden();
      if (hidden === 0) break;
    }
    this.hiddenRows = hidden;
    this.#fitted = this.#size();
    this.#fittedRows = this.#rows.value;
  }

  #resized(): void {
    if (this.#size() !== this.#fitted) this.#wantRoom();
  }

  /** By itself it would take back what it has given a page that makes room for all. */
  #wantRoom(): void {
    if (this.dispatchEvent(new RoomWantedEvent())) beforePaint(this.makeRoom);
  }

  #size(): string {
    return `${this.list?.clientWidth} ${this.list?.clientHeight}`;
  }

  #hidden(): number {
    this.#holdFirst();
    const { list } = this;
    if (list === null) return 0;
    const { left, bottom } = list.getBoundingClientRect();
    const rows = [...list.children].map((row) => {
      const box = row.getBoundingClientRect();
      return { row, isOut: box.left > left + 1 || box.bottom > bottom + 1 };
    });
    // All are looked at before any is changed: each change would have the next one's place found anew.
    for (const { row, isOut } of rows) row.toggleAttribute('data-out', isOut);
    return rows.filter(({ isOut }) => isOut).length;
  }

  #holdFirst(): void {
    const { list } = this;
    const first = list?.children[0];
    if (list === null || !(first instanceof HTMLElement)) return;
    first.style.flexGrow = '0';
    list.style.minHeight = `${first.offsetHeight}px`;
    first.style.flexGrow = '';
  }
}

function row(item: MenuItem) {
  const { figure, unit } = priceWords(item);
  const allergens = allergenWords(item);
  const tags = (shown: boolean) =>
    tagsOf(item)
      .filter((tag) => decidesWhoMayEat(tag) === shown)
      .map((tag) => html`<span class="tag">${t(`common.tag.${tag}`)}</span>`);
  return html`<li class=${item.soldOut ? 'sold' : ''}>
    <ll-dish-photo .photo=${item.photo} .drawing=${item.drawing}></ll-dish-photo>
    <div>
      <b>${inLanguage(item.name, item.nameEn)}</b>
      ${
        item.soldOut
          ? html`<strong>${t('common.soldOut')}</strong>`
          : html`<span class="may">${tags(false)}</span>
              <span class="must"
                >${tags(true)} ${allergens === null ? nothing : html`<i>${allergens}</i>`}</span
              >
              <span class="price">${figure} <small>${unit}</small></span>`
      }
    </div>
  </li>`;
}
