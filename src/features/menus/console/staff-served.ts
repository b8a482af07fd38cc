import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Menu, MenuItem } from '../model/menu.ts';
import { dishName, isFree } from '../words/dish-words.ts';
import { setName } from '../words/set-words.ts';
import { servedStyles } from './served-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-served': LlStaffServed;
  }
}

/** What has just been brought back, for as long as that can be undone. */
type Back = Pick<Menu, 'id' | 'items' | 'set'>;

const MOST_LEFT = 999;

/** A menu as it is being served: what has run out, or how many are left of it, is said here and acts at once. */
@customElement('ll-staff-served')
export class LlStaffServed extends LitElement {
  static override readonly styles = [
    textStyles,
    rowsStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    servedStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) menu!: Menu;
  /** Whether whoever is signed in may change menus. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** Whether it is being said how many are left. */
  @state() private counting = false;
  /** What was typed as a count and is none; empty where nothing was. */
  @state() private misread = '';
  @state() private back: Back | null = null;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const { items, set } = this.menu;
    const anyOut = items.some(({ soldOut }) => soldOut) || set?.soldOut === true;
    return html`
      <ul class="rows">
        ${items.map((item) => this.#renderDish(item))} ${set === null ? nothing : this.#renderSet(set)}
      </ul>
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${
        this.misread === ''
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${t('staff.served.misread', { typed: this.misread })}
            </p>`
      }
      <div role="status">${this.#renderBack()}</div>
      ${
        this.mayChange
          ? html`<div class="tools">
              <button class="bare" aria-pressed=${this.counting} @click=${this.#turnCounting}>
                ${t(this.counting ? 'staff.served.counted' : 'staff.served.count')}
              </button>
              ${
                anyOut
                  ? html`<button class="bare" @click=${this.#allBack}>${t('staff.served.allBack')}</button>`
                  : nothing
              }
            </div>`
          : nothing
      }
    `;
  }

  #renderDish(item: MenuItem): TemplateResult {
    const { soldOut, dishId } = item;
    const name = dishName(item);
    return html`
      <li class=${soldOut ? 'out' : ''}>
        <span class="dish">${name}</span>
        ${this.mayChange && this.counting && !soldOut ? this.#renderCount(item, name) : price(item)}
        ${this.#renderTurn(name, soldOut, () =>
          this.#change.run('menu.soldOut', { menuId: this.menu.id, dishId, soldOut: !soldOut }),
        )}
      </li>
    `;
  }

  #renderSet(set: NonNullable<Menu['set']>): TemplateResult {
    const soldOut = set.soldOut ?? false;
    const name = setName(set);
    return html`
      <li class=${soldOut ? 'out' : ''}>
        <span class="dish">${name}</span>
        ${price({ priceFen: set.priceFen })}
        ${this.#renderTurn(name, soldOut, () =>
          this.#change.run('menu.setSoldOut', { menuId: this.menu.id, soldOut: !soldOut }),
        )}
      </li>
    `;
  }

  #renderTurn(name: string, soldOut: boolean, turn: () => unknown): TemplateResult {
    if (!this.mayChange) return html`<span class="soft">${soldOut ? t('common.soldOut') : nothing}</span>`;
    return html`<button
      class=${soldOut ? 'primary' : 'outline'}
      aria-label=${t(soldOut ? 'staff.today.backAgain' : 'staff.today.soldOut', { name })}
      @click=${() => {
        this.back = null;
        turn();
      }}
    >
      ${soldOut ? t('staff.menu.backAgain') : t('staff.menu.soldOut')}
    </button>`;
  }

  #renderCount({ dishId, left = null }: MenuItem, name: string): TemplateResult {
    return html`<input
      class="count num"
      inputmode="numeric"
      autocomplete="off"
      maxlength="3"
      aria-label=${t('staff.served.left', { name })}
      placeholder=${t('staff.served.leftShort')}
      .value=${left === null ? '' : String(left)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) void this.#counted(dishId, left, target);
      }}
    />`;
  }

  /** Nothing typed is nobody's count; what is no number, a unit after it aside, is not taken and said; the field has what stands. */
  async #counted(dishId: MenuItem['dishId'], left: number | null, field: HTMLInputElement): Promise<void> {
    const typed = field.value
      .trim()
      .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
      .replace(/^(\d+)\s*\D$/, '$1');
    this.misread = '';
    const count = typed === '' ? null : Number(typed);
    if (count !== null && (!/^\d+$/.test(typed) || count > MOST_LEFT)) {
      this.misread = field.value.trim();
      field.value = left === null ? '' : String(left);
      return;
    }
    if (count !== left) await this.#change.run('menu.left', { menuId: this.menu.id, dishId, left: count });
  }

  #renderBack(): TemplateResult | typeof nothing {
    if (this.back?.id !== this.menu.id) return nothing;
    return html`<p class="note">
      <span>${t('staff.served.allBackDone')}</span>
      <button class="outline" @click=${this.#undoBack}>${t('staff.menu.undo')}</button>
    </p>`;
  }

  readonly #turnCounting = (): void => {
    this.counting = !this.counting;
    if (this.counting) this.misread = '';
  };

  readonly #allBack = async (): Promise<void> => {
    const { id, items, set } = this.menu;
    const made = await this.#change.run('menu.allBack', { menuId: id });
    if (made.ok) this.back = { id, items, set };
  };

  readonly #undoBack = async (): Promise<void> => {
    const { back } = this;
    if (back === null) return;
    this.back = null;
    for (const { dishId, soldOut } of back.items)
      if (soldOut) await this.#change.run('menu.soldOut', { menuId: back.id, dishId, soldOut });
    if (back.set?.soldOut === true)
      await this.#change.run('menu.setSoldOut', { menuId: back.id, soldOut: true });
  };
}

/** What it costs, and how many are left where somebody has counted. */
function price({ priceFen, left = null }: Pick<MenuItem, 'priceFen' | 'left'>): TemplateResult {
  return html`<span class="price"
    >${isFree(priceFen) ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(priceFen) })}
    ${left === null ? nothing : html`<b class="left">${t('staff.served.leftIs', { count: left })}</b>`}</span
  >`;
}
