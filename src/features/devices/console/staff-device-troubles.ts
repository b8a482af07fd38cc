import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { conditionOf, type Condition } from './device-condition.ts';
import { conditionChip, noteLine, noteStyles } from './device-lines.ts';
import { askingBack } from './device-words.ts';
import { readDevices, type KnownDevice } from './known-devices.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-troubles': LlStaffDeviceTroubles;
  }
}

/** What elders and staff look at, in short: which of it wants a hand, or that all of it is well. Never better than was heard. */
@customElement('ll-staff-device-troubles')
export class LlStaffDeviceTroubles extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    noteStyles,
    css`
      li {
        display: block;
        padding: 0.25rem 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-width: 2.75rem;
        min-height: 2.75rem;
        color: inherit;
        font-weight: 700;
      }
      .well {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        margin: 0;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #devices = new LiveQuery(this, { query: readDevices, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${t('staff.troubles.heading')}</h2>
      ${this.#devices.render<unknown>({
        ...rowStates('staff.devices.none', this.#sync),
        complete: (known) => this.#renderAll(known),
      })}
    </section>`;
  }

  #renderAll(known: readonly KnownDevice[]): TemplateResult {
    const asked = { nowMs: this.#ticker.time.nowMs, cutOff: this.#sync.away };
    const glasses = known
      .filter(({ device }) => device.kind !== 'console')
      .map((one) => ({ device: one.device, condition: conditionOf(one, asked), unsent: unsentOf(one) }))
      // What was put away is nobody's trouble, unless work of people still lies in it.
      .filter(({ condition, unsent }) => condition.type !== 'retired' || unsent > 0);
    const others = glasses.filter(({ condition }) => condition.type !== 'good');
    if (glasses.length === 0) return html`<p class="nothing">${t('staff.devices.none')}</p>`;
    if (others.length === 0)
      return html`<p class="well">
        ${consoleIcon('check')}<span>${t('staff.troubles.none', { count: glasses.length })}</span>
      </p>`;
    return html`<ul class="rows">
      ${others.map(
        ({ device, condition }) =>
          html`<li>
            <div class="head">
              <a href=${`#screens/${encodeURIComponent(device.id)}`}>${device.name}</a>
              ${conditionChip(condition)}
            </div>
            ${firstNote(condition)}
          </li>`,
      )}
    </ul>`;
  }
}

/** How much a glass that is not let in says it has not sent. */
const unsentOf = ({ device, health }: KnownDevice): number => askingBack(device, health)?.waiting ?? 0;

const firstNote = ({ notes: [gravest] }: Condition): TemplateResult | string =>
  gravest === undefined ? '' : noteLine(gravest);
