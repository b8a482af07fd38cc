import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { formatDate, LocaleController, t, weekdayShort } from '../../../i18n/index.ts';
import '../../../i18n/board-texts.ts';
import { boardGalleyStyles } from '../../../ui/board/board-galley-styles.ts';
import { boardRowStyles } from '../../../ui/board/board-row-styles.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { contentMark } from '../../../ui/board/content-mark.ts';
import { textsOf, type RowPart } from '../../../ui/board/row-parts.ts';
import { RowPages } from '../../../ui/board/row-pages.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { isClosed, isUp, menuId, type MealName, type Menu } from '../model/menu.ts';
import { nameOnBoard } from './menu-rows.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-board-weekly-menu': LlBoardWeeklyMenu;
  }
}

const DAYS = 7;

interface Week {
  readonly meal: MealName;
  /** A day each, from the first asked for; undefined where no menu is up for it. */
  readonly menus: readonly (Menu | undefined)[];
}

/** The menus of a canteen's lunch, or where it serves none of its first meal, for a week from a day on. */
async function readWeek(
  view: View,
  { date, canteenId }: { readonly date: CivilDate; readonly canteenId: string },
): Promise<Week | null> {
  const [centre] = await view.list('centre', 'centre');
  const meal = centre?.meals.find((one) => one.meal === 'lunch')?.meal ?? centre?.meals[0]?.meal;
  if (meal === undefined) return null;
  const days = Array.from({ length: DAYS }, (_, i) => addDays(date, i));
  const menus = await Promise.all(
    days.map((day) => view.get('centre', 'menu', menuId(day, meal, canteenId))),
  );
  return { meal, menus };
}

interface DayRow {
  readonly date: CivilDate;
  /** Whether there is no such meal that day. */
  readonly closed: boolean;
  readonly words: string;
}

/**
 * What there is to eat this week, a row a day. A day without a menu says so; after the last day that has one, nothing.
 * @fires ll-board-painted - with `weekly-menu:DATE@MARK`, the mark changing with what stands on it
 */
@customElement('ll-board-weekly-menu')
export class LlBoardWeeklyMenu extends LitElement {
  static override readonly styles = [
    boardStyles,
    boardRowStyles,
    boardGalleyStyles,
    css`
      .when {
        margin-right: calc(var(--am) * 12);
        color: var(--gold);
        white-space: nowrap;
      }
      .when small {
        margin-left: 0.3em;
        font-size: var(--board-beside);
        font-weight: 500;
      }
      .narrow .when small {
        display: none;
      }
      .open {
        color: var(--quiet);
      }
    `,
  ];

  /** The first day: today. */
  @property({ attribute: false }) date: CivilDate | null = null;

  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #pages = new RowPages(this);
  readonly #rows = new LiveQuery(this, {
    query: readWeek,
    args: () =>
      this.date === null ? null : { date: this.date, canteenId: this.#device.value?.canteenId ?? 'main' },
  });
  #days: readonly DayRow[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class="${boardClass(glassInPixels(this))} alone">
          <p class="say">${t('screen.unreadable')}</p>
        </div>`,
      complete: (week, { date }) => this.#board(week, date),
      previous: (week, { date }) => this.#board(week, date),
    });
  }

  override updated(): void {
    const showing = this.#rows.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: (_, { date }) =>
        `weekly-menu:${date}@${contentMark(this.#days.map((day) => `${day.date}${day.words}${day.closed ? '-' : ''}`))}`,
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  #board({ meal, menus }: Week, from: CivilDate): TemplateResult {
    const last = menus.reduce((found, menu, i) => (isUp(menu) || isClosed(menu) ? i : found), -1);
    this.#days = menus.slice(0, last + 1).map((menu, i) => ({
      date: addDays(from, i),
      closed: isClosed(menu),
      words: (menu?.items ?? []).map(nameOnBoard).join(t('common.listJoin')),
    }));
    const shown = last < 0 ? null : this.#pages.show(this.#days, dayRow);
    return html`<div class=${boardClass(glassInPixels(this))}>
      <header class="head">
        <h1>${t(`screen.meal.${meal}`)}</h1>
        <span class="day">${t('boards.weekly.heading')}</span>
      </header>
      ${
        shown?.main ??
        html`<section class="alone">
          <p class="say">${t('boards.weekly.none')}</p>
          <p class="ask">${t('screen.menu.ask')}</p>
        </section>`
      }
      <footer class="foot"><span></span><span class="page">${shown?.page}</span></footer>
    </div>`;
  }
}

/** A day's row, or a part of it; whose day it is stands on each. */
function dayRow({ date, words, closed }: DayRow, part: Pick<RowPart, 'from' | 'to'>): TemplateResult {
  return html`<li class="row">
    <div class="words">
      <span class="name"
        ><span class="when">${weekdayShort(date)}<small>${formatDate(date, 3)}</small></span> ${
          words === ''
            ? html`<span class="open">${t(closed ? 'boards.weekly.closed' : 'boards.weekly.open')}</span>`
            : textsOf([{ words }], part).map((text) => html`<b class="say">${byClause(text.words)}</b>`)
        }</span
      >
    </div>
  </li>`;
}
