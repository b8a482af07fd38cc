import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { clockTime, momentOf } from '../../../kernel/time.ts';
import { currentMeal, type Sitting } from '../model/meals.ts';
import { menuId, type Menu, type MenuItem } from '../model/menu.ts';
import { formatPrice } from '../../../kernel/money.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formatSpan, formatNearDay, LocaleController, t } from '../../../i18n/index.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { dishName, isFree } from '../words/dish-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-meal-card': LlStaffMealCard;
  }
}

/** The meal to speak of now: what is on it, what it costs, and what has run out, with one press. */
@customElement('ll-staff-meal-card')
export class LlStaffMealCard extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    css`
      .rows li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 0.75rem;
        align-items: center;
        font-size: 1.125rem;
      }
      .dish {
        font-weight: 700;
      }
      .out .dish {
        font-weight: 500;
        color: var(--ink-soft);
        text-decoration: line-through;
        text-decoration-thickness: 2px;
      }
      .price {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      h2 .soft {
        margin-left: 0.25rem;
        font-weight: 500;
      }
      .rows button {
        min-width: 4.75rem;
      }
      .go {
        margin-top: 0.875rem;
      }
    `,
  ];

  /** Whether whoever is signed in may change menus. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #ticker = new Ticker(this);
  readonly #known = new LiveQuery(this, {
    query: async (view) => {
      const [centre] = await view.list('centre', 'centre');
      return centre === undefined ? null : { centre, menus: await view.list('centre', 'menu') };
    },
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override updated(): void {
    if (this.#known.value) markReady();
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        ${this.#known.render<unknown>({
          ...rowStates('staff.menu.noCentre', this.#sync),
          complete: ({ centre, menus }) => this.#renderMeal(centre, menus),
        })}
      </section>
    `;
  }

  #renderMeal(centre: RowOf<'centre'>, menus: readonly Menu[]): TemplateResult {
    const moment = momentOf(this.#ticker.time, centre.utcOffsetMinutes);
    const sitting = currentMeal(centre, moment);
    if (sitting === null || moment === null) {
      return html`<h2 id="heading">${t('staff.today.meal')}</h2>
        <p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    }
    const wanted = centre.canteens.map(({ id }) => menuId(sitting.date, sitting.meal, id));
    const found = menus.find(({ id }) => wanted.includes(id));
    const address = `#menu/${found?.id ?? wanted[0] ?? ''}`;
    return html`
      <div class="head">
        <h2 id="heading">
          ${this.#heading(sitting, moment.date)}
          <span class="soft num">${hours(sitting)}</span>
        </h2>
        ${this.#renderVersion(found)}
      </div>
      ${
        found === undefined
          ? html`<p class="note warn">${consoleIcon('warning')}<span>${t('staff.today.noMenu')}</span></p>`
          : html`<ul class="rows">
              ${found.items.map((item) => this.#renderDish(found, item))}
            </ul>`
      }
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${
        this.mayChange
          ? html`<a class="button primary go" href=${address}>
              ${found === undefined ? t('staff.today.writeMenu') : t('staff.today.editMenu')}
            </a>`
          : nothing
      }
    `;
  }

  #heading(sitting: Sitting, today: string): string {
    const meal = t(`common.meal.${sitting.meal}`);
    return sitting.date === today ? meal : `${formatNearDay(sitting.date, today)} ${meal}`;
  }

  #renderVersion(menu: Menu | undefined): TemplateResult | typeof nothing {
    if (menu === undefined) return nothing;
    const waits = (this.#sync.status?.outbox ?? 0) > 0;
    return waits
      ? html`<span class="chip"
          >${consoleIcon('clock')}${t('staff.today.savedHere', { version: menu.version })}</span
        >`
      : html`<span class="chip ok"
          >${consoleIcon('check')}${t('staff.menu.published', { version: menu.version })}</span
        >`;
  }

  #renderDish(menu: Menu, item: MenuItem): TemplateResult {
    const { priceFen, soldOut } = item;
    const name = dishName(item);
    const turn = (): void => {
      void this.#change.run('menu.soldOut', { menuId: menu.id, dishId: item.dishId, soldOut: !soldOut });
    };
    return html`
      <li class=${soldOut ? 'out' : ''}>
        <span class="dish">${name}</span>
        <span class="price">
          ${isFree(priceFen) ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(priceFen) })}
        </span>
        ${
          this.mayChange
            ? html`<button
                class=${soldOut ? 'primary' : 'outline'}
                aria-label=${t(soldOut ? 'staff.today.backAgain' : 'staff.today.soldOut', { name })}
                @click=${turn}
              >
                ${soldOut ? t('staff.menu.backAgain') : t('staff.menu.soldOut')}
              </button>`
            : html`<span class="soft">${soldOut ? t('common.soldOut') : nothing}</span>`
        }
      </li>
    `;
  }
}

/** 上午11:00–下午12:30 */
const hours = ({ startMinute, endMinute }: Sitting): string =>
  formatSpan(clockTime(startMinute), clockTime(endMinute % 1440));
