import { html, type TemplateResult } from 'lit';
import '../../../features/devices/console/staff-device.ts';
import '../../../features/devices/console/staff-devices.ts';
import '../../../features/glass/console/staff-glasses.ts';
import '../../../features/schedules/console/staff-push.ts';
import '../../../features/schedules/console/staff-schedules.ts';
import type { Picture } from '../../../features/schedules/console/staff-schedule-day.ts';
import type { Powers } from '../sections.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ place: { rest }, powers, scanned, toScreens }) =>
  rest !== null && scanned === null
    ? renderDevice(rest, powers)
    : html`<div class="columns">
        <div>
          <ll-staff-glasses></ll-staff-glasses>
          <ll-staff-push ?may-change=${powers.schedules}></ll-staff-push>
          <ll-staff-schedules ?may-change=${powers.schedules} .picture=${picture}></ll-staff-schedules>
        </div>
        <div>
          <ll-staff-devices
            ?may-change=${powers.devices}
            .scanned=${scanned}
            @ll-sheet-close=${toScreens}
          ></ll-staff-devices>
        </div>
      </div>`;

/** Boards are a television's: they come when somebody plans for one. A film is not played on a desk. */
const picture: Picture = (screenId, showing) => {
  if (showing.show === 'playlist') return null;
  void import('../staff-planned-picture.ts');
  return html`<ll-staff-planned-picture
    screen-id=${screenId}
    .showing=${showing}
  ></ll-staff-planned-picture>`;
};

function renderDevice(id: string, powers: Powers): TemplateResult {
  // Boards and films are a television's: they come when somebody looks at one.
  void import('../staff-glass-picture.ts');
  void import('../../../features/media/console/staff-device-media.ts');
  return html`<ll-staff-device device-id=${id} ?may-change=${powers.devices} ?may-ask=${powers.commands}>
    <ll-staff-glasses .only=${id}>
      <ll-staff-glass-picture device-id=${id}></ll-staff-glass-picture>
    </ll-staff-glasses>
    <ll-staff-device-media device-id=${id}></ll-staff-device-media>
  </ll-staff-device>`;
}
