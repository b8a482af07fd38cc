import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leaveSheet, SheetCloseEvent } from '../../../ui/console/sheet.ts';
import type { Known } from './read-schedules.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-schedule-copy': LlStaffScheduleCopy;
  }
}

/**
 * Asks which other screens a schedule is for as well, and gives it to them, over what they had.
 * @event ll-sheet-close - That is done, or nothing was.
 */
@customElement('ll-staff-schedule-copy')
export class LlStaffScheduleCopy extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, messageStyles];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) known: Known | null = null;
  @property({ attribute: false }) standing: RowOf<'schedule'> | null = null;

  @state() private chosen: ReadonlySet<string> = new Set();
  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.chosen = new Set();
  }

  override render(): TemplateResult {
    const others = this.known?.screens.filter((one) => one.id !== this.standing?.id) ?? [];
    return html`<ll-sheet
      actions
      ?open=${this.open}
      heading=${t('staff.schedule.copy')}
      close-label=${t('staff.close')}
    >
      ${
        this.open
          ? html`<div class="stack">
              <p class="soft">${t('staff.schedule.copyMeaning')}</p>
              <div role="group" aria-label=${t('staff.schedule.copy')}>
                ${others.map(
                  ({ id: screenId, name }) =>
                    html`<label class="tick">
                      <input
                        type="checkbox"
                        .checked=${this.chosen.has(screenId)}
                        @change=${() => this.#toggle(screenId)}
                      />${name}
                    </label>`,
                )}
              </div>
              <p class="problem" role="alert" ?hidden=${this.#change.refusal === null}>
                ${consoleIcon('warning')}${t('staff.schedule.refused')}
              </p>
            </div>`
          : nothing
      }
      <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
      <button
        slot="actions"
        class="confirm"
        ?disabled=${this.chosen.size === 0 || this.#change.running}
        @click=${this.#go}
      >
        ${t('staff.schedule.copyGo')}
      </button>
    </ll-sheet>`;
  }

  #toggle(screenId: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(screenId)) chosen.add(screenId);
    this.chosen = chosen;
  }

  readonly #go = async (): Promise<void> => {
    const { standing, known } = this;
    if (standing === null) return;
    const { dayparts, default: otherwise } = standing;
    for (const screenId of this.chosen) {
      const made = await this.#change.run('schedule.save', {
        schedule: {
          id: id(screenId),
          dayparts,
          ...(otherwise === undefined ? {} : { default: otherwise }),
        },
        baseVersion: known?.schedules.find((one) => one.id === screenId)?.version ?? 0,
      });
      if (!made.ok) return;
    }
    this.dispatchEvent(new SheetCloseEvent());
  };
}
