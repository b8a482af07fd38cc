import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { civilMoment, clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { currentMeal, sittingsOn, type Sitting } from '../model/meals.ts';
import { LATE_AT_MINUTE } from '../model/late.ts';
import { draftVersionOf, lifeOf, publishableOf, type MenuLife } from '../model/life.ts';
import { menuId, type Offer } from '../model/menu.ts';
import { isDue } from '../model/publish-at.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { formatClock, formatNearDay, LocaleController, t } from '../../../i18n/index.ts';
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
import { mealHours } from '../words/meal-words.ts';
import { lifeChip, lifeWords, menuChanges, whenWords } from './life-words.ts';
import { readMeals, type Meals } from './read-meals.ts';
import { servedStyles } from './served-styles.ts';
import './staff-headcount.ts';
import './staff-menu-off.ts';
import './staff-served.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-meal-card': LlStaffMealCard;
  }
}

/** The meal to speak of now: what is on it and what has run out, or what there is to publish, with one press. */
@customElement('ll-staff-meal-card')
export class LlStaffMealCard extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    servedStyles,
    css`
      h2 .soft {
        margin-left: 0.25rem;
        font-weight: 500;
      }
      .meal + .meal {
        margin-top: 1rem;
        padding-top: 1rem;
        border-top: 2px solid var(--line);
      }
      .meal > ll-staff-headcount {
        margin: 0.25rem 0 0.5rem;
      }
      .meal > .note,
      .meal > .soft {
        margin: 0.5rem 0;
      }
      .meal > .do + ll-staff-headcount {
        margin-top: 0.875rem;
      }
      .unpublished {
        margin-top: 0.5rem;
        padding: 0 0.75rem;
        border: 2px dashed var(--edge);
        border-radius: 0.875rem;
      }
      .unpublished > :first-child {
        border-top: 0;
      }
      .unpublished li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .do {
        display: grid;
        gap: 0.5rem;
        margin-top: 0.875rem;
      }
      .do .more {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: space-between;
      }
    `,
  ];

  /** Whether whoever is signed in may change menus. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

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
    return html`
      <section class="card" aria-labelledby="heading">
        ${this.#known.render<unknown>({
          ...rowStates('staff.menu.noCentre', this.#sync),
          complete: (meals) => this.#renderMeal(meals),
        })}
      </section>
    `;
  }

  #renderMeal(meals: Meals): TemplateResult {
    const { centre, rest } = meals;
    const moment = this.#ticker.momentAt(centre);
    const sitting = currentMeal(centre, moment, (date) => rest.has(date));
    if (sitting === null || moment === null) {
      return html`<h2 id="heading">${t('staff.today.meal')}</h2>
        <p class="note warn">${t('staff.menu.timeUnknown')}</p>`;
    }
    const heading = html`<h2 id="heading">
      ${this.#heading(sitting, moment.date)}
      <span class="soft num">${mealHours(sitting)}</span>
    </h2>`;

    return html`${centre.canteens.map((canteen, i) => {
      const id = menuId(sitting.date, sitting.meal, canteen.id);
      const life = lifeOf(meals, id);
      const late = meals.reminders.some((one) => one.id === id) && sitting.date === moment.date;
      return html`<div class="meal">
        <div class="head">
          ${i === 0 ? heading : nothing}
          ${centre.canteens.length > 1 ? html`<h3>${canteen.name}</h3>` : nothing}
          ${lifeChip(life, this.#unsent.about(menuChanges, id))}
        </div>
        ${life.state === 'none' ? nothing : html`<ll-staff-headcount .meal=${id} .counts=${meals.counts}></ll-staff-headcount>`}
        ${this.#renderLife(life, id, late, (atMs) => whenWords(civilMoment(atMs, centre.utcOffsetMinutes), moment.date))}
        ${
          life.state === 'none'
            ? nothing
            : html`<ll-staff-headcount
                .counts=${meals.counts}
                .served=${this.#served(meals, moment, canteen.id)}
                ?may-change=${this.mayChange}
              ></ll-staff-headcount>`
        }
      </div>`;
    })}`;
  }

  /** Today's meal that began last: how many came is said while the next is cooked. */
  #served({ centre, rest }: Meals, { date, minute }: CivilMoment, canteenId: string): MenuId | null {
    const begun = sittingsOn(centre, date, (one) => rest.has(one)).filter(
      ({ startMinute }) => startMinute <= minute,
    );
    const last = begun[begun.length - 1];
    return last === undefined ? null : menuId(date, last.meal, canteenId);
  }

  #heading(sitting: Sitting, today: string): string {
    const meal = t(`common.meal.${sitting.meal}`);
    return sitting.date === today ? meal : `${formatNearDay(sitting.date, today)} ${meal}`;
  }

  #renderLife(life: MenuLife, id: MenuId, late: boolean, when: (unixMs: number) => string): TemplateResult {
    const said = lifeWords(life, when);
    const unsaid = life.state !== 'up' && life.state !== 'closed';
    const time = formatClock(clockTime(LATE_AT_MINUTE));
    return html`
      ${said === '' ? nothing : html`<p class="soft">${said}</p>`}
      ${late && unsaid ? warning(t('staff.life.late', { time })) : nothing}
      ${
        life.state === 'up'
          ? html`<ll-staff-served .menu=${life.menu} ?may-change=${this.mayChange}></ll-staff-served>`
          : nothing
      }
      ${life.state === 'none' && !late ? warning(t('staff.today.noMenu')) : nothing}
      ${this.#renderDraft(life, id)}
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
      ${this.mayChange ? this.#renderWays(life, id) : nothing}
    `;
  }

  #renderDraft(life: MenuLife, id: MenuId): TemplateResult | typeof nothing {
    const offer = publishableOf(life);
    if (offer === null) return nothing;
    if (life.state === 'up') {
      if (isDue(life.draft)) return nothing;
      return html`<p class="note">
        <span>${t('staff.life.draftBesides')}</span>
        ${this.mayChange ? html`<a class="button" href="#menu/${id}">${t('staff.sync.look')}</a>` : nothing}
      </p>`;
    }
    return html`<ul class="rows unpublished">
      ${offer.items.map(
        (item) =>
          html`<li>
            <span class="dish">${dishName(item)}</span>
            <span class="price"
              >${isFree(item.priceFen) ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(item.priceFen) })}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  #renderWays(life: MenuLife, id: MenuId): TemplateResult {
    const offer = life.state === 'up' ? null : publishableOf(life);
    const edit = life.state === 'none' ? 'staff.today.writeMenu' : 'staff.today.editMenu';
    return html`<div class="do">
      ${
        offer === null
          ? nothing
          : html`<button
              class="primary go"
              ?disabled=${this.#change.running}
              @click=${() => this.#publish(id, offer, life)}
            >
              ${t('staff.life.publish', { count: offer.items.length })}
            </button>`
      }
      <div class="more">
        <a class="button ${life.state === 'none' ? 'primary' : ''}" href="#menu/${id}">${t(edit)}</a>
        <ll-staff-menu-off menu-id=${id} .life=${life}></ll-staff-menu-off>
      </div>
    </div>`;
  }

  #publish(id: MenuId, offer: Offer, life: MenuLife): void {
    const draftVersion = draftVersionOf(life);
    void this.#change.run('menu.publish', { menuId: id, ...offer, baseVersion: life.version, draftVersion });
  }
}

const warning = (words: string): TemplateResult =>
  html`<p class="note warn">${consoleIcon('warning')}<span>${words}</span></p>`;
