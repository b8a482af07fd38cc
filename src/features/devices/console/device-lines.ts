import { css, html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import type { Condition, DeviceNote } from './device-condition.ts';
import { isOut, type Device, type DeviceState } from './device-words.ts';

/** One thing that somebody should see to. */
export const noteLine = ({ level, icon, words }: DeviceNote): TemplateResult =>
  html`<p class="note ${level === 'trouble' ? 'alert' : 'warn'}">
    <span>${consoleIcon(icon)}<span>${words}</span></span>
  </p>`;

/** How a device is, in one word with a colour and a sign of its own. */
export function conditionChip({ type }: Condition): TemplateResult {
  switch (type) {
    case 'good':
      return html`<span class="chip ok">${consoleIcon('check')}${t('staff.devices.condition.good')}</span>`;
    case 'mind':
      return html`<span class="chip warn">${consoleIcon('clock')}${t('staff.devices.condition.mind')}</span>`;
    case 'trouble':
      return html`<span class="chip alert"
        >${consoleIcon('warning')}${t('staff.devices.condition.trouble')}</span
      >`;
    case 'unknown':
      return html`<span class="chip">${consoleIcon('silent')}${t('staff.devices.condition.unknown')}</span>`;
    case 'unheard':
      return html`<span class="chip">${consoleIcon('clock')}${t('staff.devices.state.unheard')}</span>`;
    case 'unpaired':
      return html`<span class="chip">${t('staff.devices.state.unpaired')}</span>`;
    case 'retired':
      return html`<span class="chip">${t('staff.devices.state.retired')}</span>`;
  }
}

/**
 * What whoever may change devices can do with one by hand: take it in again, sign it off, or, of one that is not let in, say
 * that it hangs nowhere any more.
 */
export function deviceActions(
  device: Device,
  standing: DeviceState,
  { pair, revoke }: { readonly pair: () => void; readonly revoke: () => void },
): TemplateResult {
  const out = isOut(standing);
  const { name } = device;
  // One that was put away and asks back with work in it is put away again where nobody wants it.
  const isAway = standing.type === 'retired' && (device.askedBack ?? null) === null;
  return html`
    ${
      device.kind === 'console'
        ? nothing
        : html`<button
            aria-label=${t(out ? 'staff.devices.pairThis' : 'staff.devices.pairAgainThis', { name })}
            @click=${pair}
          >
            ${out ? t('staff.devices.pairShort') : t('staff.devices.pairAgain')}
          </button>`
    }
    ${
      isAway
        ? nothing
        : html`<button
            class="outline"
            aria-label=${t(out ? 'staff.devices.putAwayThis' : 'staff.devices.revokeThis', { name })}
            @click=${revoke}
          >
            ${t(out ? 'staff.devices.putAway' : 'staff.devices.revoke')}
          </button>`
    }
  `;
}

export const noteStyles = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }
  .note {
    margin-top: 0.5rem;
  }
  .note.alert {
    border: 2px solid var(--cinnabar);
    background: var(--card);
    color: var(--cinnabar);
    font-weight: 700;
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
`;
