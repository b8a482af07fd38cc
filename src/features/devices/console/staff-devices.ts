import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { DeviceChooseEvent } from './device-choose-event.ts';
import { conditionOf } from './device-condition.ts';
import { conditionChip, deviceActions, noteLine, noteStyles } from './device-lines.ts';
import { askingBack, deviceState, isOut, type Device } from './device-words.ts';
import { deviceIcons, readDevices, type KnownDevice } from './known-devices.ts';
import './staff-device-sheets.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-devices': LlStaffDevices;
  }
}

/**
 * The centre's devices: which of them live, the gravest of what each needs, and the way to the page of one.
 *
 * @event ll-device-choose - Somebody wants to see one of them.
 */
@customElement('ll-staff-devices')
export class LlStaffDevices extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    noteStyles,
    css`
      .device {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 0.875rem;
        padding: 0.875rem 0;
      }
      .device > svg {
        width: 1.75rem;
        height: 1.75rem;
        margin-top: 0.125rem;
      }
      button svg {
        width: 1em;
        height: 1em;
      }
      .actions svg {
        transform: rotate(180deg);
      }
    `,
  ];

  /** Whether whoever is signed in may pair and revoke. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** The code of a glass, where a telephone has read it: its sheet opens with it. */
  @property({ attribute: false }) scanned: string | null = null;

  /** The device this console itself is. */
  @consume({ context: deviceContext, subscribe: true })
  @state()
  private own: RowOf<'deviceConfig'> | undefined;

  @state() private pairing: Device | 'new' | null = null;
  @state() private revoking: Device | null = null;

  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #devices = new LiveQuery(this, { query: readDevices, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scanned') && this.scanned !== null && this.mayChange) this.pairing = 'new';
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('staff.devices.heading')}</h2>
          ${
            this.mayChange
              ? html`<button class="confirm" @click=${() => (this.pairing = 'new')}>
                  ${consoleIcon('plus')}${t('staff.devices.pair')}
                </button>`
              : nothing
          }
        </div>
        ${this.#devices.render<unknown>({
          ...rowStates('staff.devices.none', this.#sync),
          complete: (known) =>
            html`<ul class="rows">
              ${known.map((one) => this.#renderDevice(one))}
            </ul>`,
        })}
      </section>
      <ll-staff-device-sheets
        .devices=${(this.#devices.value ?? []).map(({ device }) => device)}
        .pairing=${this.pairing}
        .scanned=${this.scanned}
        .revoking=${this.revoking}
        @ll-sheet-close=${() => {
          this.pairing = null;
          this.revoking = null;
        }}
      ></ll-staff-device-sheets>
    `;
  }

  #renderDevice(known: KnownDevice): TemplateResult {
    const { device, health } = known;
    const { nowMs } = this.#ticker.time;
    const standing = deviceState(device, health, nowMs);
    const condition = conditionOf(known, { nowMs, cutOff: this.#sync.away });
    const [gravest, ...others] = condition.notes;
    // A glass that waits to be let in tells staff to press it here.
    const asks = askingBack(device, health) !== null || isOut(standing);
    const more = others.length === 0 ? '' : t('staff.devices.more', { count: others.length });
    return html`
      <li class="device">
        ${consoleIcon(deviceIcons[device.kind])}
        <div>
          <div class="head">
            <h3>
              ${device.name}${device.id === this.own?.id ? html` · ${t('staff.devices.thisOne')}` : nothing}
            </h3>
            ${conditionChip(condition)}
          </div>
          <div class="facts soft">
            <span
              >${device.kind === 'console' || device.place === device.name ? t(`staff.devices.kind.${device.kind}`) : device.place}</span
            >
            ${'seenMs' in standing && nowMs !== null ? html`<span>${ago(nowMs - standing.seenMs)}</span>` : nothing}
            ${
              health !== undefined && health.outbox > 0
                ? html`<span>${t('staff.devices.outbox', { count: health.outbox })}</span>`
                : nothing
            }
          </div>
          ${gravest === undefined ? nothing : noteLine(gravest)}
          <div class="actions">
            <button
              aria-label="${t('staff.devices.details')}${more} · ${device.name}"
              @click=${() => this.dispatchEvent(new DeviceChooseEvent(device.id))}
            >
              ${t('staff.devices.details')}${more}${consoleIcon('back')}
            </button>
            ${
              asks && this.mayChange
                ? deviceActions(device, standing, {
                    pair: () => (this.pairing = device),
                    revoke: () => (this.revoking = device),
                  })
                : nothing
            }
          </div>
        </div>
      </li>
    `;
  }
}
