import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { whenReady } from '../../../app/ready.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { minutesUntilSitting, type Sitting } from '../model/meals.ts';
import { isClosed, isUp, menuId, menuShowing, type Menu } from '../model/menu.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { formatClock, formatDate, locale, LocaleController, t, weekdayName } from '../../../i18n/index.ts';
import { boardDay, boardSpan } from '../../../ui/board/board-clock.ts';
import { boardRowStyles } from '../../../ui/board/board-row-styles.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { menuBoardStyles } from './board-menu-styles.ts';
import type { MenuPages } from './menu-pages.ts';
import { menuRow, rowsOf } from './menu-rows.ts';

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

/** What parts a menu into pages: words are read first. */
let paging: { readonly MenuPages: typeof MenuPages } | undefined;

/**
 * The menu of one meal, across a dining hall. Without that day's menu it says so and shows no other.
 * @fires ll-board-painted - with `menu:ID@VERSION` of what it has rendered
 */
@customElement('ll-board-menu')
export class LlBoardMenu extends LitElement {
  static override readonly styles = [boardStyles, boardRowStyles, menuBoardStyles];

  /** The meal to show, with the day it belongs to. */
  @property({ attribute: false }) sitting: Sitting | null = null;
  /** Whether the hub has confirmed the time in this run; null while that is being asked. */
  @property({ attribute: false }) timeConfirmed: boolean | null = null;

  /** What is drawn in place of the published one, where it is only looked at beforehand. */
  @property({ attribute: false }) instead: Menu | null = null;

  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #clock = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readMenu,
    args: () =>
      this.sitting === null ? null : { sitting: this.sitting, menuId: this.#menuId(this.sitting) },
  });
  /** Its pages, once their code is here; till then what has room stands on the first. */
  #pages: MenuPages | undefined;

  constructor() {
    super();
    new LocaleController(this);
    if (paging !== undefined) this.#pages = new paging.MenuPages(this);
    else whenReady(() => void this.#bringPages());
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class="${boardClass(glassInPixels(this))} alone">
          <p class="say">${t('screen.unreadable')}</p>
        </div>`,
      complete: (rows, { sitting }) => this.#board(rows, sitting),
      // Until the next meal's menu is read the last one stays, under its own heading.
      previous: (rows, { sitting }) => this.#board(rows, sitting),
    });
  }

  override updated(): void {
    const showing = this.#rows.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: ({ menu }, { menuId }) =>
        menu === undefined || menu.off === 'withdrawn' ? `no-menu:${menuId}@0` : menuShowing(menu),
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  async #bringPages(): Promise<void> {
    try {
      paging ??= await import('./menu-pages.ts');
    } catch {
      // The first page stays: it has as much as has room.
      return;
    }
    this.#pages = new paging.MenuPages(this);
    this.requestUpdate();
  }

  #menuId(sitting: Sitting): string {
    return menuId(sitting.date, sitting.meal, this.#device.value?.canteenId ?? 'main');
  }

  #board({ centre, menu: published, day }: OnTheBoard, sitting: Sitting): TemplateResult {
    const menu = this.instead ?? published;
    const moment = this.#clock.momentAt(centre);
    const glass = glassInPixels(this);
    // Nobody knows then that it is tomorrow's: the day itself stands beside the meal, as large.
    const unchecked = this.timeConfirmed === false;
    const head = html`
      <header class="head">
        <h1>
          ${
            unchecked
              ? html`<small>${formatDate(sitting.date, 3)}</small> `
              : moment !== null && sitting.date > moment.date
                ? t('common.dates.tomorrow')
                : nothing
          }${t(`screen.meal.${sitting.meal}`)}
        </h1>
        <span class="hours">${boardSpan(sitting.startMinute % 1440, sitting.endMinute % 1440)}</span>
        <span class="day"
          >${unchecked ? html`<span>${weekdayName(sitting.date)}</span>` : boardDay(sitting.date)}${day?.term && locale() === 'zh-CN' ? html`<b>${day.term}</b>` : nothing}</span
        >
      </header>
    `;
    if (!isUp(menu)) {
      const closed = isClosed(menu);
      return html`<div class=${boardClass(glass)}>
        ${head}
        <section class="alone">
          <p class="say">${t(closed ? 'screen.menu.closed' : 'screen.menu.notYet')}</p>
          <p class="ask">${closed ? menu?.why : t('screen.menu.ask')}</p>
        </section>
        <footer class="foot"></footer>
      </div>`;
    }
    const rows = rowsOf(menu);
    const shown = this.#pages?.show(rows);
    return html`<div class=${boardClass(glass)}>
      ${head}
      ${
        shown?.main ??
        html`<ul class="main rows first">
          ${rows.map((row) => menuRow(row))}
        </ul>`
      }
      <footer class="foot">
        <span class=${unchecked ? 'unchecked' : ''}
          >${moment === null ? nothing : this.#when(sitting, moment)}</span
        >
        <span class="page">${shown?.page}</span>
      </footer>
    </div>`;
  }

  #when(sitting: Sitting, moment: CivilMoment): string {
    if (this.timeConfirmed === false) return t('screen.menu.unchecked');
    const until = minutesUntilSitting(sitting, moment);
    const left = until + sitting.endMinute - sitting.startMinute;
    if (until > 60 || this.timeConfirmed === null)
      return t('screen.menu.from', { time: formatClock(clockTime(sitting.startMinute % 1440)) });
    if (until > 0) return t('screen.menu.opensIn', { count: until });
    if (left > 15)
      return t('screen.menu.serving', { time: formatClock(clockTime(sitting.endMinute % 1440)) });
    return left > 0 ? t('screen.menu.closesIn', { count: left }) : t('screen.menu.over');
  }
}
