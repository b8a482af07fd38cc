import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { addDays, momentOf, type CivilDate } from '../../../kernel/time.ts';
import { currentMeal } from '../model/meals.ts';
import { menuId, parseMenuId, type MealName } from '../model/menu.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formatDate, formatNearDay, LocaleController, t, weekdayShort } from '../../../i18n/index.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import './staff-menu-editor.ts';

/** Another menu was chosen: the page's address follows. */
class MenuChooseEvent extends Event {
  constructor(readonly menuId: MenuId) {
    super('ll-menu-choose', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menus': LlStaffMenus;
  }
  interface HTMLElementEventMap {
    'll-menu-choose': MenuChooseEvent;
  }
}

type Centre = RowOf<'centre'>;
/** How many days can be written ahead. */
const DAYS = 14;

/** The day, the meal and the canteen whose menu is written. */
@customElement('ll-staff-menus')
export class LlStaffMenus extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      .days {
        display: flex;
        gap: 0.375rem;
        margin: 0 -1rem;
        padding: 4px 1rem;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      .days button {
        flex: 0 0 auto;
        flex-direction: column;
        gap: 0;
        min-width: 4.25rem;
        min-height: 3.5rem;
        padding: 0.25rem 0.5rem;
        background: transparent;
        border-color: #d6c7a9;
      }
      .days small {
        font-size: 0.875rem;
        font-weight: 500;
      }
      .days .none {
        border-style: dashed;
      }
      .meals {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 0.375rem;
      }
      .meals button {
        background: transparent;
        border-color: #d6c7a9;
      }
      button[aria-pressed='true'] {
        background: var(--ink) !important;
        border-color: var(--ink) !important;
        color: var(--paper) !important;
      }
    `,
  ];

  /** Which menu, by its id; anything else means the meal to speak of now. */
  @property({ attribute: 'menu-id' }) chosen: string | null = null;

  @query('.days [aria-pressed="true"]') private readonly day!: HTMLElement | null;

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, {
    query: async (view) => {
      const [centre] = await view.list('centre', 'centre');
      return centre === undefined
        ? null
        : { centre, menus: (await view.list('centre', 'menu')).map(({ id }) => id) };
    },
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.#known.value) markReady();
    if (changed.has('chosen')) this.day?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  override render(): TemplateResult {
    return html`${this.#known.render<unknown>({
      ...rowStates('staff.menu.noCentre', this.#sync),
      complete: ({ centre, menus }) => this.#renderChoice(centre, new Set<string>(menus)),
    })}`;
  }

  #renderChoice(centre: Centre, written: ReadonlySet<string>): TemplateResult {
    const moment = momentOf(this.#ticker.time, centre.utcOffsetMinutes);
    const sitting = currentMeal(centre, moment);
    const fallback = {
      date: sitting?.date ?? '',
      meal: sitting?.meal ?? 'lunch',
      canteenId: centre.canteens[0]?.id ?? '',
    };
    const on = parseMenuId(this.chosen ?? '') ?? fallback;
    if (on.date === '') return html`<p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    const today = moment?.date ?? null;
    const first = today === null || on.date < today ? on.date : addDays(today, -1);
    const days = Array.from({ length: DAYS }, (_, i) => addDays(first, i));
    const choose = (date: CivilDate, meal: MealName, canteenId: string) => () =>
      this.dispatchEvent(new MenuChooseEvent(menuId(date, meal, canteenId)));
    return html`
      <div class="days" role="group" aria-label=${t('staff.menu.day')}>
        ${days.map((date) => {
          const any = centre.meals.some(({ meal }) => written.has(menuId(date, meal, on.canteenId)));
          return html`<button
            class=${any ? '' : 'none'}
            aria-pressed=${date === on.date}
            @click=${choose(date, on.meal, on.canteenId)}
          >
            <small>${near(date, today)}</small>
            <span class="num">${formatDate(date)}</span>
            ${any ? nothing : html`<span class="sr">${t('staff.menu.unpublished')}</span>`}
          </button>`;
        })}
      </div>
      <div class="meals" role="group" aria-label=${t('staff.menu.meal')}>
        ${centre.meals.map(
          ({ meal }) =>
            html`<button aria-pressed=${meal === on.meal} @click=${choose(on.date, meal, on.canteenId)}>
              ${t(`common.meal.${meal}`)}
            </button>`,
        )}
      </div>
      ${
        centre.canteens.length < 2
          ? nothing
          : html`<div class="meals" role="group" aria-label=${t('staff.menu.canteen')}>
              ${centre.canteens.map(
                ({ id, name }) =>
                  html`<button aria-pressed=${id === on.canteenId} @click=${choose(on.date, on.meal, id)}>
                    ${name}
                  </button>`,
              )}
            </div>`
      }
      <ll-staff-menu-editor menu-id=${menuId(on.date, on.meal, on.canteenId)}></ll-staff-menu-editor>
    `;
  }
}

/** 今天, 明天, else the weekday. */
const near = (date: CivilDate, today: CivilDate | null): string => {
  const words = formatNearDay(date, today);
  return words === formatDate(date) ? weekdayShort(date) : words;
};
