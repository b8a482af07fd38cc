import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../../app/change.ts';
import { LiveQuery } from '../../../../app/live-query.ts';
import { markReady } from '../../../../app/ready.ts';
import { SyncState } from '../../../../app/sync-status.ts';
import { Ticker } from '../../../../app/ticker.ts';
import { formatDate, LocaleController, t } from '../../../../i18n/index.ts';
import type { MenuId } from '../../../../kernel/ids.ts';
import { addDays, type CivilDate } from '../../../../kernel/time.ts';
import { rowStates } from '../../../../ui/console/console-states.ts';
import { printSheet } from '../../../../ui/console/print-sheet.ts';
import { Steady } from '../../../../ui/console/steady.ts';
import '../../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../../ui/console/styles/text-styles.ts';
import { isUp, mealNames } from '../../model/menu.ts';
import { argsOf, carry, repeatWeek, undoOf, type DraftStep, type TakenStep } from '../../model/week-moves.ts';
import { daysOfWeek, mondayOf, readWeek, type Week } from './read-week.ts';
import { mealWords } from './week-words.ts';
import { weekPaper, weekPaperStyles } from './week-paper.ts';
import { weekStyles } from './week-styles.ts';
import './staff-menu-share.ts';
import './staff-week-day.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-week': LlStaffWeek;
  }
}

/** What has been done, and how it is taken back. */
interface Done {
  readonly words: string;
  readonly undo: readonly DraftStep[];
}

