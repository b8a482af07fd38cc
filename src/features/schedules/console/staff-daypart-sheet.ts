import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leaveSheet } from '../../../ui/console/sheet.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import type { Item } from '../model/item.ts';
import type { Daypart } from '../model/schedule.ts';
import { daypartOf, draftOf, problemOf, withItem, type Draft, type DraftProblem } from './daypart-draft.ts';
import { isDraft, keptAs } from './daypart-kept.ts';
import type { Known } from './read-schedules.ts';
import { roomFor } from './room-for.ts';
import { weekdayWords } from './schedule-words.ts';
import type { ItemChosenEvent } from './staff-item-field.ts';
import './staff-item-field.ts';

/** A part of the day has been written. */
export class DaypartWrittenEvent extends Event {
  constructor(readonly daypart: Daypart) {
    super('ll-daypart-written');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-daypart-sheet': LlStaffDaypartSheet;
  }
  interface HTMLElementEventMap {
    'll-daypart-written': DaypartWrittenEvent;
  }
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Asks what stands on a screen in a part of the day, and when that is.
 * @event ll-daypart-written - That.
 * @event ll-sheet-close - Nothing.
 */
@customElement('ll-staff-daypart-sheet')
export class LlStaffDaypartSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
        gap: 0.75rem;
      }
      .turn {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: end;
      }
      .add {
        justify-self: start;
      }
    `,
  ];

  /** What is changed; `new` for another one; null while nothing is. */
  @property({ attribute: false }) writes: Daypart | 'new' | null = null;
  /** When another one is to be, to begin with. */
  @property({ attribute: false }) when: Pick<Daypart, 'from' | 'to' | 'weekdays'> | null = null;
  /** Of which schedule it is a part. */
  @property({ attribute: false }) scheduleId = '';
  @property({ attribute: false }) known: Known | null = null;
  /** The screens it is for. */
  @property({ attribute: false }) screenIds: readonly string[] = [];
  /** What was changed is there no more: it can be added anew. */
  @property({ type: Boolean }) gone = false;
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';

  @state() private begun: Draft = draftOf(null);
  @state() private draft: Draft = this.begun;
  @state() private problem: DraftProblem | null = null;

  readonly #unfinished = new UnfinishedForm<Draft>(this, {
    what: 'daypart',
    is: isDraft,
    show: (left) => this.#begin(left),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('writes')) return;
    if (this.writes === null) return this.#unfinished.close();
    this.#begin(null);
    this.#unfinished.open(keptAs(this.scheduleId, this.writes));
  }

  /** @param left what was written of it before, where something was */
  #begin(left: Draft | null): void {
    const { writes } = this;
    const isNew = writes === 'new';
    this.begun = { ...draftOf(isNew ? null : writes), ...(isNew ? this.when : null) };
    this.draft = left ?? this.begun;
    this.problem = null;
  }

  override render(): TemplateResult {
    return html`<ll-sheet
      actions
      ?open=${this.writes !== null}
      ?written=${this.draft !== this.begun}
      problem=${this.problem === null ? this.refused : t(`staff.schedule.problem.${this.problem}`)}
      heading=${t(this.writes === 'new' ? 'staff.schedule.add' : 'staff.schedule.changeHeading')}
      close-label=${t('staff.close')}
    >
      ${this.writes !== null && this.known !== null ? this.#renderForm(this.known) : nothing}
      <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
      <button slot="actions" class="confirm" @click=${this.#go}>
        ${t(this.gone ? 'staff.schedule.addAnew' : 'staff.schedule.save')}
      </button>
    </ll-sheet>`;
  }

  #renderForm(known: Known): TemplateResult {
    const { draft } = this;
    return html`<div class="stack">
      ${unfinishedNote(this.#unfinished)} ${draft.items.map((item, i) => this.#renderItem(known, item, i))}
      <button class="add" @click=${() => this.#set({ items: [...draft.items, { show: 'clock' }] })}>
        ${consoleIcon('plus')}${t('staff.schedule.turnsAdd')}
      </button>
      ${
        draft.items.length > 1
          ? html`<div>
              <label for="seconds">${t('staff.schedule.seconds')}</label>
              <input
                id="seconds"
                type="number"
                min="10"
                max="3600"
                .value=${String(draft.seconds)}
                @input=${(event: Event) => this.#set({ seconds: Number(valueOf(event)) })}
              />
            </div>`
          : nothing
      }
      ${this.#renderWhen(known)}
    </div>`;
  }

  #renderItem(known: Known, item: Item, i: number): TemplateResult {
    const { items } = this.draft;
    const field = html`<ll-staff-item-field
      label=${t('staff.schedule.what')}
      .item=${item}
      .choices=${known}
      .rooms=${roomFor(known, (screenId) => this.screenIds.includes(screenId), item.playlistId)}
      @ll-item-chosen=${({ item: chosen }: ItemChosenEvent) => this.#become(withItem(this.draft, i, chosen))}
    ></ll-staff-item-field>`;
    if (items.length === 1) return field;
    return html`<div class="turn">
      ${field}
      <button
        class="bare"
        aria-label=${t('staff.schedule.turnRemove', { number: i + 1 })}
        @click=${() => this.#set({ items: items.filter((_, k) => k !== i) })}
      >
        ${consoleIcon('cross')}
      </button>
    </div>`;
  }

  #renderWhen({ centre }: Known): TemplateResult {
    const { draft } = this;
    const field = (name: 'from' | 'to' | 'firstDay' | 'lastDay', type: 'time' | 'date'): TemplateResult =>
      html`<div>
        <label for=${name}>${t(`staff.schedule.${name}`)}</label>
        <input
          id=${name}
          type=${type}
          .value=${draft[name]}
          @input=${(event: Event) => this.#set({ [name]: valueOf(event) })}
        />
      </div>`;
    return html`<div>
        <label for="when">${t('staff.schedule.when')}</label>
        <select id="when" @change=${(event: Event) => this.#set({ meal: valueOf(event) })}>
          <option value="" ?selected=${draft.meal === ''}>${t('staff.schedule.byTime')}</option>
          ${centre.meals.map(
            ({ meal }) =>
              html`<option value=${meal} ?selected=${draft.meal === meal}>
                ${t('staff.schedule.atMeal', { meal: t(`common.meal.${meal}`) })}
              </option>`,
          )}
        </select>
      </div>
      ${draft.meal === '' ? html`<div class="pair">${field('from', 'time')}${field('to', 'time')}</div>` : nothing}
      <fieldset>
        <legend class="label">${t('staff.schedule.weekdays')}</legend>
        ${WEEKDAYS.map(
          (day) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${draft.weekdays.includes(day)}
                @change=${() => this.#toggle(day)}
              />${weekdayWords(day)}
            </label>`,
        )}
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${draft.dated}
          @change=${() => this.#set({ dated: !draft.dated })}
        />${t('staff.schedule.dated')}
      </label>
      ${draft.dated ? html`<div class="pair">${field('firstDay', 'date')}${field('lastDay', 'date')}</div>` : nothing}
      <label class="tick">
        <input
          type="checkbox"
          .checked=${draft.first}
          @change=${() => this.#set({ first: !draft.first })}
        />${t('staff.schedule.first')}
      </label>`;
  }

  #toggle(day: number): void {
    const { weekdays } = this.draft;
    this.#set({
      weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day],
    });
  }

  #set(change: Partial<Draft>): void {
    this.#become({ ...this.draft, ...change });
  }

  #become(draft: Draft): void {
    this.draft = draft;
    this.#unfinished.keep(draft);
  }

  readonly #go = (): void => {
    const { known } = this;
    this.problem = problemOf(this.draft);
    if (this.problem === null && known !== null)
      this.dispatchEvent(new DaypartWrittenEvent(daypartOf(this.draft, known.centre)));
  };
}

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
