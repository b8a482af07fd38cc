import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext } from '../../../app/contexts.ts';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { formatTimeAndDay, LocaleController, t } from '../../../i18n/index.ts';
import { healedWords } from '../../../i18n/healed-words.ts';
import { ago } from '../../../ui/console/ago.ts';
import { consoleIcon, type ConsoleIcon } from '../../../ui/console/console-icons.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import '../../../ui/console/sheet.ts';
import {
  askingBack,
  deviceState,
  notesOf,
  storageWords,
  type Device,
  type DeviceHealth,
  type DeviceNote,
  type DeviceState,
  type Healed,
} from './device-words.ts';
import './staff-pair-device.ts';

interface Known {
  readonly device: Device;
  readonly health: DeviceHealth | undefined;
}

const icons = { kiosk: 'kiosk', screen: 'screens', console: 'person' } as const satisfies Record<
  Device['kind'],
  ConsoleIcon
>;
const order: readonly Device['kind'][] = ['kiosk', 'screen', 'console'];

async function readDevices(view: View): Promise<readonly Known[]> {
  const [devices, healths] = [await view.list('staff', 'device'), await view.list('staff', 'deviceHealth')];
  return [...devices]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((device) => ({ device, health: healths.find((one) => one.id === device.id) }));
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-devices': LlStaffDevices;
  }
}

