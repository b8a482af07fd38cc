import { ContextConsumer } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { addDays, clockTime, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import { sittingsOn, type Sitting } from '../model/meals.ts';
import type { MealName, Menu } from '../model/menu.ts';
import { formatSpan, formatDate, formatYuan, t } from '../../../i18n/index.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import type { SegmentEvent } from '../../../ui/kiosk/segments.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { emptyView, errorView, pendingView, stateStyles } from '../../../ui/kiosk/state-views.ts';
import { updatedWords } from '../words/dish-words.ts';
import { dishCard, dishCardStyles } from './dish-card.ts';
import { mealNow, menuOf, readMenus, type MenuRows } from './menu-rows.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../ui/kiosk/segments.ts';
import '../../../i18n/kiosk-page-texts.ts';

/** The menu of the day: today or tomorrow, a meal at a time, a dish with all that is to know of it. */
@customElement('ll-kiosk-menu')
export class LlKioskMenu extends KioskPage {
  static override styles = [
    reset,
    pageStyles,
    stateStyles,
    dishCardStyles,
    css`
      ll-segments {
        flex: none;
        margin-bottom: calc(var(--u) * 5);
      }
      .which {
        flex: none;
      }
      :host([landscape]) .which {
        display: flex;
      }
      :host([landscape]) .which ll-segments {
        flex: 2 1 0;
      }
      :host([landscape]) .which ll-segments + ll-segments {
        flex-grow: 3;
        margin-left: calc(var(--u) * 10);
      }
      ll-pages {
        margin-top: calc(var(--u) * 2);
      }
      .about {
        margin-bottom: calc(var(--u) * 5);
        line-height: 1.45;
      }
      .about b {
        font-size: var(--text-large);
        font-weight: 700;
      }
    `,
  ];

  /** What was chosen; null means what the time suggests. */
  @state() private day: CivilDate | null = null;
  @state() private meal: MealName | null = null;
  readonly #ticker = new Ticker(this);
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #rows = new LiveQuery(this, {
    query: readMenus,
    args: (rows) => ({
      date: this.#ticker.dayAt(rows?.centre),
      canteenId: this.#device.value?.canteenId ?? null,
    }),
  });

  protected override render() {
    return html`<h1>${t('kioskPages.menu.title')}</h1>
      ${this.#rows.render({
        pending: pendingView,
        empty: () => emptyView(t('kiosk.meal.none')),
        error: errorView,
        complete: (rows) => {
          const moment = this.#ticker.momentAt(rows.centre);
          return moment === null ? emptyView(t('kiosk.meal.timeUnknown')) : this.#whole(rows, moment);
        },
      })}`;
  }

  #whole(rows: MenuRows, moment: CivilMoment) {
    const suggested = mealNow(rows, moment)?.sitting;
    const days = [moment.date, addDays(moment.date, 1)];
    const day = this.day ?? days.find((one) => one === suggested?.date) ?? moment.date;
    const sittings = sittingsOn(rows.centre, day, (date) => rows.rest.has(date));
    const sitting =
      sittings.find(
        (one) => one.meal === (this.meal ?? (day === suggested?.date ? suggested.meal : undefined)),
      ) ?? sittings[0];
    return html`<div class="which">
        <ll-segments
          .label=${t('kioskPages.menu.whichDay')}
          .items=${days.map((key, i) => ({ key, label: this.#dayName(key, i) }))}
          .chosen=${day}
          @ll-segment=${(event: SegmentEvent) => this.#chooseDay(event.key)}
        ></ll-segments>
        ${
          sitting === undefined
            ? nothing
            : html`<ll-segments
                .label=${t('kioskPages.menu.whichMeal')}
                .items=${sittings.map((one) => ({
                  key: one.meal,
                  label: t(`common.meal.${one.meal}`),
                  detail: hours(one),
                }))}
                .chosen=${sitting.meal}
                @ll-segment=${(event: SegmentEvent) => this.#chooseMeal(sittings, event.key)}
              ></ll-segments>`
        }
      </div>
      ${
        sitting === undefined
          ? emptyView(t('kioskPages.menu.closed'))
          : this.#menu(menuOf(rows, sitting), day === moment.date, rows.centre.utcOffsetMinutes)
      }`;
  }

  #menu(menu: Menu | undefined, today: boolean, offset: number) {
    if (menu === undefined) return emptyView(t(today ? 'kiosk.meal.notUpdated' : 'kiosk.meal.notYet'));
    return html`<ll-pages>
      ${menu.items.map(dishCard)}
      <div class="about">
        ${
          menu.set === null
            ? nothing
            : html`<p>
                <b
                  >${t('kioskPages.menu.set', { name: menu.set.name, yuan: formatYuan(menu.set.priceFen) })}</b
                >
                ${menu.set.text}
              </p>`
        }
        ${menu.note === null ? nothing : html`<p>${menu.note}</p>`}
        <p class="soft">${updatedWords(menu, offset) ?? nothing}</p>
      </div>
    </ll-pages>`;
  }

  /** Which day is today is said only on a time the hub has confirmed in this run. */
  #dayName(day: CivilDate, daysAhead: number): string {
    if (this.#ticker.time.quality !== 'confirmed') return formatDate(day);
    return t(daysAhead === 0 ? 'common.dates.today' : 'common.dates.tomorrow');
  }

  #chooseDay(day: CivilDate): void {
    this.day = day;
    this.stepped();
  }

  #chooseMeal(sittings: readonly Sitting[], key: string): void {
    this.meal = sittings.find((one) => one.meal === key)?.meal ?? null;
    this.stepped();
  }
}

const hours = (sitting: Sitting): string =>
  formatSpan(clockTime(sitting.startMinute % 1440), clockTime(sitting.endMinute % 1440));
