import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { formatPrice } from '../../../kernel/money.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { parseMenuId, type Dish, type Menu, type MenuItem } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dishName, isFree } from '../words/dish-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-lasting-prices': LlStaffLastingPrices;
  }
}

/** A dish that costs something else on the menu just published than on the one before, and in the kitchen's list. */
export interface NewPrice {
  readonly dish: Dish;
  readonly item: MenuItem;
}

/** From when on a lasting price stands: the menu that was published has it already. */
export function dayAfter(menuId: MenuId): CivilDate | null {
  const meal = parseMenuId(menuId);
  return meal === null ? null : addDays(meal.date, 1);
}

/** What was changed of prices with a publication: whether it is to last nobody has said yet. */
export const newPricesIn = (
  items: readonly MenuItem[],
  base: Menu | null,
  dishes: readonly Dish[],
): readonly NewPrice[] =>
  items.flatMap((item) => {
    const dish = dishes.find(({ id }) => id === item.dishId);
    const before = base?.items.find(({ dishId }) => dishId === item.dishId);
    const isNew = (than: Pick<MenuItem, 'priceFen' | 'smallPriceFen'>): boolean =>
      (than.priceFen ?? 0) !== (item.priceFen ?? 0) || than.smallPriceFen !== item.smallPriceFen;
    return dish !== undefined && isNew(dish) && (before === undefined || isNew(before))
      ? [{ dish, item }]
      : [];
  });

/** Asks of each price that was changed with a publication whether it holds for the menus to come. */
@customElement('ll-staff-lasting-prices')
export class LlStaffLastingPrices extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles];

  @property({ attribute: false }) prices: readonly NewPrice[] = [];
  /** The first day for which it would hold. */
  @property({ attribute: false }) from: CivilDate | null = null;

  @state() private answered: ReadonlySet<NewPrice> = new Set();
  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('prices')) return;
    this.answered = new Set();
    this.#change.forget();
  }

  override render(): TemplateResult {
    const open = this.prices.filter((one) => !this.answered.has(one));
    return html`<div role="status">
      ${open.map(
        (one) =>
          html`<p class="note">
            <span>${t('staff.menu.lastingAsk', { price: priceChange(one) })}</span>
            <span class="actions">
              <button class="confirm" ?disabled=${this.#change.running} @click=${() => void this.#last(one)}>
                ${t('staff.menu.lasting')}
              </button>
              <button @click=${() => this.#answer(one)}>${t('staff.menu.justOnce')}</button>
            </span>
          </p>`,
      )}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.dish.notSaved')}</p>`
      }
    </div>`;
  }

  async #last(one: NewPrice): Promise<void> {
    const { priceFen, smallPriceFen } = one.item;
    const args: ArgsOf<'dish.change'> = {
      dishId: one.dish.id,
      change: { priceFen, smallPriceFen },
      from: this.from,
    };
    const made = await this.#change.run('dish.change', args);
    if (made.ok) this.#answer(one);
  }

  #answer(one: NewPrice): void {
    this.answered = new Set([...this.answered, one]);
  }
}

/** 番茄炒蛋 5 → 6 元 */
function priceChange({ dish, item }: NewPrice): string {
  const small = (of: Pick<MenuItem, 'smallPriceFen'>): string =>
    of.smallPriceFen === null ? t('staff.menu.noSmall') : formatPrice(of.smallPriceFen);
  const isWhole = (dish.priceFen ?? 0) !== (item.priceFen ?? 0);
  const said = { name: dishName(item), from: formatPrice(dish.priceFen ?? 0) };
  if (!isWhole) return t('staff.menu.leapSmall', { name: said.name, from: small(dish), to: small(item) });
  return isFree(item.priceFen)
    ? t('staff.menu.leapFree', said)
    : t('staff.menu.leap', { ...said, to: formatPrice(item.priceFen) });
}