/** The centre's devices: which of them live, what they hold, and taking new ones in or old ones out. */
@customElement('ll-staff-devices')
export class LlStaffDevices extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
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
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
      }
      .note {
        margin-top: 0.5rem;
      }
      .note > span {
        display: flex;
        gap: 0.5rem;
      }
      .note svg {
        flex: none;
        margin-top: 0.1875rem;
      }
      .actions {
        margin-top: 0.5rem;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(5.5rem, auto) minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        margin: 0.5rem 0;
        font-size: 0.9375rem;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        grid-column: 2;
        overflow-wrap: anywhere;
      }
      .healed,
      details ul {
        margin: 0 0 0.5rem;
        font-size: 0.9375rem;
      }
      details ul {
        padding: 0;
        list-style: none;
      }
      details li + li {
        margin-top: 0.375rem;
      }
    `,
  ];

  /** Whether whoever is signed in may pair and revoke. */
  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;

  /** The device this console itself is. */
  @consume({ context: deviceContext, subscribe: true })
  @state()
  private own: RowOf<'deviceConfig'> | undefined;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private pairing: Device | 'new' | null = null;
  @state() private revoking: Device | null = null;
  @state() private trouble = false;

  readonly #ticker = new Ticker(this, 1000);
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
          ...consoleStates('staff.devices.none'),
          complete: (known) =>
            html`<ul class="rows">
              ${known.map((one) => this.#renderDevice(one))}
            </ul>`,
        })}
      </section>
      <ll-staff-pair-device
        .open=${this.pairing !== null}
        .device=${this.pairing === 'new' ? null : this.pairing}
        .devices=${(this.#devices.value ?? []).map(({ device }) => device)}
        @ll-sheet-close=${() => (this.pairing = null)}
      ></ll-staff-pair-device>
      <ll-sheet
        actions
        ?open=${this.revoking !== null}
        heading=${t('staff.devices.revokeHeading', { name: this.revoking?.name ?? '' })}
        close-label=${t('staff.close')}
        @ll-sheet-close=${this.#keep}
      >
        <p>${t('staff.devices.revokeMeaning')}</p>
        ${this.trouble ? html`<p class="problem" role="alert">${t('staff.devices.revokeTrouble')}</p>` : nothing}
        <button slot="actions" @click=${this.#keep}>${t('staff.cancel')}</button>
        <button slot="actions" class="primary" @click=${this.#revoke}>${t('staff.devices.revoke')}</button>
      </ll-sheet>
    `;
  }

  #renderDevice({ device, health }: Known): TemplateResult {
    const { nowMs } = this.#ticker.time;
    const standing = deviceState(device, health, nowMs);
    // A glass that waits to be let in tells staff to press it here.
    const asks = askingBack(device, health);
    const [gravest, ...others] = notesOf(device, health);
    const isToHand =
      asks !== null || health === undefined || (device.kind !== 'console' && standing.type !== 'online');
    return html`
      <li class="device">
        ${consoleIcon(icons[device.kind])}
        <div>
          <div class="head">
            <h3>
              ${device.name}${device.id === this.own?.id ? html` · ${t('staff.devices.thisOne')}` : nothing}
            </h3>
            ${chip(standing)}
          </div>
          <div class="facts soft">
            <span
              >${device.place === device.name ? t(`staff.devices.kind.${device.kind}`) : device.place}</span
            >
            ${'seenMs' in standing && nowMs !== null ? html`<span>${ago(nowMs - standing.seenMs)}</span>` : nothing}
            ${
              health !== undefined && health.outbox > 0
                ? html`<span>${t('staff.devices.outbox', { count: health.outbox })}</span>`
                : nothing
            }
          </div>
          ${gravest === undefined ? nothing : noteLine(gravest)}
          ${isToHand ? this.#actions(device, standing) : nothing}
          ${
            health === undefined
              ? others.map(noteLine)
              : this.#details(device, health, others, isToHand ? nothing : this.#actions(device, standing))
          }
        </div>
      </li>
    `;
  }

  /** What is folded: first what somebody may have to see to, last what only whoever is called to help asks for. */
  #details(
    device: Device,
    health: DeviceHealth,
    notes: readonly DeviceNote[],
    actions: TemplateResult | typeof nothing,
  ): TemplateResult {
    const time = {
      confirmed: t('staff.devices.time.confirmed'),
      carried: t('staff.devices.time.carried'),
      unknown: t('staff.devices.time.unknown'),
    }[health.timeQuality];
    const more = notes.length === 0 ? '' : t('staff.devices.more', { count: notes.length });
    return html`
      <details>
        <summary aria-label="${t('staff.devices.details')}${more} · ${device.name}">
          ${t('staff.devices.details')}${more}${consoleIcon('back')}
        </summary>
        ${notes.map(noteLine)}
        <dl>
          <dt>${t('staff.devices.outboxLabel')}</dt>
          <dd>
            ${
              health.outbox === 0
                ? t('staff.devices.outboxEmpty')
                : t('staff.devices.outbox', { count: health.outbox })
            }
          </dd>
          <dt>${t('staff.devices.storage')}</dt>
          <dd>${storageWords(health)}</dd>
          <dt>${t('staff.devices.clock')}</dt>
          <dd>${time}</dd>
        </dl>
        ${this.#healed(health.healed ?? [])}
        <details>
          <summary>${t('staff.devices.forHelpers')}${consoleIcon('back')}</summary>
          <dl>
            <dt>${t('staff.devices.build')}</dt>
            <dd>${health.build}</dd>
            ${
              health.trial == null
                ? nothing
                : html`<dd>${t('staff.devices.onTrial', { build: health.trial })}</dd>`
            }
            <dt>${t('staff.devices.engine')}</dt>
            <dd>${health.engine} · ${health.tier}</dd>
            <dt>${t('staff.devices.id')}</dt>
            <dd>${device.id}</dd>
          </dl>
        </details>
        ${actions}
      </details>
    `;
  }

  /** The newest, and the earlier ones for whoever wants them. */
  #healed([newest, ...earlier]: readonly Healed[]): TemplateResult | typeof nothing {
    if (newest === undefined) return nothing;
    return html`
      <p class="healed"><span class="soft">${t('staff.devices.healed')}</span> ${this.#healedLine(newest)}</p>
      ${
        earlier.length === 0
          ? nothing
          : html`<details>
              <summary>
                ${t('staff.devices.healedBefore', { count: earlier.length })}${consoleIcon('back')}
              </summary>
              <ul>
                ${earlier.map((one) => html`<li>${this.#healedLine(one)}</li>`)}
              </ul>
            </details>`
      }
    `;
  }

  /** When, on the centre's clock, and what. */
  #healedLine({ kind, atMs, count }: Healed): string {
    const { nowMs } = this.#ticker.time;
    const when = formatTimeAndDay(atMs, nowMs, this.#offset.value ?? utcOffsetOf(null));
    return `${when} · ${healedWords(kind)}${count === 1 ? '' : ` × ${count}`}`;
  }

  #actions(device: Device, standing: DeviceState): TemplateResult | typeof nothing {
    if (!this.mayChange) return nothing;
    return html`
      <div class="actions">
        ${
          device.kind === 'console'
            ? nothing
            : html`<button
                aria-label=${t(
                  standing.type === 'unpaired' ? 'staff.devices.pairThis' : 'staff.devices.pairAgainThis',
                  { name: device.name },
                )}
                @click=${() => (this.pairing = device)}
              >
                ${standing.type === 'unpaired' ? t('staff.devices.pairShort') : t('staff.devices.pairAgain')}
              </button>`
        }
        ${
          standing.type === 'unpaired'
            ? nothing
            : html`<button
                class="outline"
                aria-label=${t('staff.devices.revokeThis', { name: device.name })}
                @click=${() => (this.revoking = device)}
              >
                ${t('staff.devices.revoke')}
              </button>`
        }
      </div>
    `;
  }

  readonly #keep = (): void => {
    this.revoking = null;
    this.trouble = false;
  };

  readonly #revoke = async (): Promise<void> => {
    if (this.revoking === null || this.hub === undefined) return;
    const reply = await this.hub.revokeDevice(this.revoking.id);
    this.trouble = !reply.ok;
    if (reply.ok) this.revoking = null;
  };
}

const noteLine = ({ icon, words }: DeviceNote): TemplateResult =>
  html`<p class="note warn">
    <span>${consoleIcon(icon)}<span>${words}</span></span>
  </p>`;

function chip(standing: DeviceState): TemplateResult {
  switch (standing.type) {
    case 'online':
      return html`<span class="chip ok">${consoleIcon('check')}${t('staff.devices.state.online')}</span>`;
    case 'away':
      return html`<span class="chip warn">${consoleIcon('silent')}${t('staff.devices.state.away')}</span>`;
    case 'unheard':
      return html`<span class="chip">${consoleIcon('clock')}${t('staff.devices.state.unheard')}</span>`;
    case 'unpaired':
      return html`<span class="chip">${t('staff.devices.state.unpaired')}</span>`;
  }
}
