import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldProblem } from '../../../kernel/check.ts';
import { guessDrawing } from '../model/guess-drawing.ts';
import { itemOf, LETTERS_AT_MOST, type Dish } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { allergenChoices, choicesStyles, tagChoices } from './dish-choices.ts';
import { dishIn, type DishDraft } from './dish-draft.ts';
import { dishFormStyles } from './dish-form-styles.ts';
import { problemWords } from './problem-words.ts';
import './staff-dish-names.ts';
import './staff-dish-photo.ts';

/** Something of a dish was written. */
class DishWrittenEvent extends Event {
  constructor(readonly draft: DishDraft) {
    super('ll-dish-written');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dish-form': LlStaffDishForm;
  }
  interface HTMLElementEventMap {
    'll-dish-written': DishWrittenEvent;
  }
}

type Figure = 'energyKcal' | 'fatG' | 'saltG';
const drawings: readonly Dish['drawing'][] = [
  'meat',
  'fish',
  'egg',
  'greens',
  'tofu',
  'soup',
  'rice',
  'noodles',
  'bun',
  'porridge',
  'fruit',
];
const units: readonly Dish['unit'][] = ['portion', 'bowl', 'piece', 'jin', 'person'];

/**
 * All that the kitchen's list says of a dish, to be written; what must be said first, and the rest folded away.
 *
 * @event ll-dish-written - Something of it was, to be kept as far as it is.
 */
