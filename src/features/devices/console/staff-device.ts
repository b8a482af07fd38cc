import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { nothingCardStyles } from '../../../ui/console/nothing-card-styles.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { DeviceChooseEvent } from './device-choose-event.ts';
import { deviceFacts, factsStyles, forHelpers } from './device-facts.ts';
import { conditionOf } from './device-condition.ts';
import { conditionChip, deviceActions, noteLine, noteStyles } from './device-lines.ts';
import { askingBack, deviceState, isOut, type Device, type DeviceState } from './device-words.ts';
import { readDevices, type KnownDevice } from './known-devices.ts';
import './staff-device-commands.ts';
import './staff-device-panel.ts';
import './staff-device-settings.ts';
import './staff-device-sheets.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device': LlStaffDevice;
  }
}

/**
 * All that is known of one device: how it is, what it holds and what it has mended, and what can be done to it from here.
 *
 * @slot - What stands on its glass, by the glass's own word.
 * @event ll-device-choose - Back to all of them.
 */
@customElement('ll-staff-device')
export class LlStaffDevice extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    nothingCardStyles,
    noteStyles,
    factsStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      .all {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: 'device-id' }) deviceId = '';
  /** Whether whoever is signed in may pair and revoke. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  /** Whether whoever is signed in may ask something of it. */
  @property({ type: Boolean, attribute: 'may-ask' }) mayAsk = false;

  /** The device this console itself is. */
  @consume({ context: deviceContext, subscribe: true })
  @state()
  private own: RowOf<'deviceConfig'> | undefined;

  @state() private pairing: Device | null = null;
  @state() private revoking: Device | null = null;

  readonly #ticker = new Ticker(this, 1000);
  readonly #sync = new SyncState(this);
  readonly #devices = new LiveQuery(this, { query: readDevices, args: () => [] });
  readonly #offset = new LiveQuery(this, {
    query: async (view) => utcOffsetOf((await view.list('centre', 'centre'))[0]),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <button class="all bare" @click=${() => this.dispatchEvent(new DeviceChooseEvent(null))}>
        ${consoleIcon('back')}${t('staff.devices.all')}
      </button>
      ${this.#devices.render<unknown>({
        ...rowStates('staff.devices.none', this.#sync),
        complete: (known) => {
          const one = known.find(({ device }) => device.id === this.deviceId);
          return one === undefined
            ? html`<p class="nothing">${t('staff.devices.gone')}</p>`
            : this.#renderDevice(one);
        },
      })}
      <ll-staff-device-sheets
        .devices=${(this.#devices.value ?? []).map(({ device }) => device)}
        .pairing=${this.pairing}
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
    // Taken in or out by hand is what it waits for, or else what is done last.
    const isWanted = isOut(standing) || askingBack(device, health) !== null;
    const condition = conditionOf(known, { nowMs, cutOff: this.#sync.away });
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">
            ${device.name}${device.id === this.own?.id ? html` · ${t('staff.devices.thisOne')}` : nothing}
          </h2>
          ${conditionChip(condition)}
        </div>
        <div class="facts soft">
          <span>${t(`staff.devices.kind.${device.kind}`)}</span>
          ${device.kind === 'console' || device.place === device.name ? nothing : html`<span>${device.place}</span>`}
          ${'seenMs' in standing && nowMs !== null ? html`<span>${ago(nowMs - standing.seenMs)}</span>` : nothing}
        </div>
        ${condition.notes.map(noteLine)} ${isWanted ? this.#actions(device, standing) : nothing}
      </section>
      ${
        this.mayAsk && !isOut(standing)
          ? html`<ll-staff-device-commands .known=${known}></ll-staff-device-commands>`
          : nothing
      }
      <slot></slot>
      <ll-staff-device-panel device-id=${device.id} ?may-change=${this.mayChange}></ll-staff-device-panel>
      <ll-staff-device-settings
        device-id=${device.id}
        ?may-change=${this.mayChange}
      ></ll-staff-device-settings>
      ${
        health === undefined
          ? nothing
          : html`<section class="card" aria-labelledby="facts">
              <h2 id="facts">${t('staff.devices.details')}</h2>
              ${deviceFacts(health, known, { nowMs, offset: this.#offset.value ?? utcOffsetOf(null) })}
              ${forHelpers(device, health)}
            </section>`
      }
      ${isWanted ? nothing : this.#actions(device, standing)}
    `;
  }

  #actions(device: Device, standing: DeviceState): TemplateResult | typeof nothing {
    if (!this.mayChange) return nothing;
    return html`<div class="actions">
      ${deviceActions(device, standing, {
        pair: () => (this.pairing = device),
        revoke: () => (this.revoking = device),
      })}
    </div>`;
  }
}
