import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { mediaAddress } from '../../../app/uploads.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { momentOf, type CivilDate } from '../../../kernel/time.ts';
import type { Dish } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { allergenWords, dishName, isFree } from '../words/dish-words.ts';
import { DishSearch } from './dish-search.ts';
import { dishesStyles } from './dishes-styles.ts';
import { readDishes } from './read-dishes.ts';
import { rove } from '../../../ui/console/roving.ts';
import './staff-dish-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dishes': LlStaffDishes;
  }
}

type Known = Awaited<ReturnType<typeof readDishes>>;

/** What the kitchen cooks: every dish with all that is said of it, to be found, changed, and put away. */
@customElement('ll-staff-dishes')
export class LlStaffDishes extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    detailsStyles,
    dishesStyles,
  ];

  @state() private sought = '';
  /** The dish that is being written; null for a new one. */
  @state() private opened: Dish['id'] | null | undefined;
  /** What has just been put away, to be taken back by one press. */
  @state() private archived: Dish | null = null;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #search = new DishSearch(this);
  readonly #known = new LiveQuery(this, {
    query: readDishes,
    args: () => [],
    isEmpty: () => false,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    if (this.#known.value) markReady();
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('staff.dish.library')}</h2>
          <button class="confirm" @click=${() => (this.opened = null)}>
            ${consoleIcon('plus')}${t('staff.dish.new')}
          </button>
        </div>
        <div role="status">${this.archived === null ? nothing : this.#renderUndo(this.archived)}</div>
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.dish.notSaved')}</p>`
        }
        ${this.#known.render<unknown>({
          ...rowStates('staff.dish.none', this.#sync),
          complete: (known) => this.#renderList(known),
        })}
      </section>
      ${this.#renderSheet()}
    `;
  }

  #renderUndo(dish: Dish): TemplateResult {
    const planned = this.#known.value?.planned.has(dish.id) === true;
    return html`<p class="note">
      <span>
        ${t('staff.dish.archivedNow', { name: dishName(dish) })}
        ${planned ? t('staff.dish.wasPlanned') : nothing}
      </span>
      <button class="outline" @click=${() => void this.#archive(dish, false)}>${t('staff.menu.undo')}</button>
    </p>`;
  }

  #renderList({ dishes, uses }: Known): TemplateResult {
    if (dishes.length === 0) return html`<p class="nothing">${t('staff.dish.none')}</p>`;
    const found = this.#search.find(dishes, uses, this.sought);
    const cooked = found.filter(({ archived }) => archived !== true);
    const away = found.filter(({ archived }) => archived === true);
    return html`
      <div @keydown=${this.#keyed}>
        <label for="sought">${t('staff.menu.search')}</label>
        <input id="sought" type="search" autocomplete="off" .value=${this.sought} @input=${this.#seek} />
        <p class="soft num" role="status">${t('staff.menu.found', { count: cooked.length })}</p>
        <ul class="rows">
          ${cooked.map((dish, i) => this.#renderDish(dish, i === 0))}
        </ul>
      </div>
      ${
        away.length === 0
          ? nothing
          : html`<details>
              <summary>${consoleIcon('back')}${t('staff.dish.away', { count: away.length })}</summary>
              <ul class="rows">
                ${away.map((dish) => this.#renderDish(dish, true))}
              </ul>
            </details>`
      }
    `;
  }

  #renderDish(dish: Dish, isFirst: boolean): TemplateResult {
    const isUnsent = this.#unsent.about(['dish.save', 'dish.change'], dish.id);
    const about = [...tagsOf(dish).map((tag) => t(`common.tag.${tag}`)), allergenWords(dish) ?? ''].filter(
      (words) => words !== '',
    );
    return html`<li>
      <button tabindex=${isFirst ? 0 : -1} @click=${() => (this.opened = dish.id)}>
        <span class="thumb" aria-hidden="true">
          ${
            dish.photo === null
              ? html`<svg viewBox="0 0 72 72">${dishDrawing(dish.drawing)}</svg>`
              : html`<img src=${mediaAddress(dish.photo)} alt="" loading="lazy" />`
          }
        </span>
        <span class="what">
          <span class="dish">${dishName(dish)}</span>
          <span class="soft">${about.join(' · ')}</span>
          ${isUnsent ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.dish.unsent')}</span>` : nothing}
        </span>
        <span class="num">
          ${isFree(dish.priceFen) ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(dish.priceFen) })}
        </span>
      </button>
    </li>`;
  }

  #renderSheet(): TemplateResult {
    const known = this.#known.value;
    const { opened } = this;
    // The row it began with stays what is compared with, whoever changes it meanwhile.
    const dish =
      opened === undefined || opened === null ? opened : known?.dishes.find(({ id }) => id === opened);
    return html`<ll-staff-dish-sheet
      .dish=${this.#began(dish)}
      .written=${known?.written ?? []}
      .today=${this.#today()}
      @ll-dish-archive=${({ dish: one }: HTMLElementEventMap['ll-dish-archive']) =>
        void this.#archive(one, one.archived !== true)}
      @ll-sheet-close=${() => (this.opened = undefined)}
    ></ll-staff-dish-sheet>`;
  }

  #beganWith: Dish | null | undefined;

  #began(dish: Dish | null | undefined): Dish | null | undefined {
    if (dish?.id !== this.#beganWith?.id || dish === null || dish === undefined) this.#beganWith = dish;
    return this.#beganWith;
  }

  #today(): CivilDate | null {
    const offset = this.#known.value?.utcOffsetMinutes ?? null;
    return offset === null ? null : (momentOf(this.#ticker.time, offset)?.date ?? null);
  }

  async #archive(dish: Dish, archived: boolean): Promise<void> {
    const made = await this.#change.run('dish.change', {
      dishId: dish.id,
      change: { archived },
      from: null,
    });
    if (!made.ok) return;
    this.opened = undefined;
    this.archived = archived ? dish : null;
  }

  readonly #seek = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.sought = target.value;
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const field = this.renderRoot.querySelector<HTMLElement>('#sought');
    if (field !== null)
      rove(event, [...this.renderRoot.querySelectorAll<HTMLElement>('div .rows button')], field);
  };
}
