import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient, type PairAs, type ShownGlass } from '../../../app/hub-client.ts';
import { seen } from '../../../kernel/seen-text.ts';
import { LocaleController, t, type TKey } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { SheetCloseEvent, type LlSheet } from '../../../ui/console/sheet.ts';
import type { Device } from './device-words.ts';
import { freshFields, type FreshKind } from './fresh-fields.ts';
import { distanceIn, inchesIn } from './measure.ts';
import { pairStyles } from './pair-styles.ts';
import { troubleKey, wasWords } from './pair-words.ts';

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
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, messageStyles, pairStyles];

  @property({ type: Boolean }) open = false;
  /** The device to pair again; null when the person chooses. */
  @property({ attribute: false }) device: Device | null = null;
  @property({ attribute: false }) devices: readonly Device[] = [];
  /** The code, where a telephone has read it. */
  @property({ attribute: false }) scanned: string | null = null;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  /** A device's id, or the empty text for a new one. */
  @state() private chosen = '';
  @state() private kind: FreshKind = 'screen';
  @state() private problem: TKey | null = null;
  /** What staff have just made of a glass, and since when that was paired before. */
  @state() private made: { readonly deviceId: string; readonly before: number | null } | null = null;
  /** What the glass with the typed code says it was. */
  @state() private was: ShownGlass['was'] = null;
  @state() private asking = false;

  @query('ll-sheet') private readonly sheet!: LlSheet;
  @query('#code') private readonly code!: HTMLInputElement;
  @query('#which') private readonly which!: HTMLSelectElement;
  @query('#inches') private readonly inches!: HTMLInputElement | null;
  @query('#metres') private readonly metres!: HTMLInputElement | null;
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
    if (this.scanned === null) return this.code.focus();
    this.code.value = this.scanned;
    this.which.focus();
    await this.#lookAtGlass();
  }

  override render(): TemplateResult {
    return html`
      <ll-sheet
        actions
        ?open=${this.open}
        heading=${t('staff.pair.heading')}
        close-label=${t('staff.close')}
        problem=${this.problem === null ? '' : t(this.problem)}
      >
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
    const { was, kind, problem } = this;
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
            aria-invalid=${problem?.startsWith('staff.pair.code') ?? false}
            @input=${this.#lookAtGlass}
          />
          ${was === null ? nothing : html`<p class="note" role="status">${wasWords(was, this.devices)}</p>`}
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
        ${this.chosen === '' ? freshFields({ kind, choose: (one) => (this.kind = one), isEmpty: problem === 'staff.pair.nameEmpty' }) : nothing}
      </form>
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
      this.problem = null;
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
    if (isForgotten) return { deviceId: was.deviceId, name, place };
    // What is left empty, or is no size, its glass asks.
    const diagonalInches = inchesIn(this.inches?.value ?? '');
    const distanceMm = distanceIn(this.metres?.value ?? '');
    return {
      ...{ name, place, kind: this.kind },
      ...(diagonalInches === null ? {} : { diagonalInches }),
      ...(distanceMm === null ? {} : { distanceMm }),
    };
  }

  #stumble(problem: TKey, field: HTMLElement | null): void {
    this.problem = problem;
    field?.focus();
  }
}

const isFree = ({ kind, pairedAtMs }: Device): boolean => kind !== 'console' && pairedAtMs === null;
