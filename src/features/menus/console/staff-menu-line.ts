import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldProblem } from '../../../kernel/check.ts';
import { LETTERS_AT_MOST, type MenuItem } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { tagsOf, unitWords } from '../words/dish-terms.ts';
import { dishName } from '../words/dish-words.ts';
import { allergenChoices, choicesStyles, tagChoices } from './dish-choices.ts';
import { typedPrice } from './dish-field-words.ts';
import { turnStyles } from './dish-names-styles.ts';
import type { DraftLine } from './menu-draft.ts';
import { LineChangeEvent, LineMoveEvent, LineRemoveEvent, LineSoldOutEvent } from './menu-line-events.ts';
import { menuLineStyles } from './menu-line-styles.ts';
import { problemWords } from './problem-words.ts';
import './staff-dish-names.ts';
import './staff-dish-photo.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-line': LlStaffMenuLine;
  }
}

/** One dish of a menu being written: a row of what is changed every day, and under it what seldom is. */
@customElement('ll-staff-menu-line')
export class LlStaffMenuLine extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    turnStyles,
    choicesStyles,
    menuLineStyles,
  ];

  @property({ attribute: false }) line!: DraftLine;
  @property({ type: Number }) index = 0;
  @property({ type: Number }) count = 0;
  /** How many letters of an English name stand in a row of the canteen's televisions. */
  @property({ attribute: false }) letters = LETTERS_AT_MOST;
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];
  /** Whether guests are offered it now: only then can it run out. */
  @property({ type: Boolean, attribute: 'is-up' }) isUp = false;

  /** Whether all there is to it is shown. */
  @state() private unfolded = false;

  @query('[aria-invalid="true"]') private readonly wrong!: HTMLElement | null;
  @query('.name button') private readonly turn!: HTMLButtonElement;
  @query('.up') private readonly up!: HTMLButtonElement | null;
  @query('.down') private readonly down!: HTMLButtonElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Puts the focus on the first field that has to be put right; false when there is none. */
  focusProblem(): boolean {
    this.wrong?.focus();
    return this.wrong !== null;
  }

  /** After a move the button that was pressed keeps the focus, or its neighbour at the end of the list. */
  focusMove(by: 1 | -1): void {
    const [wanted, other] = by === -1 ? [this.up, this.down] : [this.down, this.up];
    if (wanted === null || other === null) this.turn.focus();
    else (wanted.disabled ? other : wanted).focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // What is wrong is in sight.
    if (changed.has('problems') && this.problems.some(({ field }) => !field.endsWith('.priceFen')))
      this.unfolded = true;
  }

  override render(): TemplateResult {
    const { item } = this.line;
    return html`
      <article class=${item.soldOut ? 'out' : ''} aria-labelledby="name">
        <div class="name">
          <h3 id="name">${this.#renderTurn(dishName(item))}</h3>
          ${this.unfolded ? nothing : this.#renderSummary()}
        </div>
        ${this.#price('price', 'priceFen', t('staff.menu.priceUnit', { unit: unitWords(item) }))}
        ${
          this.isUp
            ? html`<button
                class="sold ${item.soldOut ? 'primary' : 'outline'}"
                aria-label=${t(item.soldOut ? 'staff.today.backAgain' : 'staff.today.soldOut', { name: dishName(item) })}
                @click=${() => this.dispatchEvent(new LineSoldOutEvent(!item.soldOut))}
              >
                ${item.soldOut ? t('staff.menu.backAgain') : t('staff.menu.soldOut')}
              </button>`
            : nothing
        }
        ${this.problems.map(
          ({ code }) =>
            html`<p class="problem" id="problem">${consoleIcon('warning')}${problemWords(code)}</p>`,
        )}
        ${this.unfolded ? this.#renderMore(item) : nothing}
      </article>
    `;
  }

  #renderTurn(name: string): TemplateResult {
    return html`<button
      class="bare turn"
      aria-expanded=${this.unfolded}
      @click=${() => (this.unfolded = !this.unfolded)}
    >
      ${consoleIcon('back')}${name}
    </button>`;
  }

  /** What is folded away and a cook has an eye on. */
  #renderSummary(): TemplateResult | typeof nothing {
    const { item, small } = this.line;
    const words = [
      small.trim() === '' ? '' : t('staff.conflict.small', { price: typedPrice(small) }),
      ...tagsOf(item).map((tag) => t(`common.tag.${tag}`)),
    ].filter((word) => word !== '');
    return words.length === 0 ? nothing : html`<p class="soft summary">${words.join(' · ')}</p>`;
  }

  #renderMore(item: MenuItem): TemplateResult {
    const name = dishName(item);
    return html`<div class="more">
      <div class="first">
        ${this.#price('small', 'smallPriceFen', t('staff.menu.small'))}
        <div class="order">
          <button
            data-repeats
            class="bare up"
            aria-label=${t('staff.menu.up', { name })}
            ?disabled=${this.index === 0}
            @click=${() => this.dispatchEvent(new LineMoveEvent(-1))}
          >
            ${consoleIcon('up')}
          </button>
          <button
            data-repeats
            class="bare down"
            aria-label=${t('staff.menu.down', { name })}
            ?disabled=${this.index === this.count - 1}
            @click=${() => this.dispatchEvent(new LineMoveEvent(1))}
          >
            ${consoleIcon('down')}
          </button>
          <button
            class="outline"
            aria-label=${t('staff.menu.remove', { name })}
            @click=${() => this.dispatchEvent(new LineRemoveEvent())}
          >
            ${t('staff.menu.removeShort')}
          </button>
        </div>
      </div>
      <div class="choices" role="group" aria-label=${t('staff.menu.tags', { name })}>
        <span class="soft">${t('staff.dish.field.tags')}</span>
        ${tagChoices(item.tags, (tags) => this.#item({ tags }))}
      </div>
      <div class="choices" role="group" aria-label=${t('staff.dish.allergensOf', { name })}>
        <span class="soft">${t('staff.dish.field.allergens')}</span>
        ${allergenChoices(item.allergens, (allergens) => this.#item({ allergens }))}
      </div>
      <ll-staff-dish-names
        .item=${item}
        .letters=${this.letters}
        @ll-dish-names=${({ names }: HTMLElementEventMap['ll-dish-names']) => this.#item(names)}
      ></ll-staff-dish-names>
      <ll-staff-dish-photo
        .photo=${item.photo}
        @ll-dish-photo=${({ photo }: HTMLElementEventMap['ll-dish-photo']) => this.#item({ photo })}
      ></ll-staff-dish-photo>
    </div>`;
  }

  #price(field: 'price' | 'small', path: string, label: string): TemplateResult {
    const wrong = this.problems.some((problem) => problem.field.endsWith(`.${path}`));
    return html`
      <div class="price">
        <label for=${field}>${label}</label>
        <input
          id=${field}
          inputmode="decimal"
          autocomplete="off"
          .value=${this.line[field]}
          placeholder=${field === 'small' ? t('staff.menu.noSmall') : nothing}
          aria-invalid=${wrong}
          aria-describedby=${wrong ? 'problem' : nothing}
          @input=${(event: InputEvent) => this.#typed(field, event)}
        />
      </div>
    `;
  }

  #item(change: Partial<MenuItem>): void {
    this.dispatchEvent(new LineChangeEvent({ item: { ...this.line.item, ...change } }));
  }

  #typed(field: 'price' | 'small', { target }: InputEvent): void {
    if (target instanceof HTMLInputElement)
      this.dispatchEvent(new LineChangeEvent({ [field]: target.value }));
  }
}
