import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { same } from '../../../kernel/same.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Member, MemberComfort } from '../model/roster.ts';
import { comfortWords } from './member-words.ts';

/** How a glass is to be for somebody is another now; null as usual. */
class MemberComfortEvent extends Event {
  constructor(readonly comfort: MemberComfort | null) {
    super('ll-member-comfort');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-comfort-field': LlStaffComfortField;
  }
  interface HTMLElementEventMap {
    'll-member-comfort': MemberComfortEvent;
  }
}

const usual: MemberComfort = { larger: 1, contrast: false, slow: false, language: 'zh-CN' };
const sizes = [1, 1.3, 1.6] as const;
const languages = ['zh-CN', 'en'] as const;

/**
 * How a kiosk is to be once somebody's card is held to it.
 *
 * @event ll-member-comfort - It is to be another way.
 */
@customElement('ll-staff-comfort-field')
export class LlStaffComfortField extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    detailsStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: 0.5rem 0.75rem;
        align-items: end;
      }
    `,
  ];

  /** As it is to be; undefined where nobody has said. */
  @property({ attribute: false }) comfort: Member['comfort'];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const now = this.comfort ?? usual;
    return html`<details>
      <summary>
        <span>${t('members.field.comfort')} · ${comfortWords(this.comfort)}</span>${consoleIcon('back')}
      </summary>
      <div class="grid">
        <div>
          <label for="size">${t('members.comfort.size')}</label>
          <select id="size" @change=${(event: Event) => this.#size(event)}>
            ${sizes.map(
              (size) =>
                html`<option value=${size} ?selected=${size === now.larger}>
                  ${t(`members.comfort.sizes.${size}`)}
                </option>`,
            )}
          </select>
        </div>
        <div>
          <label for="language">${t('members.comfort.language')}</label>
          <select id="language" @change=${(event: Event) => this.#language(event)}>
            ${languages.map(
              (one) =>
                html`<option value=${one} ?selected=${one === now.language}>
                  ${t(`members.comfort.languages.${one}`)}
                </option>`,
            )}
          </select>
        </div>
        <label class="tick"
          ><input
            type="checkbox"
            .checked=${now.contrast}
            @change=${() => this.#put({ contrast: !now.contrast })}
          />${t('members.comfort.contrast')}</label
        >
        <label class="tick"
          ><input type="checkbox" .checked=${now.slow} @change=${() => this.#put({ slow: !now.slow })} />${t(
            'members.comfort.slow',
          )}</label
        >
      </div>
    </details>`;
  }

  #size({ target }: Event): void {
    const larger = sizes.find((size) => target instanceof HTMLSelectElement && String(size) === target.value);
    if (larger !== undefined) this.#put({ larger });
  }

  #language({ target }: Event): void {
    const language = languages.find((one) => target instanceof HTMLSelectElement && one === target.value);
    if (language !== undefined) this.#put({ language });
  }

  #put(change: Partial<MemberComfort>): void {
    const comfort = { ...(this.comfort ?? usual), ...change };
    this.dispatchEvent(new MemberComfortEvent(same(comfort, usual) ? null : comfort));
  }
}
