import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FieldProblem } from '../../../kernel/check.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Draft, DraftSet } from './menu-draft.ts';
import { problemWords } from './problem-words.ts';

/** The menu as it is written has changed. */
class DraftChangeEvent extends Event {
  constructor(readonly draft: Draft) {
    super('ll-draft-change');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-extras': LlStaffMenuExtras;
  }
  interface HTMLElementEventMap {
    'll-draft-change': DraftChangeEvent;
  }
}

/** What stands beside the dishes: the set meal and a word to the guests. */
@customElement('ll-staff-menu-extras')
export class LlStaffMenuExtras extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    fieldStyles,
    messageStyles,
    css`
      .set {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(6rem, 1fr);
        gap: 0.5rem 0.75rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .price {
        text-align: right;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { set, note } = this.draft;
    return html`
      <section class="card stack" aria-label=${t('staff.menu.extras')}>
        <label class="tick">
          <input type="checkbox" .checked=${set !== null} @change=${this.#turnSet} />
          ${t('staff.menu.hasSet')}
        </label>
        ${
          set === null
            ? nothing
            : html`<div class="set">
                ${this.#field('name', t('staff.menu.setName'), set.name)}
                ${this.#field('price', t('staff.menu.setPrice'), set.price)}
                ${this.#field('text', t('staff.menu.setText'), set.text)}
                ${this.problems.map(
                  ({ code }) =>
                    html`<p class="problem wide" id="problem">
                      ${consoleIcon('warning')}${problemWords(code)}
                    </p>`,
                )}
              </div>`
        }
        <div>
          <label for="note">${t('staff.menu.note')}</label>
          <input
            id="note"
            maxlength="120"
            .value=${note}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) this.#say({ ...this.draft, note: target.value });
            }}
          />
        </div>
      </section>
    `;
  }

  #field(name: keyof DraftSet, label: string, value: string): TemplateResult {
    const path = name === 'price' ? 'set.priceFen' : `set.${name}`;
    const wrong = this.problems.some(({ field }) => field === path);
    return html`
      <div class=${name === 'text' ? 'wide' : ''}>
        <label for=${name}>${label}</label>
        <input
          id=${name}
          class=${name === 'price' ? 'price num' : ''}
          inputmode=${name === 'price' ? 'decimal' : nothing}
          maxlength=${name === 'text' ? 120 : 40}
          .value=${value}
          aria-invalid=${wrong}
          aria-describedby=${wrong ? 'problem' : nothing}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.#typed({ [name]: target.value });
          }}
        />
      </div>
    `;
  }

  readonly #turnSet = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const fresh = { name: t('staff.menu.setDefault'), price: '', text: '' };
    this.#say({ ...this.draft, set: target.checked ? fresh : null });
  };

  #typed(change: Partial<DraftSet>): void {
    const { set } = this.draft;
    if (set !== null) this.#say({ ...this.draft, set: { ...set, ...change } });
  }

  #say(draft: Draft): void {
    this.dispatchEvent(new DraftChangeEvent(draft));
  }
}
