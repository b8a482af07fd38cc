import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SyncState } from '../../../../app/sync-status.ts';
import { UnsentChanges } from '../../../../app/unsent-changes.ts';
import { formatDate, formatNearDay, LocaleController, t, weekdayShort } from '../../../../i18n/index.ts';
import type { MenuId } from '../../../../kernel/ids.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { consoleIcon } from '../../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../../ui/console/styles/chip-styles.ts';
import { textStyles } from '../../../../ui/console/styles/text-styles.ts';
import { lifeOf, type MenuLife } from '../../model/life.ts';
import { isUp, menuId, type MealName } from '../../model/menu.ts';
import { mayTake, offerIn } from '../../model/week-moves.ts';
import { lifeChip, menuChanges, writtenChip } from '../life-words.ts';
import type { Week } from './read-week.ts';
import { dishesOf, mealWords } from './week-words.ts';
import { weekStyles } from './week-styles.ts';

/** A meal is taken up, to be put elsewhere; null where it is let go of. */
class MealLiftEvent extends Event {
  constructor(readonly menuId: MenuId | null) {
    super('ll-meal-lift', { bubbles: true, composed: true });
  }
}
/** What was taken up is put here. */
class MealPutEvent extends Event {
  constructor(readonly menuId: MenuId) {
    super('ll-meal-put', { bubbles: true, composed: true });
  }
}
/** Somebody wants a day's menus for a chat group. */
class DayShareEvent extends Event {
  constructor(readonly date: CivilDate) {
    super('ll-day-share', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-week-day': LlStaffWeekDay;
  }
  interface HTMLElementEventMap {
    'll-meal-lift': MealLiftEvent;
    'll-meal-put': MealPutEvent;
    'll-day-share': DayShareEvent;
  }
}

/**
 * One day of a week, meal by meal.
 * @event ll-meal-lift - A meal is to be put elsewhere.
 * @event ll-meal-put - What was taken up is put here.
 * @event ll-day-share - The day's menus are wanted for a chat group.
 */
@customElement('ll-staff-week-day')
export class LlStaffWeekDay extends LitElement {
  static override readonly styles = [textStyles, cardStyles, chipStyles, buttonStyles, weekStyles];

  @property({ attribute: false }) week!: Week;
  @property({ attribute: false }) date!: CivilDate;
  @property({ attribute: false }) today: CivilDate | null = null;
  @property({ attribute: false }) meals: readonly MealName[] = [];
  @property({ attribute: false }) canteenId = '';
  /** The meal that has been taken up, of whatever day. */
  @property({ attribute: false }) carried: MenuId | null = null;

  readonly #unsent = new UnsentChanges(this, new SyncState(this));

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { date, today, week, canteenId } = this;
    const anyUp = week.menus.some((one) => one.date === date && one.canteenId === canteenId && isUp(one));
    const near = formatNearDay(date, today);
    return html`<section class="card" aria-labelledby="day">
      <div class="dayHead">
        <h3 id="day">
          ${weekdayShort(date)}
          <span class="num">${formatDate(date)}</span
          >${near === formatDate(date) ? nothing : html` · ${near}`}${
            week.rest.has(date) ? html` · ${t('staff.week.rest')}` : nothing
          }
        </h3>
        ${
          anyUp
            ? html`<button
                aria-label=${t('staff.week.shareDay', { date: formatDate(date) })}
                @click=${() => this.dispatchEvent(new DayShareEvent(date))}
              >
                ${t('staff.week.shareShort')}
              </button>`
            : nothing
        }
      </div>
      <div class="meals">${this.meals.map((meal) => this.#renderMeal(meal))}</div>
    </section>`;
  }

  #renderMeal(meal: MealName): TemplateResult {
    const id = menuId(this.date, meal, this.canteenId);
    const life = lifeOf(this.week, id);
    const isTarget = this.carried !== null && this.carried !== id && mayTake(life, this.date, this.today);
    return html`<div
      class="cell ${isTarget ? 'target' : ''}"
      draggable=${offerIn(life) === null ? 'false' : 'true'}
      @dragstart=${(event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', mealWords(id));
        this.dispatchEvent(new MealLiftEvent(id));
      }}
      @dragend=${() => this.dispatchEvent(new MealLiftEvent(null))}
      @dragover=${(event: DragEvent) => isTarget && event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        if (isTarget) this.dispatchEvent(new MealPutEvent(id));
      }}
    >
      <div class="top">
        <b>${t(`common.meal.${meal}`)}</b>
        ${this.#chip(id, life)} ${isTarget ? nothing : this.#takeUp(id, life)}
      </div>
      <a href="#menu/${id}">${dishesOf(life)}</a>
      ${isTarget ? this.#putHere(id) : nothing}
    </div>`;
  }

  /** What was only a draft when its day went by waits for nobody any more. */
  #chip(id: MenuId, life: MenuLife): TemplateResult {
    const isOver = this.today !== null && this.date < this.today;
    if (isOver && (life.state === 'draft' || life.state === 'planned'))
      return html`<span class="chip">${t('staff.week.neverUp')}</span>`;
    // The dishes that stand here are those written last, whatever is up.
    return this.#unsent.about(menuChanges, id) ? lifeChip(life, true) : writtenChip(life, false);
  }

  #putHere(id: MenuId): TemplateResult {
    return html`<button
      class="confirm"
      aria-label=${t('staff.week.putAt', { where: mealWords(id) })}
      @click=${() => this.dispatchEvent(new MealPutEvent(id))}
    >
      ${t('staff.week.put')}
    </button>`;
  }

  #takeUp(id: MenuId, life: MenuLife): TemplateResult | typeof nothing {
    if (this.carried !== null || offerIn(life) === null) return nothing;
    return html`<button
      class="bare lift"
      aria-label=${t('staff.week.liftThis', { what: mealWords(id) })}
      @click=${() => this.dispatchEvent(new MealLiftEvent(id))}
    >
      ${consoleIcon('other')}${t('staff.week.lift')}
    </button>`;
  }
}
