import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { isOwnWord } from '../../devices/model/own-word.ts';
import { inService } from '../../devices/model/retired.ts';
import { deviceHeld } from './device-held.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-media': LlStaffDeviceMedia;
  }
}

/** What the screens and kiosks hold of the photos and videos they are to show, and what they cannot; or one of them. */
@customElement('ll-staff-device-media')
export class LlStaffDeviceMedia extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    messageStyles,
    css`
      li {
        padding: 0.75rem 0;
      }
      progress {
        width: 100%;
        height: 0.625rem;
        accent-color: var(--pine);
      }
    `,
  ];

  /** The one device to speak of; all that show something where it is empty. */
  @property({ attribute: 'device-id' }) deviceId = '';

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, {
    query: async (view) => ({
      devices: (await view.list('staff', 'device')).filter(({ kind }) => kind !== 'console'),
      held: await view.list('staff', 'deviceMedia'),
      media: await view.list('centre', 'media'),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    // A console shows nothing, and one that has said nothing of it has no card of its own.
    const { held = [] } = this.#rows.value ?? {};
    if (this.deviceId !== '' && !held.some(({ id }) => id === this.deviceId)) return nothing;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">
        ${t(this.deviceId === '' ? 'staff.media.held.heading' : 'staff.media.held.headingOne')}
      </h2>
      ${this.#rows.render<unknown>({
        ...rowStates('staff.media.held.noDevices', this.#sync),
        complete: ({ devices, held, media }) => {
          const heldBy = (id: string) => held.find((one) => one.id === id);
          const holds = (device: (typeof devices)[number]): TemplateResult => {
            if (device.pairedAtMs === null) return html`<p class="soft">${t('staff.alarm.unpaired')}</p>`;
            const said = heldBy(device.id);
            const isOwn = said !== undefined && isOwnWord(device, said.heardMs, this.#ticker.time.nowMs);
            return deviceHeld(isOwn ? said : undefined, media);
          };
          if (this.deviceId !== '') return devices.filter(({ id }) => id === this.deviceId).map(holds);
          // One that was never switched on has nothing to say.
          const known = inService(devices).filter(
            ({ id, pairedAtMs }) => pairedAtMs !== null || heldBy(id) !== undefined,
          );
          return known.length === 0
            ? html`<p class="nothing">${t('staff.media.held.noDevices')}</p>`
            : html`<ul class="rows">
                ${known.map(
                  (device) =>
                    html`<li>
                      <h3>
                        ${device.name}${device.place === '' ? nothing : html`<span class="soft"> · ${device.place}</span>`}
                      </h3>
                      ${holds(device)}
                    </li>`,
                )}
              </ul>`;
        },
      })}
    </section>`;
  }
}
