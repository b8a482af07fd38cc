import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { FieldProblem } from '../../domain/kernel/check.ts';
import type { MenuItem } from '../../domain/menu/menu.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { consoleIcon } from '../../ui/console-icons.ts';
import { consoleStyles } from '../../ui/console-styles.ts';
import type { DraftLine } from './menu-draft.ts';
import { problemWords } from './problem-words.ts';

/** Something about a dish was changed. */
export class LineChangeEvent extends Event {
  constructor(readonly change: Partial<DraftLine>) {
    super('ll-line-change');
  }
}

/** A dish is to go one place up (−1) or down (1). */
export class LineMoveEvent extends Event {
  constructor(readonly by: 1 | -1) {
    super('ll-line-move');
  }
}

/** A dish is to leave the menu. */
export class LineRemoveEvent extends Event {
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
    consoleStyles,
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        grid-template-areas: 'name order' 'prices prices' 'more more';
        gap: 0.375rem 0.75rem;
        padding: 0.75rem 0;
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
      }
      .order button {
        padding: 0;
      }
      .prices {
        grid-area: prices;
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.25rem 0.75rem;
      }
      .priced {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.375rem;
        align-items: center;
      }
      .priced label {
        grid-column: 1 / -1;
      }
      .priced input {
        text-align: right;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .prices .problem {
        grid-column: 1 / -1;
      }
      .more {
        grid-area: more;
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 0.5rem;
        align-items: center;
      }
      .more > button:first-child {
        margin-right: 0.5rem;
      }
      .tag {
        padding: 0.125rem 0.75rem;
        border: 2px solid #c9bba2;
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
      @media (min-width: 60rem) {
        article {
          grid-template-columns: minmax(9rem, 1fr) 18rem auto;
          grid-template-areas: 'name prices order' 'more more more';
        }
      }
    `,
  ];

  @property({ attribute: false }) line!: DraftLine;
  @property({ type: Number }) index = 0;
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

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
    const name = item.name;
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
          ${this.#price('price', 'priceFen', t('staff.menu.price'))}
          ${this.#price('small', 'smallPriceFen', t('staff.menu.small'))}
          ${this.problems.map(
            ({ code }) =>
              html`<p class="problem" id="problem">${consoleIcon('warning')}${problemWords(code)}</p>`,
          )}
        </div>
        <div class="more">
          <button
            class=${item.soldOut ? 'primary' : 'outline'}
            aria-pressed=${item.soldOut}
            @click=${() => this.#item({ soldOut: !item.soldOut })}
          >
            ${item.soldOut ? t('staff.menu.isSoldOut') : t('staff.menu.soldOut')}
          </button>
          <span role="group" aria-label=${t('staff.menu.tags', { name })} class="actions">
            ${tags.map((tag) => this.#tag(tag))}
          </span>
        </div>
      </article>
    `;
  }

  #price(field: 'price' | 'small', path: string, label: string): TemplateResult {
    const wrong = this.problems.some((problem) => problem.field.endsWith(`.${path}`));
    const unit = t(`common.unit.${this.line.item.unit}`);
    return html`
      <div class="priced">
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
        <span class="soft">${t('staff.menu.yuan')}${field === 'price' ? `/${unit}` : nothing}</span>
      </div>
    `;
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
