import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FieldProblem } from '../../../kernel/check.ts';
import type { MenuItem } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dishName } from '../words/dish-words.ts';
import type { DraftLine } from './menu-draft.ts';
import { problemWords } from './problem-words.ts';

/** Something about a dish was changed. */
class LineChangeEvent extends Event {
  constructor(readonly change: Partial<DraftLine>) {
    super('ll-line-change');
  }
}

/** A dish is to go one place up (−1) or down (1). */
class LineMoveEvent extends Event {
  constructor(readonly by: 1 | -1) {
    super('ll-line-move');
  }
}

/** A dish is to leave the menu. */
class LineRemoveEvent extends Event {
  constructor() {
    super('ll-line-remove');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-line': LlStaffMenuLine;
  }
  interface HTMLElementEventMap {
    'll-line-change': LineChangeEvent;
    'll-line-move': LineMoveEvent;
    'll-line-remove': LineRemoveEvent;
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
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        grid-template-areas: 'name order' 'prices prices' 'tags tags';
        gap: 0.25rem 0.75rem;
        padding: 0.625rem 0;
      }
      h3 {
        grid-area: name;
        align-self: center;
        font-size: 1.125rem;
      }
      .out h3 {
        text-decoration: line-through;
        text-decoration-thickness: 2px;
        color: var(--ink-soft);
      }
      .order {
        grid-area: order;
        display: flex;
        align-self: center;
        margin-right: -0.5rem;
      }
      .order button {
        padding: 0;
      }
      .prices {
        grid-area: prices;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: 0.25rem 0.625rem;
        align-items: end;
      }
      .prices input {
        text-align: right;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .prices label {
        margin-bottom: 0.25rem;
        font-size: 0.875rem;
        line-height: 1.3;
        white-space: nowrap;
      }
      .prices .problem {
        grid-column: 1 / -1;
      }
      .sold {
        min-width: 5.5rem;
      }
      .tags {
        grid-area: tags;
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        align-items: center;
      }
      .turn {
        margin-left: -0.5rem;
        padding: 0.25rem 0.5rem;
        color: var(--ink-soft);
        font-size: 0.9375rem;
        font-weight: 500;
      }
      .turn svg {
        width: 1em;
        height: 1em;
        transform: rotate(-90deg);
      }
      .turn[aria-expanded='true'] svg {
        transform: rotate(90deg);
      }
      .tag {
        padding: 0.125rem 0.75rem;
        border: 2px solid var(--edge);
        background: transparent;
        font-weight: 500;
      }
      .tag[aria-pressed='true'] {
        border-color: var(--pine-deep);
        background: var(--pine-tint);
        color: var(--pine-deep);
        font-weight: 700;
      }
      .tag svg {
        width: 1em;
        height: 1em;
      }
      @media (min-width: 44rem) {
        article {
          grid-template-columns: minmax(0, 1fr) 20rem auto;
          grid-template-areas: 'name prices order' 'tags tags tags';
        }
        h3,
        .order {
          align-self: end;
          padding-bottom: 0.5rem;
        }
        .order {
          padding-bottom: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) line!: DraftLine;
  @property({ type: Number }) index = 0;
  @property({ type: Number }) count = 0;
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
          ${this.#price('price', 'priceFen', t('staff.menu.priceUnit', { unit: t(`common.unit.${item.unit}`) }))}
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
    const has = this.line.item.tags.map((tag) => t(`common.tag.${tag}`));
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
