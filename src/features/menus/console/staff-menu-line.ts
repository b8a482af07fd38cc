import { html, LitElement, nothing, type TemplateResult } from 'lit';
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
import { turnStyles } from './dish-names-styles.ts';
import type { DraftLine } from './menu-draft.ts';
import { LineChangeEvent, LineMoveEvent, LineRemoveEvent } from './menu-line-events.ts';
import { menuLineStyles } from './menu-line-styles.ts';
import { problemWords } from './problem-words.ts';
import './staff-dish-names.ts';
import './staff-dish-photo.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-line': LlStaffMenuLine;
  }
}

type Tag = MenuItem['tags'][number];
const tags: readonly Tag[] = ['low-salt', 'soft', 'halal', 'vegetarian', 'low-sugar', 'spicy'];
/** The most tags a dish may carry; a board has room for one. */
const MOST_TAGS = 4;

/** One dish of a menu being written. */
@customElement('ll-staff-menu-line')
export class LlStaffMenuLine extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    turnStyles,
    menuLineStyles,
  ];

  @property({ attribute: false }) line!: DraftLine;
  @property({ type: Number }) index = 0;
  @property({ type: Number }) count = 0;
  /** How many letters of an English name stand in a row of the canteen's televisions. */
  @property({ attribute: false }) letters = LETTERS_AT_MOST;
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

  /** Whether the tags to choose from are shown. */
  @state() private tagging = false;

  @query('[aria-invalid="true"]') private readonly wrong!: HTMLElement | null;
  @query('.up') private readonly up!: HTMLButtonElement;
  @query('.down') private readonly down!: HTMLButtonElement;

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
    (wanted.disabled ? other : wanted).focus();
  }

  override render(): TemplateResult {
    const { item } = this.line;
    const name = dishName(item);
    return html`
      <article class=${item.soldOut ? 'out' : ''} aria-labelledby="name">
        <h3 id="name">${name}</h3>
        <div class="order">
          <button
            class="bare up"
            aria-label=${t('staff.menu.up', { name })}
            ?disabled=${this.index === 0}
            @click=${() => this.dispatchEvent(new LineMoveEvent(-1))}
          >
            ${consoleIcon('up')}
          </button>
          <button
            class="bare down"
            aria-label=${t('staff.menu.down', { name })}
            ?disabled=${this.index === this.count - 1}
            @click=${() => this.dispatchEvent(new LineMoveEvent(1))}
          >
            ${consoleIcon('down')}
          </button>
          <button
            class="bare"
            aria-label=${t('staff.menu.remove', { name })}
            @click=${() => this.dispatchEvent(new LineRemoveEvent())}
          >
            ${consoleIcon('cross')}
          </button>
        </div>
        <div class="prices">
          ${this.#price('price', 'priceFen', t('staff.menu.priceUnit', { unit: unitWords(item) }))}
          ${this.#price('small', 'smallPriceFen', t('staff.menu.small'))}
          <button
            class="sold ${item.soldOut ? 'primary' : 'outline'}"
            aria-pressed=${item.soldOut}
            @click=${() => this.#item({ soldOut: !item.soldOut })}
          >
            ${item.soldOut ? t('staff.menu.isSoldOut') : t('staff.menu.soldOut')}
          </button>
          ${this.problems.map(
            ({ code }) =>
              html`<p class="problem" id="problem">${consoleIcon('warning')}${problemWords(code)}</p>`,
          )}
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
        <div class="tags" role="group" aria-label=${t('staff.menu.tags', { name })}>
          <button
            class="bare turn"
            aria-expanded=${this.tagging}
            @click=${() => (this.tagging = !this.tagging)}
          >
            ${t('staff.menu.tagList', { tags: this.#tagWords() })}${consoleIcon('back')}
          </button>
          ${this.tagging ? tags.map((tag) => this.#tag(tag)) : nothing}
        </div>
      </article>
    `;
  }

  #price(field: 'price' | 'small', path: string, label: string): TemplateResult {
    const wrong = this.problems.some((problem) => problem.field.endsWith(`.${path}`));
    return html`
      <div>
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

  #tagWords(): string {
    const has = tagsOf(this.line.item).map((tag) => t(`common.tag.${tag}`));
    return has.length === 0 ? t('staff.menu.noTags') : has.join(t('common.listJoin'));
  }

  #tag(tag: Tag): TemplateResult {
    const has = this.line.item.tags.includes(tag);
    const full = !has && this.line.item.tags.length >= MOST_TAGS;
    return html`<button class="tag" aria-pressed=${has} ?disabled=${full} @click=${() => this.#turn(tag)}>
      ${has ? consoleIcon('check') : nothing}${t(`common.tag.${tag}`)}
    </button>`;
  }

  #turn(tag: Tag): void {
    const { item } = this.line;
    const has = item.tags.includes(tag);
    this.#item({ tags: has ? item.tags.filter((one) => one !== tag) : [...item.tags, tag] });
  }

  #item(change: Partial<MenuItem>): void {
    this.dispatchEvent(new LineChangeEvent({ item: { ...this.line.item, ...change } }));
  }

  #typed(field: 'price' | 'small', { target }: InputEvent): void {
    if (target instanceof HTMLInputElement)
      this.dispatchEvent(new LineChangeEvent({ [field]: target.value }));
  }
}
