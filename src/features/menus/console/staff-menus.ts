import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { addDays, civilMoment, type CivilDate } from '../../../kernel/time.ts';
import { draftVersionOf, lifeOf, publishableOf, type MenuLife } from '../model/life.ts';
import { currentMeal, sittingsOn } from '../model/meals.ts';
import { menuId, parseMenuId, type MealName } from '../model/menu.ts';
import { isDue } from '../model/publish-at.ts';
import { formatDate, formatNearDay, LocaleController, t, weekdayShort } from '../../../i18n/index.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { roveAcross, tabStop } from '../../../ui/console/rove-across.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dayWords, mealWords } from './day-words.ts';
import { lifeWords, whenWords } from './life-words.ts';
import { readMeals, type Meals } from './read-meals.ts';
import type { Waiting } from './staff-menu-confirm.ts';
import './staff-headcount.ts';
import './staff-menu-confirm.ts';
import './staff-menu-editor.ts';
import './staff-menu-off.ts';

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

/** How many days can be written ahead. */
const DAYS = 14;
/** How many days are published in one press. */
const DAYS_AT_ONCE = 7;

/** The day, the meal and the canteen whose menu is written. */
@customElement('ll-staff-menus')
export class LlStaffMenus extends LitElement {
  static override readonly styles = [
    textStyles,
    chipStyles,
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
      .meals small {
        font-size: 0.875rem;
        font-weight: 500;
      }
      .life {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        justify-content: space-between;
      }
      .import {
        justify-self: start;
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
        flex-direction: column;
        gap: 0;
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

  /** A plan is being brought as a file: what reads it comes when somebody asks for it, null until then. */
  @state() private importing: boolean | null = null;

  @query('.days [aria-pressed="true"]') private readonly day!: HTMLElement | null;

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #known = new LiveQuery(this, {
    query: readMeals,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
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
      complete: (meals) => this.#renderChoice(meals),
    })}`;
  }

  readonly #import = async (): Promise<void> => {
    await import('./staff-menu-import.ts');
    this.importing = true;
  };

  #renderChoice(meals: Meals): TemplateResult {
    const { centre, rest } = meals;
    const moment = this.#ticker.momentAt(centre);
    const isRest = (date: CivilDate): boolean => rest.has(date);
    const sitting = currentMeal(centre, moment, isRest);
    const fallback = {
      date: sitting?.date ?? '',
      meal: sitting?.meal ?? 'lunch',
      canteenId: centre.canteens[0]?.id ?? '',
    };
    const on = parseMenuId(this.chosen ?? '') ?? fallback;
    if (on.date === '') return html`<p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    const id = menuId(on.date, on.meal, on.canteenId);
    const today = moment?.date ?? null;
    const first = today === null || on.date < today ? on.date : addDays(today, -1);
    const isOver = (date: CivilDate): boolean => today !== null && date < today;
    const days = Array.from({ length: DAYS }, (_, i) => addDays(first, i));
    const choose = (date: CivilDate, meal: MealName, canteenId: string) => () =>
      this.dispatchEvent(new MenuChooseEvent(menuId(date, meal, canteenId)));
    return html`
      <div class="days" role="group" aria-label=${t('staff.menu.day')} @keydown=${roveAcross}>
        ${days.map((date, i) => {
          const words = dayWords(
            sittingsOn(centre, date, isRest).map(({ meal }) =>
              lifeOf(meals, menuId(date, meal, on.canteenId)),
            ),
            isOver(date),
          );
          return html`<button
            class=${words === t('staff.week.up') ? '' : 'none'}
            aria-pressed=${date === on.date}
            tabindex=${tabStop(i, days.indexOf(on.date))}
            @click=${choose(date, on.meal, on.canteenId)}
          >
            <small>${near(date, today)}</small>
            <span class="num">${formatDate(date)}</span>
            <small class="how">${words}</small>
          </button>`;
        })}
      </div>
      <div class="meals" role="group" aria-label=${t('staff.menu.meal')} @keydown=${roveAcross}>
        ${centre.meals.map(
          ({ meal }, i) =>
            html`<button
              aria-pressed=${meal === on.meal}
              tabindex=${tabStop(
                i,
                centre.meals.findIndex((one) => one.meal === on.meal),
              )}
              @click=${choose(on.date, meal, on.canteenId)}
            >
              ${t(`common.meal.${meal}`)}
              <small>${mealWords(lifeOf(meals, menuId(on.date, meal, on.canteenId)), isOver(on.date))}</small>
            </button>`,
        )}
      </div>
      ${
        centre.canteens.length < 2
          ? nothing
          : html`<div class="meals" role="group" aria-label=${t('staff.menu.canteen')} @keydown=${roveAcross}>
              ${centre.canteens.map(
                ({ id, name }, i) =>
                  html`<button
                    aria-pressed=${id === on.canteenId}
                    tabindex=${tabStop(
                      i,
                      centre.canteens.findIndex((one) => one.id === on.canteenId),
                    )}
                    @click=${choose(on.date, on.meal, id)}
                  >
                    ${name}
                  </button>`,
              )}
            </div>`
      }
      <ll-staff-menu-confirm .waiting=${this.#waiting(meals, today, on.canteenId)}></ll-staff-menu-confirm>
      ${this.#renderLife(lifeOf(meals, id), id, (atMs) => whenWords(civilMoment(atMs, centre.utcOffsetMinutes), today))}
      <ll-staff-headcount .meal=${id} .counts=${meals.counts}></ll-staff-headcount>
      <ll-staff-menu-editor menu-id=${id}></ll-staff-menu-editor>
      <button class="import" @click=${this.#import}>${t('staff.menu.importSheet')}</button>
      ${
        this.importing === null
          ? nothing
          : html`<ll-staff-menu-import
              .open=${this.importing}
              @ll-sheet-close=${() => (this.importing = false)}
            ></ll-staff-menu-import>`
      }
    `;
  }

  /** How the meal stands, where its chip has not said it all; and its ways off the glass. */
  #renderLife(life: MenuLife, id: MenuId, when: (unixMs: number) => string): TemplateResult {
    return html`<div class="life">
      <span class="soft">${lifeWords(life, when)}</span>
      <ll-staff-menu-off menu-id=${id} .life=${life}></ll-staff-menu-off>
    </div>`;
  }

  /** What waits for somebody to publish it of the days to come, today's included. */
  #waiting(meals: Meals, today: CivilDate | null, canteenId: string): readonly Waiting[] {
    if (today === null) return [];
    const { centre, rest } = meals;
    return Array.from({ length: DAYS_AT_ONCE }, (_, i) => addDays(today, i)).flatMap((date) =>
      sittingsOn(centre, date, (one) => rest.has(one)).flatMap(({ meal }) => {
        const id = menuId(date, meal, canteenId);
        const life = lifeOf(meals, id);
        const isTimed = 'draft' in life && isDue(life.draft);
        const offer = isTimed ? null : publishableOf(life);
        const up = life.state === 'up' ? life.menu : null;
        return offer === null
          ? []
          : [{ id, date, meal, offer, up, version: life.version, draftVersion: draftVersionOf(life) }];
      }),
    );
  }
}

/** 今天, 明天, else the weekday. */
const near = (date: CivilDate, today: CivilDate | null): string => {
  const words = formatNearDay(date, today);
  return words === formatDate(date) ? weekdayShort(date) : words;
};
