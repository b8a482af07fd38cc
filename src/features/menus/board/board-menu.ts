import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { minutesUntilSitting, type Sitting } from '../model/meals.ts';
import { menuId, menuShowing, type Menu, type MenuItem } from '../model/menu.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import {
  formatClock,
  formatDate,
  formatDay,
  formatSpan,
  formatYuan,
  LocaleController,
  t,
  weekdayName,
} from '../../../i18n/index.ts';
import { inPages, Pager } from '../../../ui/board/board-paging.ts';
import { boardClass, boardStyles, rowsThatFit } from '../../../ui/board/board-styles.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { menuBoardStyles } from './board-menu-styles.ts';
import { allergensOf, charactersOn, dishToDraw, fitOf } from './board-rules.ts';

interface OnTheBoard {
  readonly centre: Centre;
  readonly menu: Menu | undefined;
  readonly day: RowOf<'calendarDay'> | undefined;
}

async function readMenu(
  view: View,
  asked: { readonly sitting: Sitting; readonly menuId: string },
): Promise<OnTheBoard | null> {
  const [[centre], menu, day] = await Promise.all([
    view.list('centre', 'centre'),
    view.get('centre', 'menu', asked.menuId),
    view.get('city', 'calendarDay', asked.sitting.date),
  ]);
  return centre === undefined ? null : { centre, menu, day };
}

/** A row's height and what head and foot take of the board, in minutes of arc. */
const ROW_AM = 70;
const TAKEN_AM = 142;

/**
 * The menu of one meal, across a dining hall. Without that day's menu it says so and shows no other.
 * @fires ll-board-painted - with `menu:ID@VERSION` of what it has rendered
 */
@customElement('ll-board-menu')
export class LlBoardMenu extends LitElement {
  static override readonly styles = [boardStyles, menuBoardStyles];

