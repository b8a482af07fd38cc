import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { CivilDate, CivilMoment } from '../../../kernel/time.ts';
import { matching, type DishFilter } from '../model/dish-filters.ts';
import { sittingsOn, type Sitting } from '../model/meals.ts';
import type { MealName, Menu } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { heard, pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { LlPages } from '../../../ui/kiosk/pages.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import type { SegmentEvent } from '../../../ui/kiosk/segments.ts';
import {
  emptyView,
  errorView,
  missingView,
  pendingView,
  stateStyles,
} from '../../../ui/kiosk/state-views.ts';
import { mealHours } from '../words/meal-words.ts';
import type { DishFilterEvent } from './dish-filter-bar.ts';
import { dishList } from './dish-list.ts';
import { dishPage, dishPageStyles } from './dish-page.ts';
import { dishRowStyles } from './dish-row.ts';
import { mealNow, menuOf, readMenus, type MenuRows } from './menu-rows.ts';
import { menuPageStyles } from './menu-page-styles.ts';
import { daysToChoose, dayWord, mealOfDay } from './menu-days.ts';
import { Novelty } from './novelty.ts';
import './dish-filter-bar.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/segments.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** How many days there are to choose from, today among them. */
const DAYS = 7;

/** What there is to eat today and for the rest of the week: a meal at a time as a short list, and a page for each dish. */
@customElement('ll-kiosk-menu')
export class LlKioskMenu extends KioskPage {
  static override styles = [
    reset,
    pressable,
    heard,
    pageStyles,
    stateStyles,
    menuPageStyles,
    dishRowStyles,
    dishPageStyles,
  ];

  /** What was chosen; null means what the time suggests. */
  @state() private day: CivilDate | null = null;
  @state() private meal: MealName | null = null;
  @state() private asked: readonly DishFilter[] = [];
  /** The dish whose own page is open. */
  @state() private dishId: string | null = null;
  #left: string | null = null;
  readonly #novelty = new Novelty();
  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: readMenus,
    args: (rows) => ({
      date: this.#ticker.dayAt(rows?.centre),
      canteenId: this.#device.value?.canteenId ?? null,
      days: DAYS,
    }),
  });

  override back(): boolean {
    if (this.dishId === null) return false;
    this.#left = this.dishId;
    this.dishId = null;
    this.stepped();
    return true;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#left === null) return;
    // The list is as it was, and the dish one comes from is where the keyboard is.
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-dish="${CSS.escape(this.#left)}"]`);
    this.#left = null;
    row?.focus({ preventScroll: true });
  }

  protected override render() {
    return this.#rows.render({
      pending: () => this.#saying(pendingView()),
      empty: () => this.#saying(missingView(this.#sync.away)),
      missing: () => this.#saying(missingView(this.#sync.away)),
      error: () => this.#saying(errorView()),
      complete: (rows) => {
        const moment = this.#ticker.momentAt(rows.centre);
        return moment === null
          ? this.#saying(emptyView(t('kiosk.meal.timeUnknown')))
          : this.#whole(rows, moment);
      },
    });
  }

  #saying(words: unknown) {
    return html`<h1>${t('kioskPages.menu.title')}</h1>
      ${words}`;
  }

  get #confirmed(): boolean {
    return this.#ticker.time.quality === 'confirmed';
  }

  #whole(rows: MenuRows, moment: CivilMoment) {
    const suggested = mealNow(rows, moment)?.sitting;
    const days = daysToChoose(moment.date, suggested?.date, DAYS);
    const day =
      [this.day, suggested?.date].find((one) => one !== null && days.includes(one ?? '')) ?? moment.date;
    const sittings = sittingsOn(rows.centre, day, (date) => rows.rest.has(date));
    const wanted = this.meal ?? suggested?.meal;
    const sitting = sittings.find(({ meal }) => meal === wanted) ?? sittings[0];
    const menu = sitting === undefined ? undefined : menuOf(rows, sitting);
    const today = this.#confirmed ? moment.date : null;
    return html`<div class="list" ?hidden=${this.dishId !== null}>
        <div class="ways">
          <h1 class=${this.hasAttribute('landscape') ? 'heard' : ''}>${t('kioskPages.menu.title')}</h1>
          <ll-segments
            many
            data-say=""
            .label=${t('kioskPages.menu.whichDay')}
            .items=${days.map((key) => ({ key, label: dayWord(key, today) }))}
            .chosen=${day}
            @ll-segment=${(event: SegmentEvent) => this.#chooseDay(event.key)}
          ></ll-segments>
          ${sitting === undefined ? nothing : this.#meals(sittings, sitting)}
          ${
            menu === undefined || menu.items.length === 0
              ? nothing
              : html`<ll-dish-filter-bar
                  data-say=""
                  ?narrow=${this.hasAttribute('landscape')}
                  .items=${menu.items}
                  .asked=${this.asked}
                  @ll-dish-filter=${(event: DishFilterEvent) => this.#ask(event.asked)}
                ></ll-dish-filter-bar>`
          }
        </div>
        <div class="answer">${this.#answer(rows, sitting, menu, today)}</div>
      </div>
      ${this.dishId === null ? nothing : this.#dish(this.dishId, sitting, menu, today)}`;
  }

  #meals(sittings: readonly Sitting[], chosen: Sitting) {
    return html`<ll-segments
      data-say=""
      .label=${t('kioskPages.menu.whichMeal')}
      .items=${sittings.map(({ meal }) => ({ key: meal, label: t(`common.meal.${meal}`) }))}
      .chosen=${chosen.meal}
      @ll-segment=${(event: SegmentEvent) => this.#chooseMeal(sittings, event.key)}
    ></ll-segments>`;
  }

  #answer(rows: MenuRows, sitting: Sitting | undefined, menu: Menu | undefined, today: CivilDate | null) {
    if (sitting === undefined) return emptyView(t('kioskPages.menu.closed'));
    const changed = menu !== undefined && this.#novelty.isNew(menu);
    return html`<h2 class="head">
        <span>${mealOfDay(sitting, today)}</span>
        <em role="status" ?hidden=${!changed}>${changed ? t('kioskPages.menu.justChanged') : nothing}</em>
        <small>${mealHours(sitting)}</small>
      </h2>
      ${
        menu === undefined
          ? this.#noMenu(sitting.date === today)
          : menu.off !== undefined
            ? emptyView(html`${t('kiosk.meal.closed')}<br />${menu.why}`)
            : this.#dishes(menu, sitting, rows.centre.utcOffsetMinutes)
      }`;
  }

  /** Without a menu nobody says that there is no meal; and a device that has not fetched it says no more than that. */
  #noMenu(today: boolean) {
    const { away, status } = this.#sync;
    // Another day's may have come out since the hub was last here.
    if (status?.loaded !== true || (away && !today)) return missingView(away);
    return emptyView(t(today ? 'kiosk.meal.notUpdated' : 'kiosk.meal.notYet'));
  }

  #dishes(menu: Menu, sitting: Sitting, offset: number) {
    const dishes = matching(menu.items, this.asked);
    if (dishes.length === 0 && this.asked.length > 0) return this.#noneMatch();
    return dishList(menu, dishes, {
      hours: mealHours(sitting),
      nowMs: this.#ticker.time.nowMs,
      offset,
      open: (id) => this.#open(id),
    });
  }

  #noneMatch() {
    const asked = this.asked.map((filter) => t(`common.tag.${filter}`)).join(t('common.listJoin'));
    return html`<div class="state none" role="status">
      <p>${t('kioskPages.menu.filter.none', { asked })}</p>
      <ll-button kind="confirm" @click=${() => this.#ask([])}
        >${t('kioskPages.menu.filter.showAll')}</ll-button
      >
    </div>`;
  }

  #dish(dishId: string, sitting: Sitting | undefined, menu: Menu | undefined, today: CivilDate | null) {
    const item = menu?.items.find((one) => one.dishId === dishId);
    if (item === undefined || sitting === undefined)
      return html`<div class="whole-dish">
        ${this.#saying(
          html`<div class="state none" role="status">
            <p>${t('kioskPages.menu.dishGone')}</p>
            <ll-button kind="confirm" @click=${() => this.back()}>${t('kioskPages.menu.others')}</ll-button>
          </div>`,
        )}
      </div>`;
    const when = html`<span>${mealOfDay(sitting, today)}</span> <span>${mealHours(sitting)}</span>`;
    return html`<div class="whole-dish">${dishPage(item, when, () => this.back())}</div>`;
  }

  #chooseDay(day: CivilDate): void {
    this.day = day;
    this.#anew();
  }

  #chooseMeal(sittings: readonly Sitting[], key: string): void {
    this.meal = sittings.find((one) => one.meal === key)?.meal ?? null;
    this.#anew();
  }

  #ask(asked: readonly DishFilter[]): void {
    this.asked = asked;
    this.#anew();
  }

  #open(dishId: string): void {
    this.dishId = dishId;
    this.stepped();
  }

  /** Other dishes are listed, from their first page. */
  #anew(): void {
    const pages = this.renderRoot.querySelector('ll-pages');
    if (pages instanceof LlPages) pages.first();
    this.stepped();
  }
}
