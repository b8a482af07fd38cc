import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { MEDIA_MB, type Setting, type SettingProblem } from '../model/settings.ts';
import { checkInWays, turns, type Canteens } from './setting-words.ts';

type DeviceConfig = RowOf<'deviceConfig'>;

/** Something in the form has been changed; what it says now. */
export class SettingsChangeEvent extends Event {
  constructor(readonly config: DeviceConfig) {
    super('ll-settings-change');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-settings-form': LlStaffSettingsForm;
  }
  interface HTMLElementEventMap {
    'll-settings-change': SettingsChangeEvent;
  }
}

/** How loud a kiosk is where nobody has said it, in hundredths. */
const USUAL_SOUND = { volume: 50, taps: true } as const;

/**
 * The fields of a device's settings: only those that its kind has.
 * @event ll-settings-change - What they say now.
 */
@customElement('ll-staff-settings-form')
export class LlStaffSettingsForm extends LitElement {
  static override readonly styles = [
    textStyles,
    fieldStyles,
    messageStyles,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
    `,
  ];

  @property({ attribute: false }) config!: DeviceConfig;
  @property({ attribute: false }) canteens: Canteens = [];
  @property({ attribute: false }) rooms: readonly string[] = [];
  /** What cannot be as it stands; null while nobody has tried to save it. */
  @property({ attribute: false }) problems: ReadonlyMap<Setting, SettingProblem> | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { config } = this;
    return html`<div class="stack">
      ${this.#text('name', config.name)} ${this.#text('place', config.place)}
      ${this.#text('room', config.room ?? '', true)}
      <datalist id="rooms">${this.rooms.map((room) => html`<option value=${room}></option>`)}</datalist>
      ${
        this.canteens.length === 0
          ? nothing
          : this.#select(
              'canteenId',
              t('staff.settings.canteen'),
              [
                ['', t('staff.settings.noCanteen')],
                ...this.canteens.map(({ id, name }) => [id, name] as const),
              ],
              config.canteenId ?? '',
              (chosen) => this.#set({ canteenId: this.canteens.find(({ id }) => id === chosen)?.id ?? null }),
            )
      }
      ${this.#select(
        'locale',
        t('staff.settings.language'),
        [
          ['zh-CN', t('staff.settings.locale.zh-CN')],
          ['en', t('staff.settings.locale.en')],
        ],
        config.locale,
        (chosen) => this.#set({ locale: chosen === 'en' ? 'en' : 'zh-CN' }),
      )}
      ${this.#media()} ${config.kind === 'screen' ? this.#ofScreen() : this.#ofKiosk()}
    </div>`;
  }

  #text(setting: 'name' | 'place' | 'room', value: string, mayBeEmpty = false): TemplateResult {
    return html`<div>
      <label for=${setting}>${t(`staff.settings.${setting}`)}</label>
      <input
        id=${setting}
        maxlength="40"
        autocomplete="off"
        list=${setting === 'room' ? 'rooms' : nothing}
        aria-invalid=${this.problems?.has(setting) === true}
        aria-describedby="${setting}-problem"
        .value=${value}
        @input=${(event: Event) => {
          const text = valueOf(event).trim();
          this.#set({ [setting]: mayBeEmpty && text === '' ? null : text });
        }}
      />
      ${this.#problem(setting)}
    </div>`;
  }

  #media(): TemplateResult {
    return html`<div>
      <label for="mediaBudgetMB">${t('staff.settings.mediaField')}</label>
      <input
        id="mediaBudgetMB"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${this.problems?.has('mediaBudgetMB') === true}
        aria-describedby="mediaBudgetMB-problem"
        .value=${String(this.config.mediaBudgetMB)}
        @input=${(event: Event) => this.#set({ mediaBudgetMB: wholeNumber(valueOf(event)) })}
      />
      ${this.#problem('mediaBudgetMB')}
    </div>`;
  }

  #ofScreen(): TemplateResult {
    const { group = '', rotate = 0, oneDecoder } = this.config;
    return html`<div>
        <label for="group">${t('staff.settings.groupField')}</label>
        <input
          id="group"
          maxlength="40"
          autocomplete="off"
          aria-invalid=${this.problems?.has('group') === true}
          aria-describedby="group-problem"
          .value=${group}
          @input=${(event: Event) => {
            const text = valueOf(event).trim();
            if (text === '') this.#leave('group');
            else this.#set({ group: text });
          }}
        />
        ${this.#problem('group')}
      </div>
      ${this.#select(
        'rotate',
        t('staff.settings.rotateField'),
        turns.map((turn) => [String(turn), t('staff.settings.degrees', { degrees: turn })] as const),
        String(rotate),
        (chosen) => this.#set({ rotate: turns.find((turn) => String(turn) === chosen) ?? 0 }),
      )}
      ${this.#tick(t('staff.settings.oneDecoder'), oneDecoder, (is) => this.#set({ oneDecoder: is }))}`;
  }

  #ofKiosk(): TemplateResult {
    const { printer, sound = USUAL_SOUND, checkInWays: ways = checkInWays } = this.config;
    const toggled = (way: (typeof checkInWays)[number]) =>
      checkInWays.filter((one) => (one === way) !== ways.includes(one));
    return html`<fieldset>
        <legend class="label">${t('staff.settings.ways')}</legend>
        ${checkInWays.map((way) =>
          this.#tick(t(`staff.settings.way.${way}`), ways.includes(way), () =>
            this.#set({ checkInWays: toggled(way) }),
          ),
        )}
        ${this.#problem('checkInWays')}
      </fieldset>
      ${this.#select(
        'printer',
        t('staff.settings.printer'),
        (['none', 'receipt', 'a4'] as const).map((one) => [one, t(`staff.settings.prints.${one}`)] as const),
        printer ?? 'none',
        (chosen) => {
          if (chosen === 'a4' || chosen === 'receipt') this.#set({ printer: chosen });
          else this.#leave('printer');
        },
      )}
      <div>
        <label for="volume">${t('staff.settings.volume', { volume: sound.volume })}</label>
        <input
          id="volume"
          type="range"
          min="0"
          max="100"
          step="10"
          .value=${String(sound.volume)}
          @input=${(event: Event) => this.#set({ sound: { ...sound, volume: Number(valueOf(event)) } })}
        />
      </div>
      ${this.#tick(t('staff.settings.taps'), sound.taps, (taps) => this.#set({ sound: { ...sound, taps } }))}`;
  }

  #select(
    id: Setting,
    label: string,
    choices: readonly (readonly [value: string, words: string])[],
    chosen: string,
    choose: (chosen: string) => void,
  ): TemplateResult {
    return html`<div>
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => choose(valueOf(event))}>
        ${choices.map(
          ([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  #tick(words: string, checked: boolean, change: (is: boolean) => void): TemplateResult {
    return html`<label class="tick">
      <input type="checkbox" .checked=${checked} @change=${() => change(!checked)} />${words}
    </label>`;
  }

  /** Beside the field: what is wrong with it, and what to write instead. */
  #problem(setting: Setting): TemplateResult {
    const problem = this.problems?.get(setting);
    return html`<p class="problem" id="${setting}-problem" ?hidden=${problem === undefined}>
      ${problem === undefined ? nothing : t(`staff.settings.problem.${problem}`, { least: MEDIA_MB.least, most: MEDIA_MB.most })}
    </p>`;
  }

  #set(change: Partial<DeviceConfig>): void {
    this.#say({ ...this.config, ...change });
  }

  /** Nobody says it any more. */
  #leave(setting: 'group' | 'printer'): void {
    const { [setting]: _, ...others } = this.config;
    this.#say(others);
  }

  /** What comes at once after it goes by it too. */
  #say(config: DeviceConfig): void {
    this.config = config;
    this.dispatchEvent(new SettingsChangeEvent(config));
  }
}

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';

/** What is no whole number is none that is allowed. */
const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);
