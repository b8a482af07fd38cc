import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { newId } from '../../../app/new-id.ts';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import type { Dish, Menu } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent } from '../../../ui/console/sheet.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import { dishName } from '../words/dish-words.ts';
import { changesOf, draftOfDish, newDish, type DishDraft } from './dish-draft.ts';
import { isDishForm, keptAsNew, type DishForm } from './dish-kept.ts';
import { standsOn } from './read-dishes.ts';
import './staff-dish-form.ts';
import type { LlStaffDishForm } from './staff-dish-form.ts';

/** A dish is cooked no more, or again. */
class DishArchiveEvent extends Event {
  constructor(readonly dish: Dish) {
    super('ll-dish-archive', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dish-sheet': LlStaffDishSheet;
  }
  interface HTMLElementEventMap {
    'll-dish-archive': DishArchiveEvent;
  }
}

type Changes = ArgsOf<'dish.change'>['change'];

/**
 * Writes one dish of the kitchen's list. Where it stands on menus to come, it asks whether they are changed too.
 *
 * @event ll-dish-archive - It is to be cooked no more, or again.
 * @event ll-sheet-close - It is done, or given up.
 */
@customElement('ll-staff-dish-sheet')
export class LlStaffDishSheet extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles];

  /** The dish as it stands; null for a new one; undefined while nothing is asked. */
  @property({ attribute: false }) dish: Dish | null | undefined;
  /** The menus and drafts that are known. */
  @property({ attribute: false }) written: readonly Menu[] = [];
  /** Null where nobody knows: then no menu is changed. */
  @property({ attribute: false }) today: CivilDate | null = null;

  @state() private begun: DishDraft | null = null;
  /** Upon what it stands: the dish as it was when somebody began with it, perhaps days ago; null for a new one. */
  #base: Dish | null = null;
  /** What is asked: whether menus are changed too. */
  @state() private changes: Changes | null = null;
  @query('ll-staff-dish-form') private readonly form!: LlStaffDishForm | null;

  readonly #change = new Change(this);
  readonly #unfinished = new UnfinishedForm<DishForm>(this, {
    what: 'dish',
    is: isDishForm,
    show: (left) => {
      this.#begin();
      if (left === null) return;
      this.begun = left.draft;
      this.#base = left.base;
    },
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('dish')) return;
    this.#begin();
    this.#change.forget();
    if (this.dish === undefined) this.#unfinished.close();
    else this.#unfinished.open(this.dish?.id ?? keptAsNew(''));
  }

  #begin(): void {
    const { dish } = this;
    this.changes = null;
    this.#base = dish ?? null;
    this.begun = dish === undefined ? null : dish === null ? newDish(newId(), '') : draftOfDish(dish);
  }

  override render(): TemplateResult {
    const { begun, dish } = this;
    return html`<ll-sheet
      ?open=${begun !== null}
      ?actions=${begun !== null}
      heading=${dish ? dishName(dish) : t('staff.dish.newHeading')}
      close-label=${t('staff.close')}
      ?written=${this.#unfinished.left === 'shown'}
      problem=${this.#change.refusal === null ? '' : t('staff.dish.notSaved')}
      @input=${() => (this.changes = null)}
    >
      ${
        begun === null
          ? nothing
          : html`${unfinishedNote(this.#unfinished)}
              <ll-staff-dish-form full .begun=${begun} @ll-dish-written=${this.#keep}></ll-staff-dish-form>`
      }
      ${this.changes === null ? this.#renderActions() : this.#renderQuestion(this.changes)}
    </ll-sheet>`;
  }

  #renderActions(): TemplateResult {
    const { dish } = this;
    return html`${
        dish
          ? html`<button
              slot="actions"
              class="outline"
              @click=${() => this.dispatchEvent(new DishArchiveEvent(dish))}
            >
              ${t(dish.archived === true ? 'staff.dish.cookAgain' : 'staff.dish.archive')}
            </button>`
          : nothing
      }<button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#save}>
        ${t('staff.dish.save')}
      </button>`;
  }

  #renderQuestion(changes: Changes): TemplateResult {
    const { today } = this;
    if (today === null) return html``;
    const fromTomorrow = this.#standsFrom(addDays(today, 1));
    const fromToday = this.#standsFrom(today);
    const answer = (from: CivilDate | null, words: string, kind = ''): TemplateResult =>
      html`<button
        slot="actions"
        class=${kind}
        ?disabled=${this.#change.running}
        @click=${() => void this.#changeDish(changes, from)}
      >
        ${words}
      </button>`;
    return html`
      <p slot="actions" class="note warn" role="alert">
        ${consoleIcon('warning')}<span>${t('staff.dish.alsoAsk', { count: fromToday })}</span>
      </p>
      ${answer(null, t('staff.dish.onlyHere'))}
      ${fromToday > fromTomorrow ? answer(today, t('staff.dish.alsoToday', { count: fromToday })) : nothing}
      ${
        fromTomorrow > 0
          ? answer(addDays(today, 1), t('staff.dish.alsoComing', { count: fromTomorrow }), 'primary')
          : nothing
      }
    `;
  }

  #standsFrom(day: CivilDate): number {
    return this.dish ? standsOn(this.written, this.dish.id, day) : 0;
  }

  readonly #keep = ({ draft }: HTMLElementEventMap['ll-dish-written']): void =>
    this.#unfinished.keep({ draft, base: this.#base });

  readonly #save = async (): Promise<void> => {
    const written = await this.form?.take();
    if (written === null || written === undefined) return;
    const { dish, today } = this;
    if (!dish) {
      this.#close(await this.#change.run('dish.save', { dish: written }));
      return;
    }
    const changes = changesOf(this.#base ?? dish, written);
    if (Object.keys(changes).length === 0) this.#close({ ok: true });
    else if (today !== null && this.#standsFrom(today) > 0) this.changes = changes;
    else await this.#changeDish(changes, null);
  };

  async #changeDish(change: Changes, from: CivilDate | null): Promise<void> {
    const { dish } = this;
    if (dish)
      this.#close(
        await this.#change.run('dish.change', {
          dishId: dish.id,
          change,
          from,
        }),
      );
  }

  #close({ ok }: { readonly ok: boolean }): void {
    if (ok) this.dispatchEvent(new SheetCloseEvent());
  }
}
