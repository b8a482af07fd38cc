import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { id } from '../../../kernel/ids.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { itemKinds, type Item } from '../model/item.ts';
import type { Room } from '../../media/model/room.ts';
import { roomLines } from '../../../ui/console/room-lines.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import type { Choices } from './read-schedules.ts';

/** Another item has been chosen, or what belongs to it. */
export class ItemChosenEvent extends Event {
  constructor(readonly item: Item) {
    super('ll-item-chosen');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-item-field': LlStaffItemField;
  }
  interface HTMLElementEventMap {
    'll-item-chosen': ItemChosenEvent;
  }
}

/**
 * What is to stand on a screen: a kind, and which of it.
 * @event ll-item-chosen - Something else.
 */
@customElement('ll-staff-item-field')
export class LlStaffItemField extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    messageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) item: Item = { show: 'menu' };
  @property({ attribute: false }) choices: Choices = { playlists: [], policies: [] };
  /** Of each glass it is for, whether a playlist has room there. */
  @property({ attribute: false }) rooms: readonly Room[] = [];
  /** What the choice is called. */
  @property() label = '';

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { item } = this;
    // A playlist that nobody has made cannot be chosen.
    const kinds = itemKinds.filter((kind) => kind !== 'playlist' || this.choices.playlists.length > 0);
    return html`<div>
        <label for="kind">${this.label}</label>
        <select id="kind" @change=${this.#kind}>
          ${kinds.map(
            (kind) =>
              html`<option value=${kind} ?selected=${kind === item.show}>
                ${t(`staff.schedule.item.${kind}`)}
              </option>`,
          )}
        </select>
      </div>
      ${item.show === 'playlist' ? this.#playlist(item) : nothing}
      ${item.show === 'policy' ? this.#policy(item) : nothing}
      ${item.show === 'welcome' ? this.#words(item) : nothing}`;
  }

  #playlist({ playlistId }: Item): TemplateResult {
    return html`<div>
      <label for="which">${t('staff.schedule.which.playlist')}</label>
      <select
        id="which"
        @change=${(event: Event) => this.#choose({ show: 'playlist', playlistId: id(valueOf(event)) })}
      >
        ${this.choices.playlists.map(
          (one) => html`<option value=${one.id} ?selected=${one.id === playlistId}>${one.title}</option>`,
        )}
      </select>
      ${roomLines(this.rooms)}
    </div>`;
  }

  #policy({ policyId }: Item): TemplateResult {
    return html`<div>
      <label for="which">${t('staff.schedule.which.policy')}</label>
      <select
        id="which"
        @change=${(event: Event) => {
          const chosen = valueOf(event);
          this.#choose(chosen === '' ? { show: 'policy' } : { show: 'policy', policyId: id(chosen) });
        }}
      >
        <option value="">${t('staff.schedule.which.daily')}</option>
        ${this.choices.policies.map(
          (one) => html`<option value=${one.id} ?selected=${one.id === policyId}>${one.title}</option>`,
        )}
      </select>
    </div>`;
  }

  #words({ text, textEn }: Item): TemplateResult {
    const write = (event: Event, field: 'text' | 'textEn'): void => {
      const { [field]: _, ...rest } = this.item;
      const words = valueOf(event).trim();
      this.#choose(words === '' ? rest : { ...rest, [field]: words });
    };
    return html`<div>
        <label for="text">${t('staff.schedule.which.text')}</label>
        <input
          id="text"
          maxlength="120"
          .value=${text ?? ''}
          @change=${(event: Event) => write(event, 'text')}
        />
      </div>
      <div>
        <label for="text-en">${t('staff.schedule.which.textEn')}</label>
        <input
          id="text-en"
          lang="en"
          maxlength="120"
          .value=${textEn ?? ''}
          @change=${(event: Event) => write(event, 'textEn')}
        />
      </div>`;
  }

  readonly #kind = (event: Event): void => {
    const show = itemKinds.find((one) => one === valueOf(event)) ?? 'menu';
    const [first] = this.choices.playlists;
    this.#choose(show === 'playlist' && first !== undefined ? { show, playlistId: id(first.id) } : { show });
  };

  #choose(item: Item): void {
    this.item = item;
    this.dispatchEvent(new ItemChosenEvent(item));
  }
}

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
