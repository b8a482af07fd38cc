import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { MemberId } from '../../../kernel/ids.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { MOST_PAIRS } from '../model/member-draft.ts';
import type { Member } from '../model/roster.ts';
import { searchMembers, type Readings } from '../model/search-members.ts';
import { maskedWords } from './member-words.ts';

/** Whom somebody looks after is another now. */
class MemberPairsEvent extends Event {
  constructor(readonly pairedWith: readonly MemberId[]) {
    super('ll-member-pairs');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-pairs-field': LlStaffPairsField;
  }
  interface HTMLElementEventMap {
    'll-member-pairs': MemberPairsEvent;
  }
}

/** So many are offered; with more, more has to be typed. */
const MOST_OFFERED = 5;

/**
 * The very old neighbours somebody looks after, chosen by search.
 *
 * @event ll-member-pairs - They are others.
 */
@customElement('ll-staff-pairs-field')
export class LlStaffPairsField extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-bottom: 0.5rem;
      }
      .offered {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) chosen: readonly MemberId[] = [];
  /** The other members who come. */
  @property({ attribute: false }) members: readonly Member[] = [];
  @state() private typed = '';
  @state() private readings: Readings = () => [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const chosen = this.chosen.map((one) => ({ one, member: this.members.find(({ id }) => id === one) }));
    return html`
      <p class="label">${t('members.field.pairs')}</p>
      ${
        chosen.length === 0
          ? nothing
          : html`<ul>
              ${chosen.map(({ one, member }) => {
                const name = member === undefined ? t('members.left') : maskedWords(member);
                return html`<li>
                  <button
                    type="button"
                    aria-label=${t('members.form.pairRemove', { name })}
                    @click=${() => this.#choose(this.chosen.filter((other) => other !== one))}
                  >
                    ${name}${consoleIcon('cross')}
                  </button>
                </li>`;
              })}
            </ul>`
      }
      ${chosen.length >= MOST_PAIRS ? html`<p class="soft">${t('members.form.pairMost')}</p>` : this.#renderSearch()}
    `;
  }

  #renderSearch(): TemplateResult {
    const typed = this.typed.trim();
    const free = this.members.filter(({ id }) => !this.chosen.includes(id));
    const found = typed === '' ? [] : searchMembers(free, typed, this.readings);
    return html`
      <label for="pair">${t('members.form.pairAdd')}</label>
      <input id="pair" autocomplete="off" .value=${this.typed} @focus=${this.#load} @input=${this.#type} />
      ${
        typed !== '' && found.length === 0
          ? html`<p class="nothing" role="status">${t('members.notFound', { typed })}</p>`
          : nothing
      }
      ${
        found.length === 0
          ? nothing
          : html`<ul class="offered">
              ${found.slice(0, MOST_OFFERED).map(
                (one) =>
                  html`<li>
                    <button type="button" @click=${() => this.#choose([...this.chosen, one.id])}>
                      ${consoleIcon('plus')}${maskedWords(one)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    `;
  }

  #choose(pairedWith: readonly MemberId[]): void {
    this.typed = '';
    this.dispatchEvent(new MemberPairsEvent(pairedWith));
  }

  readonly #type = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.typed = target.value;
  };

  readonly #load = (): void => {
    import('../../../app/readings.ts').then(
      ({ readings }) => (this.readings = readings),
      (error: unknown) => console.error(error),
    );
  };
}
