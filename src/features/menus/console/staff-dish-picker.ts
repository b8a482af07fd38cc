import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { newId } from '../../../app/new-id.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { MAX_ITEMS } from '../model/check-menu.ts';
import type { Dish } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent, type LlSheet } from '../../../ui/console/sheet.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { tagsOf } from '../words/dish-terms.ts';
import { dishName, isFree } from '../words/dish-words.ts';
import { newDish, type DishDraft } from './dish-draft.ts';
import { isDishForm, keptAsNew, type DishForm } from './dish-kept.ts';
import { dishPickerStyles } from './dish-picker-styles.ts';
import { DishSearch } from './dish-search.ts';
import { rove } from '../../../ui/console/roving.ts';
import './staff-dish-form.ts';
import type { LlStaffDishForm } from './staff-dish-form.ts';

/** A dish is to go on the menu, or, where it has just been put there by mistake, off it again. */
class DishPickEvent extends Event {
  constructor(
    readonly dish: Dish,
    readonly on: boolean,
  ) {
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

/** From here on it is said how many more there is room for. */
const FEW = 4;

/**
 * The kitchen's dishes, found by any part of their name or by pinyin, as many as are wanted in one go; and a new one,
 * where the kitchen has not cooked it yet.
 *
 * @event ll-dish-pick - A dish to put on the menu, or to take off again; the sheet stays for the next one.
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
    dishPickerStyles,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) dishes: readonly Dish[] = [];
  /** On how many menus each dish stands. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  /** The dishes that are on the menu. */
  @property({ attribute: false }) on: ReadonlySet<string> = new Set();

  @state() private sought = '';
  /** The dish that is being made; null while one is chosen. */
  @state() private making: DishDraft | null = null;
  /** What has been put on the menu since the sheet was opened. */
  @state() private added: ReadonlySet<string> = new Set();
  @query('ll-sheet') private readonly sheet!: LlSheet;
  @query('#sought') private readonly field!: HTMLInputElement | null;
  @query('ll-staff-dish-form') private readonly form!: LlStaffDishForm | null;

  readonly #change = new Change(this);
  readonly #search = new DishSearch(this);
  readonly #unfinished = new UnfinishedForm<DishForm>(this, {
    what: 'dish',
    is: isDishForm,
    show: (left) => (this.making = left?.draft ?? this.#plain()),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (!this.open) return this.#unfinished.close();
    this.sought = '';
    this.making = null;
    this.added = new Set();
    this.#change.forget();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.#begin();
  }

  override render(): TemplateResult {
    const { making } = this;
    const close = (): boolean => this.dispatchEvent(new SheetCloseEvent());
    return html`
      <ll-sheet
        ?open=${this.open}
        actions
        heading=${t(making === null ? 'staff.menu.addHeading' : 'staff.dish.newHeading')}
        close-label=${t('staff.close')}
        problem=${this.#change.refusal === null ? '' : t('staff.dish.notSaved')}
      >
        ${
          making === null
            ? this.#renderChoice()
            : html`${unfinishedNote(this.#unfinished)}
                <ll-staff-dish-form
                  .begun=${making}
                  @ll-dish-written=${({ draft }: HTMLElementEventMap['ll-dish-written']) =>
                    this.#unfinished.keep({ draft, base: null })}
                ></ll-staff-dish-form>`
        }
        ${
          making === null
            ? html`<button slot="actions" class="confirm" @click=${close}>
                ${this.added.size === 0 ? t('staff.close') : t('staff.menu.addedDone', { count: this.added.size })}
              </button>`
            : html`<button slot="actions" @click=${() => (this.making = null)}>
                  ${t('staff.dish.back')}
                </button>
                <button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#make}>
                  ${t('staff.dish.makeAndAdd')}
                </button>`
        }
      </ll-sheet>
    `;
  }

  #renderChoice(): TemplateResult {
    const sought = this.sought.trim();
    const found = this.#search
      .find(this.dishes, this.uses, this.sought)
      .filter(({ archived }) => archived !== true || sought !== '');
    const isName = nameIn(sought) !== '';
    const isKnown = this.dishes.some(({ name }) => name.trim() === sought);
    const room = MAX_ITEMS - this.on.size;
    return html`
      <div @keydown=${this.#keyed}>
        <label for="sought">${t('staff.menu.search')}</label>
        <input id="sought" type="search" autocomplete="off" .value=${this.sought} @input=${this.#seek} />
        <p class="sr" role="status">${t('staff.menu.found', { count: found.length })}</p>
        ${
          room > FEW
            ? nothing
            : html`<p class="note ${room <= 0 ? 'warn' : ''}" role="status">
                ${room <= 0 ? t('staff.menu.full', { most: MAX_ITEMS }) : t('staff.menu.roomFor', { count: room })}
              </p>`
        }
        <ul class="rows found">
          ${found.map((dish, i) => this.#renderDish(dish, i === 0, room))}
          ${
            isKnown || room <= 0
              ? nothing
              : html`<li>
                  <button class="new" tabindex=${found.length === 0 ? 0 : -1} @click=${this.#begun}>
                    <span>${isName ? t('staff.dish.newNamed', { name: sought }) : t('staff.dish.new')}</span>
                    ${consoleIcon('plus')}
                  </button>
                </li>`
          }
        </ul>
      </div>
    `;
  }

  #renderDish(dish: Dish, isFirst: boolean, room: number): TemplateResult {
    const isOn = this.on.has(dish.id);
    const isFixed = isOn ? !this.added.has(dish.id) : room <= 0;
    return html`
      <li>
        <button
          aria-pressed=${isOn}
          aria-disabled=${isFixed}
          tabindex=${isFirst ? 0 : -1}
          @click=${() => void (isFixed || this.#pick(dish, !isOn))}
        >
          <span class="what">
            <span class="dish">${dishName(dish)}</span>
            <span class="soft"
              >${tagsOf(dish)
                .map((tag) => t(`common.tag.${tag}`))
                .join(' ')}</span
            >
          </span>
          <span class="soft num">
            ${
              isOn
                ? t('staff.menu.isOn')
                : dish.archived === true
                  ? t('staff.dish.isArchived')
                  : isFree(dish.priceFen)
                    ? t('common.free')
                    : t('staff.menu.priced', { yuan: formatPrice(dish.priceFen) })
            }
          </span>
          ${consoleIcon(isOn ? 'check' : 'plus')}
        </button>
      </li>
    `;
  }

  /** Whoever types is ready to; a finger has the list, and no keyboard in front of it. */
  async #begin(): Promise<void> {
    await this.sheet.updateComplete;
    if (!matchMedia('(pointer: coarse)').matches) this.field?.focus();
  }

  async #pick(dish: Dish, on: boolean): Promise<void> {
    if (on && dish.archived === true) {
      const made = await this.#change.run('dish.change', {
        dishId: dish.id,
        change: { archived: false },
        from: null,
      });
      if (!made.ok) return;
    }
    const added = new Set(this.added);
    if (on) added.add(dish.id);
    else added.delete(dish.id);
    this.added = added;
    this.dispatchEvent(new DishPickEvent(dish, on));
  }

  /** The dish that is sought, as nobody has cooked it yet. */
  #plain(): DishDraft {
    return newDish(newId(), nameIn(this.sought));
  }

  readonly #begun = async (): Promise<void> => {
    const name = nameIn(this.sought);
    this.making = this.#plain();
    this.#unfinished.open(keptAsNew(name));
    await this.updateComplete;
    if (name !== '') await this.form?.askPrice();
  };

  readonly #make = async (): Promise<void> => {
    const dish = await this.form?.take();
    if (dish === null || dish === undefined) return;
    const made = await this.#change.run('dish.save', { dish });
    if (!made.ok) return;
    this.#unfinished.close();
    this.making = null;
    this.sought = '';
    await this.#pick(dish, true);
    await this.#begin();
  };

  readonly #seek = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.sought = target.value;
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.found button')];
    const isTyping = event.composedPath()[0] === this.field;
    // 输入法 is still at a word.
    if (isTyping && event.key === 'Enter' && !event.isComposing && this.sought.trim() !== '') {
      event.preventDefault();
      buttons[0]?.click();
      this.field?.select();
      return;
    }
    if (this.field !== null) rove(event, buttons, this.field);
  };
}

/** The name that somebody has typed; empty where they were initials, which one looks for a name by. */
const nameIn = (sought: string): string => (/^[a-z]*$/.test(sought.trim()) ? '' : sought.trim().slice(0, 40));
