import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { LocaleController, t, weekdayName } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { expectedAt } from '../model/headcount.ts';
import { parseMenuId } from '../model/menu.ts';
import type { Counts } from './read-counts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-headcount': LlStaffHeadcount;
  }
}

const MOST = 2000;

/** How many to cook for, by what that is known; and, once it was served, how many came. */
@customElement('ll-staff-headcount')
export class LlStaffHeadcount extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.5rem;
        max-width: 20rem;
      }
      form > label,
      form > .problem {
        grid-column: 1 / -1;
        margin: 0;
      }
      .counted {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
      }
    `,
  ];

  /** Read with what stands below: what came a moment after that would push it from under a finger. */
  @property({ attribute: false }) counts: Counts | null = null;
  /** The meal that is cooked for; null where none is. */
  @property({ attribute: false }) meal: MenuId | null = null;
  /** The meal that has begun, of which it may be said how many came; null where none has. */
  @property({ attribute: false }) served: MenuId | null = null;
  /** Whether whoever is signed in may say so. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  @state() private changing = false;
  @state() private wrong = false;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { counts } = this;
    if (counts === null) return nothing;
    return html`${this.#renderExpected(counts)}${this.#renderServed(counts)}`;
  }

  #renderExpected(counts: Counts): TemplateResult | typeof nothing {
    const meal = this.meal === null ? null : parseMenuId(this.meal);
    if (meal === null) return nothing;
    const expected = expectedAt(meal, counts);
    if (expected === null) return html`<p class="soft">${t('staff.headcount.noPast')}</p>`;
    const { from, count, least, most, days } = expected;
    const words = {
      count: days,
      weekday: weekdayName(meal.date),
      meal: t(`common.meal.${meal.meal}`),
      came: least === most ? String(least) : `${least}–${most}`,
    };
    return from === 'meals'
      ? html`<p>
          <strong class="num">${t('staff.headcount.expected', { people: count })}</strong>
          <span class="soft num">${t('staff.headcount.fromMeals', words)}</span>
        </p>`
      : html`<p class="soft num">${t('staff.headcount.fromCheckIns', words)}</p>`;
  }

  #renderServed({ meals }: Counts): TemplateResult | typeof nothing {
    const { served } = this;
    const of = served === null ? null : parseMenuId(served);
    if (of === null) return nothing;
    const stands = meals.find(({ id }) => id === served);
    const meal = t(`common.meal.${of.meal}`);
    if (stands !== undefined && !(this.changing && this.mayChange))
      return html`<p class="counted" role="status">
        <span class="num"
          >${
            stands.by === null
              ? t('staff.headcount.came', { meal, people: stands.count })
              : t('staff.headcount.cameBy', { meal, people: stands.count, by: stands.by })
          }</span
        >
        ${
          this.mayChange
            ? html`<button class="bare" @click=${() => (this.changing = true)}>
                ${t('staff.headcount.change')}
              </button>`
            : nothing
        }
      </p>`;
    if (!this.mayChange) return nothing;
    return html`<form @submit=${this.#submitted}>
      <label for="came">${t('staff.headcount.ask', { meal })}</label>
      <input
        id="came"
        class="num"
        inputmode="numeric"
        autocomplete="off"
        maxlength="4"
        .value=${stands === undefined ? '' : String(stands.count)}
        aria-invalid=${this.wrong}
        aria-describedby=${this.wrong ? 'wrong' : nothing}
        @input=${() => (this.wrong = false)}
      />
      <button>${t('staff.headcount.note')}</button>
      ${
        this.wrong
          ? html`<p class="problem" id="wrong" role="alert">
              ${consoleIcon('warning')}${t('staff.headcount.wrong')}
            </p>`
          : nothing
      }
      ${
        this.#change.refusal === null
          ? nothing
          : html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`
      }
    </form>`;
  }

  readonly #submitted = async (event: Event): Promise<void> => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#came');
    const { served } = this;
    if (field === null || served === null) return;
    const typed = field.value.trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
    const isNothing = typed === '' && this.changing;
    if (!isNothing && (!/^\d+$/.test(typed) || Number(typed) > MOST)) {
      this.wrong = true;
      field.focus();
      return;
    }
    const made = await this.#change.run('mealCount.set', {
      menuId: served,
      count: isNothing ? null : Number(typed),
    });
    if (made.ok) this.changing = false;
  };
}