  /** The meal to show, with the day it belongs to. */
  @property({ attribute: false }) sitting: Sitting | null = null;
  /** Whether the hub has confirmed the time in this run; null while that is being asked. */
  @property({ attribute: false }) timeConfirmed: boolean | null = null;

  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #clock = new Ticker(this);
  readonly #pager = new Pager(this);
  readonly #rows = new LiveQuery(this, {
    query: readMenu,
    args: () =>
      this.sitting === null ? null : { sitting: this.sitting, menuId: this.#menuId(this.sitting) },
  });
  #pages: readonly (readonly MenuItem[])[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () => html`<div class="board alone"><p class="say">${t('screen.unreadable')}</p></div>`,
      complete: (rows, { sitting }) => this.#board(rows, sitting),
      // Until the next meal's menu is read the last one stays, under its own heading.
      previous: (rows, { sitting }) => this.#board(rows, sitting),
    });
  }

  #layOut(items: readonly MenuItem[]): void {
    const { heightPx, am } = glassInPixels();
    this.#pages = inPages(items, rowsThatFit(heightPx, am, ROW_AM, TAKEN_AM));
    this.#pager.hold(this.#pages.map(charactersOn));
  }

  override updated(): void {
    const showing = this.#rows.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: ({ menu }, { menuId }) => (menu === undefined ? `no-menu:${menuId}@0` : menuShowing(menu)),
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  #menuId(sitting: Sitting): string {
    return menuId(sitting.date, sitting.meal, this.#device.value?.canteenId ?? 'main');
  }

  #board({ centre, menu, day }: OnTheBoard, sitting: Sitting): TemplateResult {
    const moment = this.#clock.momentAt(centre);
    this.#layOut(menu?.items ?? []);
    // Nobody knows then that it is tomorrow's: the day itself stands beside the meal, as large.
    const unchecked = this.timeConfirmed === false;
    const head = html`
      <header class="head ${unchecked ? 'dated' : ''}">
        <h1>
          ${
            unchecked
              ? html`<small>${formatDate(sitting.date)}</small> `
              : moment !== null && sitting.date > moment.date
                ? t('common.dates.tomorrow')
                : nothing
          }${t(`screen.meal.${sitting.meal}`)}
        </h1>
        <span class="hours"
          >${formatSpan(clockTime(sitting.startMinute % 1440), clockTime(sitting.endMinute % 1440))}</span
        >
        <span class="day"
          >${unchecked ? weekdayName(sitting.date) : formatDay(sitting.date)}${day?.term ? html`<b>${day.term}</b>` : nothing}</span
        >
      </header>
    `;
    if (menu === undefined || menu.items.length === 0) {
      return html`<div class=${boardClass(glassInPixels())}>
        ${head}
        <section class="alone">
          <p class="say">${t('screen.menu.notYet')}</p>
          <p class="ask">${t('screen.menu.ask')}</p>
        </section>
        <footer class="foot"><span></span></footer>
      </div>`;
    }
    const page = this.#pages[this.#pager.page] ?? menu.items;
    return html`<div class=${boardClass(glassInPixels())}>
      ${head}
      <div class="main">
        <ul class="rows">
          ${page.map((item) => this.#row(item))}
        </ul>
        <aside class="side">
          <div class="picture">${this.#picture(page)}</div>
          ${menu.set === null ? this.#note(menu) : this.#set(menu.set)}
        </aside>
      </div>
      <footer class="foot">
        <span class=${unchecked ? 'unchecked' : ''}
          >${moment === null ? nothing : this.#when(sitting, moment)}</span
        >
        <span>${this.#small(page)}</span>
      </footer>
    </div>`;
  }

  #row(item: MenuItem): TemplateResult {
    const fit = fitOf(item.name);
    const tag = fit === 'roomy' ? item.tags[0] : undefined;
    const price = item.soldOut
      ? html`<span class="gone">${t('common.soldOut')}</span>`
      : item.priceFen === null
        ? html`<span class="free">${t('screen.menu.refill')}</span>`
        : html`${formatYuan(item.priceFen)}<small
              >${t('common.yuanPer', { unit: t(`common.unit.${item.unit}`) })}</small
            >`;
    return html`<li class="row ${fit} ${item.soldOut ? 'sold' : ''}">
      <span class="name"
        ><b>${item.name}</b>${
          tag === undefined || item.soldOut
            ? nothing
            : html`<span class="tag">${t(`common.tag.${tag}`)}</span>`
        }</span
      >
      <span class="price">${price}</span>
    </li>`;
  }

  #picture(page: readonly MenuItem[]): TemplateResult | typeof nothing {
    const item = dishToDraw(page);
    return item === undefined ? nothing : dishDrawing(item.drawing);
  }

  #set(set: NonNullable<Menu['set']>): TemplateResult {
    return html`<div class="set">
      <p>${set.name} <em>${t('screen.menu.yuan', { yuan: formatYuan(set.priceFen) })}</em></p>
      <p>${set.text}</p>
    </div>`;
  }

  #note(menu: Menu): TemplateResult | typeof nothing {
    return menu.note === null ? nothing : html`<div class="set"><p>${menu.note}</p></div>`;
  }

  #when(sitting: Sitting, moment: CivilMoment): string {
    if (this.timeConfirmed === false) return t('screen.menu.unchecked');
    const until = minutesUntilSitting(sitting, moment);
    const left = until + sitting.endMinute - sitting.startMinute;
    if (until > 60 || this.timeConfirmed === null)
      return t('screen.menu.from', { time: formatClock(clockTime(sitting.startMinute % 1440)) });
    if (until > 0) return t('screen.menu.opensIn', { count: until });
    if (left > 15) return t('screen.menu.serving');
    return left > 0 ? t('screen.menu.closesIn', { count: left }) : t('screen.menu.over');
  }

  #small(page: readonly MenuItem[]): string {
    const allergens = allergensOf(page).map((one) => t(`common.allergen.${one}`));
    const contains =
      allergens.length === 0 ? '' : t('screen.menu.contains', { what: allergens.join(t('common.listJoin')) });
    const pages = this.#pages.length;
    return pages > 1 ? `${contains}　${this.#pager.page + 1}/${pages}` : contains;
  }
}
