import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isLongForBoard, LETTERS_AT_MOST, type MenuItem } from '../model/menu.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { DishNames } from './menu-draft.ts';
import { dishNamesStyles, turnStyles } from './dish-names-styles.ts';

class DishNamesEvent extends Event {
  constructor(readonly names: DishNames) {
    super('ll-dish-names');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-dish-names': LlStaffDishNames;
  }
  interface HTMLElementEventMap {
    'll-dish-names': DishNamesEvent;
  }
}

/** The most letters of a whole name. */
const WHOLE = 120;

interface Field {
  readonly key: string;
  readonly lang: 'zh-CN' | 'en';
  readonly value: string | null | undefined;
  /** The most characters it may have. */
  readonly most: number;
  readonly label: string;
  readonly why: string;
  readonly names: (typed: string) => DishNames;
}

/**
 * What a dish is called besides its Chinese name: in English, and on televisions whose rows are too short for the whole.
 *
 * @event ll-dish-names - What was typed.
 */
@customElement('ll-staff-dish-names')
export class LlStaffDishNames extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, turnStyles, dishNamesStyles];

  @property({ attribute: false }) item!: MenuItem;
  /** How many letters of an English name stand in a row of the canteen's televisions. */
  @property({ attribute: false }) letters = LETTERS_AT_MOST;

  /** Whether the English name is being written. */
  @state() private writing = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { item, letters } = this;
    const { name, shortName, shortNameEn } = item;
    const nameEn = item.nameEn?.trim() ?? '';
    const isLong = nameEn.length > letters;
    return html`
      ${
        isLongForBoard(item)
          ? this.#field({
              key: 'short',
              lang: 'zh-CN',
              value: shortName,
              most: 14,
              label: t('staff.menu.shortName'),
              why: t('staff.menu.shortNameWhy', { count: name.length }),
              names: (typed) => ({ shortName: typed }),
            })
          : nothing
      }
      <div>
        <button
          class="bare turn"
          aria-expanded=${this.writing}
          @click=${() => (this.writing = !this.writing)}
        >
          ${nameEn === '' ? t('staff.menu.noNameEn') : t('staff.menu.nameEnIs', { name: nameEn })}${consoleIcon('back')}
        </button>
        ${
          this.writing
            ? this.#field({
                key: 'name-en',
                lang: 'en',
                value: item.nameEn,
                most: WHOLE,
                label: t('staff.menu.nameEn'),
                why: t('staff.menu.nameEnWhy'),
                names: (typed) => ({ nameEn: typed.trim() === '' ? null : typed }),
              })
            : nothing
        }
      </div>
      ${
        // One that is there stands on televisions also where the whole has become short enough.
        isLong || typeof shortNameEn === 'string'
          ? this.#field({
              key: 'short-en',
              lang: 'en',
              value: shortNameEn,
              most: letters,
              label: t('staff.menu.shortNameEn'),
              why: isLong
                ? t('staff.menu.shortNameEnWhy', { name: nameEn, most: letters })
                : t('staff.menu.shortNameEnStands'),
              names: (typed) => ({ shortNameEn: typed }),
            })
          : nothing
      }
    `;
  }

  #field({ key, lang, value, most, label, why, names }: Field): TemplateResult {
    return html`<div>
      <label for=${key}>${label}</label>
      <input
        id=${key}
        lang=${lang}
        maxlength=${most}
        autocomplete="off"
        .value=${value ?? ''}
        aria-describedby=${`${key}-why`}
        @input=${({ target }: InputEvent) => {
          if (target instanceof HTMLInputElement) this.dispatchEvent(new DishNamesEvent(names(target.value)));
        }}
      />
      <p class="soft" id=${`${key}-why`}>${why}</p>
    </div>`;
  }
}