@customElement('ll-staff-dish-form')
export class LlStaffDishForm extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    detailsStyles,
    choicesStyles,
    dishFormStyles,
  ];

  /** What it begins with. Another one begins it anew. */
  @property({ attribute: false }) begun!: DishDraft;
  /** Whether all of it is shown from the start. */
  @property({ type: Boolean }) full = false;
  /** How many letters of an English name stand in a row of the canteen's televisions. */
  @property({ attribute: false }) letters = LETTERS_AT_MOST;

  @state() private draft!: DishDraft;
  @state() private problems: readonly FieldProblem[] = [];
  @query('[aria-invalid="true"]') private readonly wrong!: HTMLElement | null;
  @query('#dish-price') private readonly priceField!: HTMLElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** The dish as it is written; null, with what is wrong said and in focus, where it cannot be taken so. */
  async take(): Promise<Dish | null> {
    const written = dishIn(this.draft);
    this.problems = written.ok ? [] : written.error;
    if (written.ok) return written.value;
    await this.updateComplete;
    this.wrong?.focus();
    return null;
  }

  /** Where somebody who has just named a dish goes on. */
  async askPrice(): Promise<void> {
    await this.updateComplete;
    this.priceField?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('begun')) return;
    this.draft = this.begun;
    this.problems = [];
  }

  override render(): TemplateResult {
    const { dish, free, price, small } = this.draft;
    return html`
      ${this.#field({
        key: 'dish-name',
        label: t('staff.dish.field.name'),
        value: dish.name,
        path: 'name',
        most: 40,
        typed: (name) => this.#named(name),
      })}
      <div class="money">
        ${
          free
            ? nothing
            : this.#field({
                key: 'dish-price',
                label: t('staff.menu.setPrice'),
                value: price,
                path: 'priceFen',
                decimal: true,
                typed: (typed) => this.#become({ price: typed }),
              })
        }
        ${free ? nothing : this.#renderUnit(dish.unit)}
        <label class="tick">
          <input
            type="checkbox"
            .checked=${free}
            @change=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) this.#become({ free: target.checked });
            }}
          />
          ${t('common.free')}
        </label>
      </div>
      ${
        this.full
          ? this.#renderRest(small)
          : html`<details>
              <summary>${consoleIcon('back')}${t('staff.dish.rest')}</summary>
              ${this.#renderRest(small)}
            </details>`
      }
    `;
  }

  #renderUnit(chosen: Dish['unit']): TemplateResult {
    return html`<div class="unit">
      <label for="dish-unit">${t('staff.dish.field.unit')}</label>
      <select
        id="dish-unit"
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLSelectElement)) return;
          const unit = units.find((one) => one === target.value);
          if (unit !== undefined) this.#dish({ unit });
        }}
      >
        ${units.map(
          (unit) =>
            html`<option value=${unit} ?selected=${unit === chosen}>
              ${t('common.yuanPer', { unit: t(`common.unit.${unit}`) })}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #renderRest(small: string): TemplateResult {
    const { dish, free } = this.draft;
    return html`<div class="rest">
      ${
        free
          ? nothing
          : html`<div class="short">
              ${this.#field({
                key: 'dish-small',
                label: t('staff.menu.small'),
                value: small,
                path: 'smallPriceFen',
                decimal: true,
                typed: (typed) => this.#become({ small: typed }),
              })}
            </div>`
      }
      <div role="group" aria-labelledby="allergens">
        <p class="label" id="allergens">${t('staff.dish.allergens')}</p>
        <div class="choices">
          ${allergenChoices(dish.allergens, (allergens) => this.#dish({ allergens }))}
        </div>
      </div>
      <div role="group" aria-labelledby="tags">
        <p class="label" id="tags">${t('staff.dish.field.tags')}</p>
        <div class="choices">${tagChoices(dish.tags, (tags) => this.#dish({ tags }))}</div>
      </div>
      ${this.#field({
        key: 'dish-ingredients',
        label: t('staff.dish.ingredients'),
        value: dish.ingredients ?? '',
        path: 'ingredients',
        most: 120,
        typed: (ingredients) => this.#dish({ ingredients }),
      })}
      <ll-staff-dish-photo
        .photo=${dish.photo}
        @ll-dish-photo=${({ photo }: HTMLElementEventMap['ll-dish-photo']) => this.#dish({ photo })}
      ></ll-staff-dish-photo>
      ${
        dish.photo === null
          ? html`<div class="short">
              <label for="dish-drawing">${t('staff.dish.drawingLabel')}</label>
              <select id="dish-drawing" @change=${this.#drawn}>
                ${drawings.map(
                  (one) =>
                    html`<option value=${one} ?selected=${one === dish.drawing}>
                      ${t(`staff.dish.drawing.${one}`)}
                    </option>`,
                )}
              </select>
            </div>`
          : nothing
      }
      <div class="figures">
        ${this.#figure('energyKcal', t('staff.dish.energy'))} ${this.#figure('fatG', t('staff.dish.fat'))}
        ${this.#figure('saltG', t('staff.dish.salt'))}
      </div>
      <ll-staff-dish-names
        .item=${itemOf(dish)}
        .letters=${this.letters}
        @ll-dish-names=${({ names }: HTMLElementEventMap['ll-dish-names']) => this.#dish(names)}
      ></ll-staff-dish-names>
    </div>`;
  }

  readonly #drawn = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const drawing = drawings.find((one) => one === target.value);
    if (drawing !== undefined) this.#dish({ drawing });
  };

  #figure(field: Figure, label: string): TemplateResult {
    return this.#field({
      key: `dish-${field}`,
      label,
      value: this.draft[field],
      path: field,
      decimal: true,
      typed: (typed) => this.#become({ [field]: typed }),
    });
  }

  #field(field: {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    /** What the model calls it, where it says what is wrong. */
    readonly path: string;
    readonly most?: number;
    readonly decimal?: true;
    readonly typed: (typed: string) => void;
  }): TemplateResult {
    const { key, label, value, path, most = 12, decimal, typed } = field;
    const problem = this.problems.find((one) => one.field === path);
    return html`<div>
      <label for=${key}>${label}</label>
      <input
        id=${key}
        autocomplete="off"
        inputmode=${decimal ? 'decimal' : nothing}
        maxlength=${most}
        .value=${value}
        aria-invalid=${problem !== undefined}
        aria-describedby=${problem === undefined ? nothing : `${key}-problem`}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) typed(target.value);
        }}
      />
      ${
        problem === undefined
          ? nothing
          : html`<p class="problem" id="${key}-problem" role="alert">
              ${consoleIcon('warning')}${problemWords(path === 'name' ? 'no-name' : problem.code)}
            </p>`
      }
    </div>`;
  }

  /** What is drawn of it follows its name, as long as nobody has said otherwise. */
  #named(name: string): void {
    const { dish } = this.draft;
    const isGuessed = dish.drawing === guessDrawing(dish.name);
    this.#dish({ name, ...(isGuessed ? { drawing: guessDrawing(name) } : {}) });
  }

  #dish(change: Partial<Dish>): void {
    this.#become({ dish: { ...this.draft.dish, ...change } });
  }

  #become(change: Partial<DishDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.dispatchEvent(new DishWrittenEvent(this.draft));
  }
}