/** A week of menus at once: what is published and what is drafted, carried from meal to meal by finger, key or mouse. */
@customElement('ll-staff-week')
export class LlStaffWeek extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, messageStyles, weekStyles];

  /** A day of the week that is shown; null for this one. */
  @property({ attribute: false }) day: CivilDate | null = null;
  @state() private canteen: string | null = null;
  /** The meal that somebody has taken up, to put it elsewhere. */
  @state() private carried: MenuId | null = null;
  /** Whether what is put elsewhere leaves its place. */
  @state() private moves = true;
  @state() private done: Done | null = null;
  @state() private failed: 'some' | 'print' | null = null;
  @state() private shared: CivilDate | null = null;

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #change = new Change(this);
  readonly #week = new LiveQuery(this, {
    query: readWeek,
    args: (rows) => ({ monday: this.#mondayAt(rows?.centre) }),
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.carried = null;
    });
    this.addEventListener('ll-meal-lift', ({ menuId }) => this.#lift(menuId));
    this.addEventListener('ll-meal-put', ({ menuId }) => void this.#put(menuId));
    this.addEventListener('ll-day-share', ({ date }) => (this.shared = date));
  }

  override updated(): void {
    if (this.#week.value) markReady();
  }

  override render(): TemplateResult {
    return html`${this.#week.render<unknown>({
      ...rowStates('staff.menu.noCentre', this.#sync),
      complete: (week) => {
        const monday = this.#mondayAt(week.centre);
        return monday === null
          ? html`<p class="note warn">${t('staff.menu.timeUnknown')}</p>`
          : this.#renderWeek(week, monday);
      },
    })}`;
  }

  #mondayAt(centre?: Week['centre']): CivilDate | null {
    const day = this.day ?? this.#ticker.dayAt(centre);
    return day === null ? null : mondayOf(day);
  }

  #renderWeek(week: Week, monday: CivilDate): TemplateResult {
    const { centre } = week;
    const today = this.#ticker.dayAt(centre);
    const canteenId =
      centre.canteens.find(({ id }) => id === this.canteen)?.id ?? centre.canteens[0]?.id ?? '';
    const meals = mealNames.filter((meal) => centre.meals.some((one) => one.meal === meal));
    const steps = repeatWeek(week, monday, { meals, canteenId, today });
    const days = daysOfWeek(monday);
    return html`
      <div class="bar">
        <h2 class="num">
          ${t('staff.week.span', { from: formatDate(monday), to: formatDate(days[6] ?? monday) })}
        </h2>
        <div class="actions">
          <a class="button" href="#menu/week/${addDays(monday, -7)}">${t('staff.week.before')}</a>
          <a class="button" href="#menu/week/${addDays(monday, 7)}">${t('staff.week.after')}</a>
        </div>
      </div>
      ${this.#renderCanteens(week, canteenId)}
      <div class="actions">
        <button
          ?disabled=${steps.length === 0}
          @click=${() => void this.#take(week, steps, t('staff.week.repeated', { count: steps.length }))}
        >
          ${steps.length === 0 ? t('staff.week.nothingToRepeat') : t('staff.week.repeat', { count: steps.length })}
        </button>
        <button @click=${() => void this.#print(weekPaper(week, { monday, meals, canteenId }), monday)}>
          ${t('staff.week.print')}
        </button>
      </div>
      ${this.#renderDone()} ${this.carried === null ? nothing : this.#renderCarrying(this.carried, week)}
      <div class="grid">
        ${days.map(
          (date) =>
            html`<ll-staff-week-day
              .week=${week}
              .date=${date}
              .today=${today}
              .meals=${meals}
              .canteenId=${canteenId}
              .carried=${this.carried}
            ></ll-staff-week-day>`,
        )}
      </div>
      <ll-staff-menu-share
        .date=${this.shared}
        .menus=${week.menus.filter((one) => one.date === this.shared && one.canteenId === canteenId && isUp(one))}
        house=${centre.name}
        @ll-sheet-close=${() => (this.shared = null)}
      ></ll-staff-menu-share>
    `;
  }

  #renderDone(): TemplateResult {
    return html`<div role="status">
        ${
          this.done === null
            ? nothing
            : html`<p class="note">
                <span>${this.done.words}</span>
                <button @click=${this.#undo}>${t('staff.week.undo')}</button>
              </p>`
        }
      </div>
      <div role="alert">
        ${this.failed === null ? nothing : html`<p class="problem">${t(`staff.week.failed.${this.failed}`)}</p>`}
      </div>`;
  }

  #renderCanteens({ centre }: Week, canteenId: string): TemplateResult | typeof nothing {
    if (centre.canteens.length < 2) return nothing;
    const choose = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) this.canteen = target.value;
    };
    return html`<div>
      <label for="canteen">${t('staff.menu.canteen')}</label>
      <select id="canteen" @change=${choose}>
        ${centre.canteens.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === canteenId}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderCarrying(from: MenuId, week: Week): TemplateResult {
    // What guests see stays where it is, whatever is made of it elsewhere.
    const isDraft = week.drafts.some(({ id }) => id === from);
    return html`<div class="carrying" role="status">
      <b>${t('staff.week.carrying', { what: mealWords(from) })}</b>
      <div class="actions">
        ${
          isDraft
            ? html`<label class="tick">
                <input type="checkbox" .checked=${!this.moves} @change=${() => (this.moves = !this.moves)} />
                ${t('staff.week.keepsThere')}
              </label>`
            : nothing
        }
        <button @click=${() => (this.carried = null)}>${t('staff.week.putBack')}</button>
      </div>
    </div>`;
  }

  #lift(id: MenuId | null): void {
    this.carried = id;
    if (id === null) return;
    this.moves = true;
    this.done = null;
    this.failed = null;
  }

  async #put(to: MenuId): Promise<void> {
    const from = this.carried;
    const week = this.#week.value;
    this.carried = null;
    if (from === null || week == null) return;
    const steps = carry(week, from, to, this.moves);
    const words = { from: mealWords(from), to: mealWords(to) };
    const isMove = steps.some(({ offer }) => offer === null);
    await this.#take(week, steps, t(isMove ? 'staff.week.moved' : 'staff.week.copied', words));
  }

  /** Takes the steps one after the other; what was taken is said and can be taken back, also where another was refused. */
  async #take(week: Week, steps: readonly DraftStep[], words: string): Promise<void> {
    const taken = await this.#run(steps);
    this.failed = taken.length < steps.length ? 'some' : null;
    this.done = taken.length === 0 ? null : { words, undo: undoOf(week, taken) };
  }

  readonly #undo = async (): Promise<void> => {
    const undo = this.done?.undo ?? [];
    this.done = null;
    const taken = await this.#run(undo);
    this.failed = taken.length < undo.length ? 'some' : null;
  };

  async #run(steps: readonly DraftStep[]): Promise<readonly TakenStep[]> {
    const taken: TakenStep[] = [];
    for (const step of steps) {
      const { menuId, offer, baseVersion } = step;
      const made =
        offer === null
          ? await this.#change.run('menu.dropDraft', { menuId, baseVersion })
          : await this.#change.run('menu.draft', argsOf(menuId, offer, baseVersion));
      if (made.ok) taken.push({ ...step, mid: made.mid });
    }
    return taken;
  }

  async #print(content: TemplateResult, monday: CivilDate): Promise<void> {
    const title = `${t('staff.week.paper')} ${monday}`;
    const printed = await printSheet({ content, styles: weekPaperStyles, paper: 'A4 landscape', title });
    this.failed = printed ? null : 'print';
  }
}
