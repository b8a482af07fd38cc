import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { refusedWords } from '../../../ui/console/refused-words.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { changedSettings, settingProblems } from '../model/settings.ts';
import { settingLines } from './setting-words.ts';
import type { SettingsChangeEvent } from './staff-settings-form.ts';
import { leaveSheet } from '../../../ui/console/sheet.ts';
import './staff-settings-form.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-settings': LlStaffDeviceSettings;
  }
}

type DeviceConfig = RowOf<'deviceConfig'>;

async function readSettings(view: View, [id]: readonly [string]) {
  const config = await view.get('staff', 'deviceConfig', id);
  if (config === undefined || config.kind === 'console') return null;
  const [centre] = await view.list('centre', 'centre');
  const courses = await view.list('centre', 'course');
  return {
    config,
    canteens: centre?.canteens ?? [],
    rooms: [...new Set(courses.map(({ room }) => room))].sort((a, b) => a.localeCompare(b, 'zh-CN')),
  };
}

/** How a kiosk or screen is set, in words, and the form that changes it: what the files in kiosk-config say too. */
@customElement('ll-staff-device-settings')
export class LlStaffDeviceSettings extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    messageStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: fit-content(50%) minmax(0, 1fr);
        gap: 0.25rem 1rem;
        margin-top: 0.5rem;
      }
      dt {
        color: var(--ink-soft);
      }
      .note {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: 'device-id' }) deviceId = '';
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** What the form says; null while it is closed. */
  @state() private draft: DeviceConfig | null = null;
  /** What it began with. */
  @state() private begun: DeviceConfig | null = null;
  /** Saving has been tried with something in it that cannot be. */
  @state() private tried = false;

  readonly #change = new Change(this);
  readonly #unsent = new UnsentChanges(this, new SyncState(this));
  readonly #known = new LiveQuery(this, { query: readSettings, args: () => [this.deviceId] as const });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const known = this.#known.value;
    if (known == null) return nothing;
    const { config } = known;
    const problems = this.draft === null ? null : settingProblems(this.draft);
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('staff.settings.heading')}</h2>
          ${
            this.mayChange
              ? html`<button @click=${() => this.#open(config)}>${t('staff.panel.change')}</button>`
              : nothing
          }
        </div>
        <dl>
          ${settingLines(config, known.canteens).map(
            ([what, how]) =>
              html`<dt>${what}</dt>
                <dd>${how}</dd>`,
          )}
        </dl>
        ${
          this.#unsent.about(['device.configure'], config.id)
            ? html`<p class="note warn">${t('staff.settings.unsent')}</p>`
            : nothing
        }
      </section>
      <ll-sheet
        actions
        ?open=${this.draft !== null}
        ?written=${this.#isWritten}
        problem=${this.#problem(problems?.size ?? 0)}
        heading=${t('staff.settings.change', { name: config.name })}
        close-label=${t('staff.close')}
        @ll-sheet-close=${this.#close}
      >
        ${
          this.draft === null
            ? nothing
            : html`<ll-staff-settings-form
                .config=${this.draft}
                .canteens=${known.canteens}
                .rooms=${known.rooms}
                .problems=${this.tried ? problems : null}
                @ll-settings-change=${({ config: next }: SettingsChangeEvent) => (this.draft = next)}
              ></ll-staff-settings-form>`
        }
        <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
        <button slot="actions" class="confirm" ?disabled=${this.#change.running} @click=${this.#save}>
          ${t('staff.panel.save')}
        </button>
      </ll-sheet>
    `;
  }

  get #isWritten(): boolean {
    return this.draft !== null && this.begun !== null && changedSettings(this.begun, this.draft).length > 0;
  }

  #problem(count: number): string {
    const { refusal } = this.#change;
    if (refusal !== null) return refusedWords(refusal.code, t('staff.panel.refused'));
    return this.tried && count > 0 ? t('staff.settings.look') : '';
  }

  #open(config: DeviceConfig): void {
    this.#change.forget();
    this.tried = false;
    this.begun = config;
    this.draft = config;
  }

  readonly #close = (): void => {
    this.draft = null;
    this.begun = null;
  };

  readonly #save = async (): Promise<void> => {
    const { draft, begun } = this;
    if (draft === null || begun === null) return;
    this.tried = true;
    if (settingProblems(draft).size > 0) return;
    const only = changedSettings(begun, draft);
    if (only.length === 0) return this.#close();
    const made = await this.#change.run('device.configure', { config: draft, only: [...only] });
    if (made.ok) this.#close();
  };
}
