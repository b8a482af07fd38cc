import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { id } from '../../../kernel/ids.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { formatDate, LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { usesOf } from '../model/find-dishes.ts';
import type { MealName, MenuPlan } from '../model/menu.ts';
import { cycleOf, planFromMenus, withDays, withPicked } from '../model/plan-days.ts';
import { dayOfCycle } from '../model/planned.ts';
import { dishName } from '../words/dish-words.ts';
import { readMeals, type Meals } from './read-meals.ts';
import './staff-dish-picker.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-plan': LlStaffMenuPlan;
  }
}

const turns = ['stopped', 'drafts', 'publishing'] as const;
type Turn = (typeof turns)[number];

const turnOf = ({ stopped, publishing }: MenuPlan): Turn =>
  stopped === true ? 'stopped' : (publishing ?? null) === null ? 'drafts' : 'publishing';

const changes = ['menuPlan.save', 'menuPlan.turn'] as const;

/** The menus that repeat, canteen by canteen: what is cooked on which day, and whether that is published by itself. */
@customElement('ll-staff-menu-plan')
export class LlStaffMenuPlan extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      fieldset {
        display: grid;
        margin: 0.5rem 0 0;
        padding: 0;
        border: 0;
      }
      .days {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .days .rows li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
        align-items: center;
        padding: 0.375rem 0;
      }
      .days .rows span {
        overflow-wrap: anywhere;
      }
      .actions {
        margin-top: 0.75rem;
      }
      .actions:empty {
        display: none;
      }
      @media (min-width: 60rem) {
        .days {
          grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
          gap: 1rem 2rem;
        }
      }
    `,
  ];

  /** The meal of a plan's day whose dishes are being chosen. */
  @state() private choosing: {
    readonly planId: string;
    readonly day: number;
    readonly meal: MealName;
  } | null = null;
  /** The plan as it was before it was last changed here, for as long as that can be undone. */
  @state() private earlier: MenuPlan | null = null;

  #saving: Promise<unknown> = Promise.resolve();
  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #ticker = new Ticker(this);
  readonly #known = new LiveQuery(this, {
    query: readMeals,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
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
    return html`${this.#known.render<unknown>({
      ...rowStates('staff.menu.noCentre', this.#sync),
      complete: (meals) => this.#renderPlans(meals),
    })}`;
  }

  #renderPlans(meals: Meals): TemplateResult {
    const today = this.#ticker.dayAt(meals.centre);
    return html`${meals.centre.canteens.map((canteen) => {
      const plan = meals.plans.find(({ canteenId }) => canteenId === canteen.id);
      return html`<section class="card" aria-label=${canteen.name}>
        <div class="head">
          <h2>${meals.centre.canteens.length > 1 ? canteen.name : t('staff.plan.heading')}</h2>
          ${this.#renderChip(plan)}
        </div>
        ${plan === undefined ? this.#renderNone(meals, canteen.id, today) : this.#renderPlan(meals, plan, today)}
      </section>`;
    })}
    ${
      this.#change.refusal === null
        ? nothing
        : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
    }
    ${this.#renderPicker(meals)}`;
  }

  #renderChip(plan: MenuPlan | undefined): TemplateResult | typeof nothing {
    if (plan === undefined) return nothing;
    if (this.#unsent.about(changes, plan.id))
      return html`<span class="chip">${consoleIcon('clock')}${t('staff.life.waits')}</span>`;
    const turn = turnOf(plan);
    return html`<span class="chip ${turn === 'publishing' ? 'ok' : ''}">${t(`staff.plan.is.${turn}`)}</span>`;
  }

  #renderNone(meals: Meals, canteenId: MenuPlan['canteenId'], today: CivilDate | null): TemplateResult {
    const none = html`<p class="nothing">${t('staff.plan.none')}</p>`;
    if (today === null) return none;
    const made = planFromMenus(meals.menus, canteenId, today);
    return html`${none}
      <div class="actions">
        ${
          made === null
            ? nothing
            : html`<button class="primary" @click=${() => this.#save(made, 0)}>
                ${t('staff.plan.fromMenus', { count: made.days.length })}
              </button>`
        }
        <button
          @click=${() => this.#save({ id: id(canteenId), canteenId, anchor: today, days: cycleOf(7) }, 0)}
        >
          ${t('staff.plan.begin')}
        </button>
      </div>`;
  }

  #renderPlan(meals: Meals, plan: MenuPlan, today: CivilDate | null): TemplateResult {
    const turn = turnOf(plan);
    const now = today === null ? -1 : dayOfCycle(plan, today);
    return html`
      <fieldset>
        <legend class="label">${t('staff.plan.what')}</legend>
        ${turns.map(
          (one) =>
            html`<label class="tick">
              <input
                type="radio"
                name=${plan.id}
                .checked=${one === turn}
                @change=${() => this.#change.run('menuPlan.turn', { planId: plan.id, to: one })}
              />
              ${t(`staff.plan.turn.${one}`)}
            </label>`,
        )}
      </fieldset>
      ${
        plan.publishing === undefined || plan.publishing === null
          ? nothing
          : html`<p class="note ok">
              <span
                >${t('staff.plan.answers', {
                  by: plan.publishing.by,
                  since: plan.publishing.since === null ? '' : formatDate(plan.publishing.since),
                })}</span
              >
            </p>`
      }
      <div role="status">
        ${
          this.earlier?.id === plan.id
            ? html`<p class="note">
                <span>${t('staff.plan.changed')}</span>
                <button class="outline" @click=${() => this.#undo(plan)}>${t('staff.menu.undo')}</button>
              </p>`
            : nothing
        }
      </div>
      <ol class="days">
        ${plan.days.map((_, day) => this.#renderDay(meals, plan, day, day === now))}
      </ol>
      <div class="actions">
        <button
          ?disabled=${plan.days.length >= MOST_DAYS}
          @click=${() => this.#edit(plan.id, (days) => withDays(days, days.length + 1))}
        >
          ${consoleIcon('plus')}${t('staff.plan.addDay')}
        </button>
        ${
          plan.days.length < 2
            ? nothing
            : html`<button
                class="bare"
                @click=${() => this.#edit(plan.id, (days) => withDays(days, days.length - 1))}
              >
                ${t('staff.plan.removeDay', { day: plan.days.length })}
              </button>`
        }
      </div>
    `;
  }

  #renderDay(meals: Meals, plan: MenuPlan, day: number, isToday: boolean): TemplateResult {
    return html`<li>
      <h3>${t(isToday ? 'staff.plan.dayToday' : 'staff.plan.day', { day: day + 1 })}</h3>
      <ul class="rows">
        ${meals.centre.meals.map(({ meal }) => {
          const names = (plan.days[day]?.find((one) => one.meal === meal)?.dishIds ?? []).flatMap(
            (dishId) => {
              const dish = meals.dishes.get(dishId);
              return dish === undefined ? [] : [dishName(dish)];
            },
          );
          const word = t(`common.meal.${meal}`);
          return html`<li>
            <span
              ><strong>${word}</strong>
              <span class="soft"
                >${names.length === 0 ? t('staff.week.none') : names.join(t('common.listJoin'))}</span
              ></span
            >
            <button
              aria-label=${t('staff.plan.changeThis', { day: day + 1, meal: word })}
              @click=${() => (this.choosing = { planId: plan.id, day, meal })}
            >
              ${t('staff.plan.change')}
            </button>
          </li>`;
        })}
      </ul>
    </li>`;
  }

  #renderPicker({ plans, dishes, menus }: Meals): TemplateResult {
    const { choosing } = this;
    const plan = plans.find(({ id: planId }) => planId === choosing?.planId);
    const on = plan?.days[choosing?.day ?? 0]?.find(({ meal }) => meal === choosing?.meal)?.dishIds ?? [];
    return html`<ll-staff-dish-picker
      .open=${choosing !== null}
      .dishes=${[...dishes.values()]}
      .uses=${usesOf(menus)}
      .on=${new Set<string>(on)}
      @ll-dish-pick=${({ dish, on: picked }: HTMLElementEventMap['ll-dish-pick']) => {
        if (plan === undefined || choosing === null) return;
        const { day, meal } = choosing;
        this.#edit(plan.id, (days) => withPicked(days, { day, meal, dishId: dish.id, on: picked }));
      }}
      @ll-sheet-close=${() => (this.choosing = null)}
    ></ll-staff-dish-picker>`;
  }

  /** One after the other: each stands upon the one before. */
  #edit(planId: MenuPlan['id'], turn: (days: MenuPlan['days']) => MenuPlan['days']): void {
    this.#saving = this.#saving.then(async () => {
      const plan = this.#known.value?.plans.find((one) => one.id === planId);
      if (plan === undefined) return;
      await this.#save({ ...plan, days: turn(plan.days) }, plan.version ?? 0);
      if (this.earlier?.id !== planId) this.earlier = plan;
    });
  }

  async #save(
    { id: planId, canteenId, anchor, days }: Pick<MenuPlan, 'id' | 'canteenId' | 'anchor' | 'days'>,
    baseVersion: number,
  ): Promise<void> {
    const plan = { id: planId, canteenId, anchor, days };
    await this.#change.run('menuPlan.save', { plan, baseVersion });
  }

  /** All that was changed here since the page was opened. */
  #undo({ id: planId }: MenuPlan): void {
    const { earlier } = this;
    if (earlier === null) return;
    this.#edit(planId, () => earlier.days);
    this.#saving = this.#saving.then(() => {
      this.earlier = null;
    });
  }
}

/** A cycle is four weeks at most. */
const MOST_DAYS = 28;
