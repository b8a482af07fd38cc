import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { formatDay, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { mealNames, offerOf, type MealName, type Menu, type Offer } from '../model/menu.ts';
import { dishName } from '../words/dish-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-confirm': LlStaffMenuConfirm;
  }
}

/** A meal of which something waits to be published. */
export interface Waiting {
  readonly id: MenuId;
  readonly date: CivilDate;
  readonly meal: MealName;
  readonly offer: Offer;
  /** What guests are shown till then; null where that is none. */
  readonly up: Menu | null;
  /** Of the menu that stands; 0 where there is none. */
  readonly version: number;
  /** Of the draft that waits; 0 where there is none. */
  readonly draftVersion: number;
}

/** Publishes what waits, of a day or of all that are named, in one press; and takes that back. */
@customElement('ll-staff-menu-confirm')
export class LlStaffMenuConfirm extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    rowsStyles,
    css`
      .days {
        display: grid;
        gap: 0.75rem;
      }
      .days h3 {
        margin-bottom: 0.125rem;
      }
      .note + .note {
        margin-top: 0.5rem;
      }
    `,
  ];

  /** The meals of the days to come whose menus wait, in their order. */
  @property({ attribute: false }) waiting: readonly Waiting[] = [];

  /** Whether it is shown what would be published. */
  @state() private asking = false;
  /** What was published last from here, for as long as it can be taken back. */
  @state() private published: readonly Waiting[] = [];

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const { waiting } = this;
    return html`
      ${
        waiting.length === 0
          ? nothing
          : html`<p class="note warn">
              ${consoleIcon('clock')}<span>${t('staff.week.waits', { count: waiting.length })}</span>
              <button class="primary" @click=${() => (this.asking = true)}>${t('staff.week.look')}</button>
            </p>`
      }
      <div role="status">
        ${
          this.published.length === 0
            ? nothing
            : html`<p class="note ok">
                <span>${t('staff.week.done', { count: this.published.length })}</span>
                <button @click=${this.#takeBack}>${t('staff.menu.undo')}</button>
              </p>`
        }
      </div>
      ${
        this.#change.refusal === null || this.asking
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      <ll-sheet
        actions
        ?open=${this.asking}
        heading=${t('staff.week.heading')}
        problem=${this.#change.refusal === null ? '' : t('staff.today.notChanged')}
        close-label=${t('staff.close')}
        @ll-sheet-close=${() => (this.asking = false)}
      >
        ${this.asking ? this.#renderDays() : nothing}
        <button slot="actions" @click=${({ target }: Event) => target?.dispatchEvent(new SheetCloseEvent())}>
          ${t('staff.cancel')}
        </button>
        <button
          slot="actions"
          class="primary"
          ?disabled=${this.#change.running || waiting.length === 0}
          @click=${() => this.#publish(this.waiting)}
        >
          ${t('staff.week.publish', { count: waiting.length })}
        </button>
      </ll-sheet>
    `;
  }

  #renderDays(): TemplateResult {
    const dates = [...new Set(this.waiting.map(({ date }) => date))];
    return html`<div class="days">
      ${dates.map((date) => {
        const of = this.waiting.filter((one) => one.date === date);
        return html`<section>
          <h3>${formatDay(date)}</h3>
          <ul class="rows">
            ${mealNames.flatMap((meal) => of.filter((one) => one.meal === meal)).map(mealRow)}
          </ul>
          ${
            dates.length > 1
              ? html`<button ?disabled=${this.#change.running} @click=${() => this.#publish(of)}>
                  ${t('staff.week.publishDay', { count: of.length })}
                </button>`
              : nothing
          }
        </section>`;
      })}
    </div>`;
  }

  /** Each meal by itself: what somebody else has just changed waits with them, and holds up no other. */
  async #publish(meals: readonly Waiting[]): Promise<void> {
    const done: Waiting[] = [];
    for (const meal of meals) {
      const { id: menuId, offer, version: baseVersion, draftVersion } = meal;
      const made = await this.#change.run('menu.publish', { menuId, ...offer, baseVersion, draftVersion });
      if (!made.ok) break;
      done.push(meal);
    }
    if (done.length === 0) return;
    this.published = done;
    if (done.length === meals.length) this.asking = false;
  }

  readonly #takeBack = async (): Promise<void> => {
    const meals = this.published;
    this.published = [];
    for (const { id: menuId, version, up, offer } of meals) {
      const baseVersion = version + 1;
      if (up === null) await this.#change.run('menu.withdraw', { menuId, baseVersion });
      else {
        const made = await this.#change.run('menu.publish', { menuId, ...offerOf(up), baseVersion });
        if (made.ok) await this.#change.run('menu.draft', { menuId, ...offer, baseVersion: 0 });
      }
    }
  };
}

const mealRow = ({ meal, offer, up }: Waiting): TemplateResult =>
  html`<li>
    <strong>${t(`common.meal.${meal}`)}</strong>
    <span class="soft"
      >${offer.items.map(dishName).join(t('common.listJoin'))}${
        up === null
          ? nothing
          : html`<br /><small>${t('staff.week.replaces', { version: up.version })}</small>`
      }</span
    >
  </li>`;
