import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  hubClientContext,
  type HubClient,
  type HubTrouble,
  type PairAs,
  type ShownGlass,
} from '../../../app/hub-client.ts';
import { seen } from '../../../kernel/seen-text.ts';
import { LocaleController, t, type TKey } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent, type LlSheet } from '../../../ui/console/sheet.ts';
import type { Device } from './device-words.ts';

type Kind = 'kiosk' | 'screen';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-pair-device': LlStaffPairDevice;
  }
}

/**
 * Takes a glass in: the code it shows, and which device it is.
 *
 * @event ll-sheet-close - Done, or thought better of.
 */
@customElement('ll-staff-pair-device')
export class LlStaffPairDevice extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 1rem;
      }
      #code {
        min-height: 4rem;
        font-size: 2rem;
        font-weight: 900;
        letter-spacing: 0.35em;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      fieldset {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** The device to pair again; null when the person chooses. */
  @property({ attribute: false }) device: Device | null = null;
  @property({ attribute: false }) devices: readonly Device[] = [];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  /** A device's id, or the empty text for a new one. */
  @state() private chosen = '';
  @state() private kind: Kind = 'screen';
  @state() private problem: TKey | null = null;
  /** What staff have just made of a glass, and since when that was paired before. */
  @state() private made: { readonly deviceId: string; readonly before: number | null } | null = null;
  /** What the glass with the typed code says it was. */
  @state() private was: ShownGlass['was'] = null;
  @state() private asking = false;

  @query('ll-sheet') private readonly sheet!: LlSheet;
  @query('#code') private readonly code!: HTMLInputElement;
  @query('#name') private readonly nameField!: HTMLInputElement | null;
  @query('#place') private readonly place!: HTMLInputElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.chosen = this.device?.id ?? this.devices.find(isFree)?.id ?? '';
    this.problem = null;
    this.made = null;
    this.was = null;
  }

  override async updated(changed: PropertyValues<this>): Promise<void> {
    if (!changed.has('open') || !this.open) return;
    await this.sheet.updateComplete;
    this.code.focus();
  }

  override render(): TemplateResult {
    return html`
      <ll-sheet actions ?open=${this.open} heading=${t('staff.pair.heading')} close-label=${t('staff.close')}>
        ${this.made === null ? this.#renderForm() : this.#renderDone(this.made)}
        <button slot="actions" @click=${this.#close}>
          ${this.made === null ? t('staff.cancel') : t('staff.close')}
        </button>
        ${
          this.made !== null
            ? nothing
            : html`<button slot="actions" class="confirm" ?disabled=${this.asking} @click=${this.#submit}>
                ${t('staff.pair.confirm')}
              </button>`
        }
      </ll-sheet>
    `;
  }

  /** Done is what the glass itself has said it keeps: before, a power cut may undo it. */
  #renderDone({ deviceId, before }: { deviceId: string; before: number | null }): TemplateResult {
    const row = this.devices.find(({ id }) => id === deviceId);
    const isKept = row !== undefined && row.pairedAtMs !== before && (row.keptAtMs ?? null) !== null;
    if (!isKept) return html`<p class="note" role="status">${t('staff.pair.keeping')}</p>`;
    return html`<p class="note ok" role="status">
      <span>${consoleIcon('check')} ${t('staff.pair.done')}</span>
    </p>`;
  }

  #renderForm(): TemplateResult {
    const glasses = this.devices.filter(({ kind }) => kind !== 'console');
    return html`
      <form novalidate @submit=${this.#submit}>
        <div>
          <label for="code">${t('staff.pair.code')}</label>
          <input
            id="code"
            inputmode="numeric"
            autocomplete="off"
            maxlength="7"
            aria-describedby="problem"
            aria-invalid=${this.problem?.startsWith('staff.pair.code') ?? false}
            @input=${this.#lookAtGlass}
          />
          ${this.#renderWas()}
        </div>
        <div>
          <label for="which">${t('staff.pair.which')}</label>
          <select id="which" @change=${this.#choose}>
            ${glasses.map(
              (one) =>
                html`<option value=${one.id} ?selected=${one.id === this.chosen}>
                  ${one.name}${isFree(one) ? '' : ` · ${t('staff.pair.replaces')}`}
                </option>`,
            )}
            <option value="" ?selected=${this.chosen === ''}>${t('staff.pair.fresh')}</option>
          </select>
        </div>
        ${this.chosen === '' ? this.#renderFresh() : nothing}
        <div id="problem" role="alert">
          ${
            this.problem === null
              ? nothing
              : html`<p class="problem">${consoleIcon('warning')}${t(this.problem)}</p>`
          }
        </div>
      </form>
    `;
  }

  #renderWas(): TemplateResult | typeof nothing {
    const { was } = this;
    if (was === null) return nothing;
    const name = this.devices.find(({ id }) => id === was.deviceId)?.name ?? was.deviceId;
    const words =
      was.waiting === 0
        ? t('staff.pair.was', { name })
        : t('staff.pair.wasWith', { name, count: was.waiting });
    return html`<p class="note" role="status">${words}</p>`;
  }

  #renderFresh(): TemplateResult {
    return html`
      <fieldset>
        <legend class="sr">${t('staff.pair.fresh')}</legend>
        <div class="actions" role="radiogroup" aria-label=${t('staff.pair.kind')}>
          ${(['screen', 'kiosk'] as const).map(
            (kind) =>
              html`<label class="tick">
                <input
                  type="radio"
                  name="kind"
                  .checked=${this.kind === kind}
                  @change=${() => (this.kind = kind)}
                />
                ${t(`staff.devices.kind.${kind}`)}
              </label>`,
          )}
        </div>
        <div>
          <label for="name">${t('staff.pair.name')}</label>
          <input id="name" maxlength="40" aria-invalid=${this.problem === 'staff.pair.nameEmpty'} />
        </div>
        <div>
          <label for="place">${t('staff.pair.place')}</label>
          <input id="place" maxlength="40" aria-invalid=${this.problem === 'staff.pair.nameEmpty'} />
        </div>
      </fieldset>
    `;
  }

  /** A glass that was a device before is offered as that again: its unsent work goes on with it. */
  readonly #lookAtGlass = async (): Promise<void> => {
    const code = this.code.value.replace(/\D/g, '');
    if (code.length !== 6 || this.hub === undefined) return;
    const shown = await this.hub.glassShowing(code);
    // An older hub says nothing of it; a wrong code is told when it is pressed.
    if (!shown.ok || this.code.value.replace(/\D/g, '') !== code) return;
    this.was = shown.value.was;
    if (this.was !== null && this.device === null) {
      this.chosen = this.devices.find(({ id }) => id === this.was?.deviceId)?.id ?? '';
      if (shown.value.kind !== 'console') this.kind = shown.value.kind;
    }
  };

  readonly #choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.chosen = event.target.value;
  };

  readonly #close = (): void => {
    this.dispatchEvent(new SheetCloseEvent());
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const code = this.code.value.replace(/\D/g, '');
    if (code.length !== 6) return this.#stumble('staff.pair.codeShort', this.code);
    const as = this.#as();
    if (as === null) return this.#stumble('staff.pair.nameEmpty', this.nameField);
    if (this.hub === undefined || this.asking) return;
    this.asking = true;
    // Asked before: the glass may be in before the answer is here.
    const before = this.devices.find(({ id }) => id === this.chosen)?.pairedAtMs ?? null;
    const reply = await this.hub.confirmPairing(code, as);
    this.asking = false;
    if (reply.ok) {
      this.made = { deviceId: reply.value.deviceId, before };
    } else this.#stumble(troubleKey(reply.error), this.code);
  };

  #as(): PairAs | null {
    if (this.chosen !== '') return { deviceId: this.chosen };
    const typed = (field: HTMLInputElement | null): string => seen(field?.value ?? '').trim();
    const [name, place] = [typed(this.nameField), typed(this.place)];
    if (name === '' || place === '') return null;
    const { was } = this;
    const isForgotten = was !== null && this.devices.every(({ id }) => id !== was.deviceId);
    // The centre was put back to a time before it: it comes again under the id that its work is under.
    return isForgotten ? { deviceId: was.deviceId, name, place } : { name, place, kind: this.kind };
  }

  #stumble(problem: TKey, field: HTMLElement | null): void {
    this.problem = problem;
    field?.focus();
  }
}

const isFree = ({ kind, pairedAtMs }: Device): boolean => kind !== 'console' && pairedAtMs === null;

function troubleKey(trouble: HubTrouble): TKey {
  switch (trouble.type) {
    case 'away':
      return 'staff.pair.away';
    case 'throttled':
      return 'staff.pair.throttled';
    case 'unauthorised':
    case 'forbidden':
      return 'staff.pair.forbidden';
    case 'unknown':
      return 'staff.pair.codeUnknown';
    case 'bad-input':
      return trouble.code === 'other-kind' ? 'staff.pair.otherKind' : 'staff.pair.codeUnknown';
    case 'problem':
      return 'staff.pair.trouble';
  }
}
