import { sizeWords } from '../../../i18n/size.ts';
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatTimeAndDay, t } from '../../../i18n/index.ts';
import { healedWords } from '../../../i18n/healed-words.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { spanWords, storageWords, type Device, type DeviceHealth, type Healed } from './device-words.ts';
import type { KnownDevice } from './known-devices.ts';

/** The centre's time, by which what a device says is dated. */
interface When {
  readonly nowMs: number | null;
  /** Minutes east of UTC. */
  readonly offset: number;
}

/** What a device says of itself, in the order in which somebody may have to see to it. */
export function deviceFacts(
  health: DeviceHealth,
  { media, faults }: KnownDevice,
  when: When,
): TemplateResult {
  const time = {
    confirmed: t('staff.devices.time.confirmed'),
    carried: t('staff.devices.time.carried'),
    unknown: t('staff.devices.time.unknown'),
  }[health.timeQuality];
  return html`
    <dl>
      ${fact(t('staff.devices.upSince'), health.upMs === undefined ? null : spanWords(health.upMs))}
      ${fact(
        t('staff.devices.mendedToday'),
        health.mendedToday === undefined ? null : t('staff.devices.times', { count: health.mendedToday }),
      )}
      ${fact(t('staff.devices.awake'), awakeWords(health))}
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
      ${fact(
        t('staff.devices.media'),
        media === undefined
          ? null
          : t('staff.devices.mediaHeld', {
              ready: media.readyFiles,
              wanted: media.wantedFiles,
              used: sizeWords(media.heldBytes),
            }),
      )}
      <dt>${t('staff.devices.clock')}</dt>
      <dd>${time}</dd>
    </dl>
    ${healedLines(health.healed ?? [], when)} ${faultLines(faults?.list ?? [], when)}
  `;
}

/** What a device of an older build does not say is left out: it is not known. */
const fact = (name: string, words: string | null): TemplateResult | typeof nothing =>
  words === null
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${words}</dd>`;

function awakeWords({ awake }: DeviceHealth): string | null {
  if (awake === undefined) return null;
  const words = {
    held: t('staff.devices.awakeHeld'),
    refused: t('staff.devices.awakeRefused'),
    absent: t('staff.devices.awakeAbsent'),
  };
  return words[awake];
}

/** In the program's own words, which are for whoever mends it: folded. */
function faultLines(
  list: NonNullable<KnownDevice['faults']>['list'],
  { nowMs, offset }: When,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<details>
    <summary>${t('staff.devices.faults', { count: list.length })}${consoleIcon('back')}</summary>
    <ul>
      ${list.map(
        ({ atMs, text, where, count }) =>
          html`<li>
            ${formatTimeAndDay(atMs, nowMs, offset)}${count === 1 ? nothing : ` × ${count}`}
            <code lang="en">${text}${where === '' ? nothing : ` · ${where}`}</code>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** What only whoever is called to help asks for. */
export const forHelpers = (device: Device, health: DeviceHealth): TemplateResult => html`
  <details>
    <summary>${t('staff.devices.forHelpers')}${consoleIcon('back')}</summary>
    <dl>
      <dt>${t('staff.devices.build')}</dt>
      <dd>${health.build}</dd>
      ${
        health.trial == null ? nothing : html`<dd>${t('staff.devices.onTrial', { build: health.trial })}</dd>`
      }
      <dt>${t('staff.devices.engine')}</dt>
      <dd>${health.engine} · ${health.tier}</dd>
      <dt>${t('staff.devices.id')}</dt>
      <dd>${device.id}</dd>
    </dl>
  </details>
`;

/** The newest, and the earlier ones for whoever wants them. */
function healedLines([newest, ...earlier]: readonly Healed[], when: When): TemplateResult | typeof nothing {
  if (newest === undefined) return nothing;
  return html`
    <p class="healed"><span class="soft">${t('staff.devices.healed')}</span> ${healedLine(newest, when)}</p>
    ${
      earlier.length === 0
        ? nothing
        : html`<details>
            <summary>
              ${t('staff.devices.healedBefore', { count: earlier.length })}${consoleIcon('back')}
            </summary>
            <ul>
              ${earlier.map((one) => html`<li>${healedLine(one, when)}</li>`)}
            </ul>
          </details>`
    }
  `;
}

/** When, on the centre's clock, and what. */
function healedLine({ kind, atMs, count }: Healed, { nowMs, offset }: When): string {
  const times = count === 1 ? '' : ` × ${count}`;
  return `${formatTimeAndDay(atMs, nowMs, offset)} · ${healedWords(kind)}${times}`;
}

export const factsStyles = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
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
  code {
    display: block;
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  details li + li {
    margin-top: 0.375rem;
  }
`;
