import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { PersonKeys } from '../../../store/sealed/person-key.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { LOCK_AFTER, lockAfter, setLockAfter } from './device-lock.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-lock': LlStaffDeviceLock;
  }
}

/** After how long this console locks by itself: a kitchen's tablet is everybody's. */
@customElement('ll-staff-device-lock')
export class LlStaffDeviceLock extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    fieldStyles,
    css`
      label {
        margin-top: 0.5rem;
      }
      .soft {
        margin-top: 0.5rem;
      }
    `,
  ];

  @consume({ context: deviceContext, subscribe: true })
  @state()
  private device: RowOf<'deviceConfig'> | undefined;

  /** How many can open it by PIN; null before that is known. */
  @state() private people: number | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#count();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.device === undefined || this.people === null) return nothing;
    const chosen = lockAfter(this.device.id, this.people);
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.lock.heading')}</h2>
      ${
        this.people === 0
          ? html`<p class="soft">${t('staff.lock.noPin')}</p>`
          : html`<label for="after">${t('staff.lock.after')}</label>
              <select id="after" @change=${this.#chose}>
                <option value="" ?selected=${chosen === null}>${t('staff.lock.never')}</option>
                ${LOCK_AFTER.map(
                  (minutes) =>
                    html`<option value=${minutes} ?selected=${minutes === chosen}>
                      ${t('staff.lock.minutes', { count: minutes })}
                    </option>`,
                )}
              </select>
              <p class="soft">${t('staff.lock.meaning')}</p>`
      }
    </section>`;
  }

  async #count(): Promise<void> {
    const all = await new PersonKeys().locked().catch(() => []);
    this.people = all.filter(({ owner }) => owner.deviceId === this.device?.id).length;
  }

  readonly #chose = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement) || this.device === undefined) return;
    setLockAfter(this.device.id, target.value === '' ? null : Number(target.value));
    this.requestUpdate();
  };
}
