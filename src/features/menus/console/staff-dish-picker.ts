import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Dish } from '../model/menu.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { LlSheet } from '../../../ui/console/sheet.ts';
import '../../../ui/console/sheet.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { dishName, isFree } from '../words/dish-words.ts';

/** A dish was chosen. */
class DishPickEvent extends Event {
  constructor(readonly dish: Dish) {
    super('ll-dish-pick');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dish-picker': LlStaffDishPicker;
  }
  interface HTMLElementEventMap {
    'll-dish-pick': DishPickEvent;
  }
}

/**
 * The kitchen's dishes, found by any part of their name.
 *
 * @event ll-dish-pick - A dish to put on the menu; the sheet stays for the next one.
 * @event ll-sheet-close - Enough.
 */
@customElement('ll-staff-dish-picker')
export class LlStaffDishPicker extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .found {
        margin-top: 0.5rem;
      }
      li button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 0.75rem;
        width: 100%;
        min-height: 3.25rem;
        border-radius: 0.5rem;
        background: transparent;
        text-align: left;
        font-size: 1.0625rem;
      }
      li button:hover {
        background: var(--line);
      }
      .tags {
        font-weight: 500;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Dishes that are not on the menu yet. */
  @property({ attribute: false }) dishes: readonly Dish[] = [];

  @state() private sought = '';
  @query('ll-sheet') private readonly sheet!: LlSheet;
  @query('input') private readonly field!: HTMLInputElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.sought = '';
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.#begin();
  }

  override render(): TemplateResult {
    const found = this.dishes.filter((dish) => matches(dish, this.sought));
    return html`
      <ll-sheet ?open=${this.open} heading=${t('staff.menu.addHeading')} close-label=${t('staff.close')}>
        <label for="sought">${t('staff.menu.search')}</label>
        <input id="sought" type="search" autocomplete="off" .value=${this.sought} @input=${this.#seek} />
        <p class="sr" role="status">${t('staff.menu.found', { count: found.length })}</p>
        ${
          found.length === 0
            ? html`<p class="nothing">${t('staff.menu.noneFound')}</p>`
            : html`<ul class="rows found">
                ${found.map((dish) => this.#renderDish(dish))}
              </ul>`
        }
      </ll-sheet>
    `;
  }

  #renderDish(dish: Dish): TemplateResult {
    return html`
      <li>
        <button @click=${() => this.#pick(dish)}>
          <span>${dishName(dish)}</span>
          <span class="soft tags"
            >${tagsOf(dish)
              .map((tag) => t(`common.tag.${tag}`))
              .join(' ')}</span
          >
          <span class="soft num">
            ${isFree(dish.priceFen) ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(dish.priceFen) })}
            ${consoleIcon('plus')}
          </span>
        </button>
      </li>
    `;
  }

  /** What is typed first is what is sought. */
  async #begin(): Promise<void> {
    await this.sheet.updateComplete;
    this.field.focus();
  }

  #pick(dish: Dish): void {
    this.dispatchEvent(new DishPickEvent(dish));
    this.sought = '';
    this.field.focus();
  }

  readonly #seek = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.sought = target.value;
  };
}

/** Whether each word somebody typed is somewhere in a dish's names or the words of its tags. */
function matches(dish: Dish, sought: string): boolean {
  const names = `${dish.name} ${dish.nameEn ?? ''} ${tagsOf(dish)
    .map((tag) => t(`common.tag.${tag}`))
    .join(' ')}`;
  const hay = names.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
