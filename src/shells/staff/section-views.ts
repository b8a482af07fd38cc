import { html, nothing, type TemplateResult } from 'lit';
import '../../features/accounts/console/staff-account.ts';
import '../../features/check-in/console/staff-attendance.ts';
import '../../features/check-in/console/staff-checkins.ts';
import '../../features/check-in/console/staff-member-history.ts';
import '../../features/classes/console/staff-timetable.ts';
import '../../features/devices/console/staff-device.ts';
import '../../features/devices/console/staff-devices.ts';
import '../../features/exercise/console/staff-runs.ts';
import '../../features/glass/console/staff-glasses.ts';
import '../../features/help/console/staff-bell-switch.ts';
import '../../features/menus/console/staff-meal-card.ts';
import '../../features/menus/console/staff-menus.ts';
import '../../features/notices/console/staff-notices.ts';
import '../../features/records/console/staff-records.ts';
import '../../features/records/console/staff-refusals.ts';
import '../../features/records/console/staff-waiting.ts';
import '../../features/requests/console/staff-requests.ts';
import '../../features/schedules/console/staff-push.ts';
import '../../features/schedules/console/staff-schedules.ts';
import type { Place, Powers } from './sections.ts';

interface Around {
  readonly powers: Powers;
  /** The code of a glass that somebody has scanned; null where none was. */
  readonly scanned: string | null;
  readonly toScreens: () => void;
}

/** A section's cards, for what somebody may do. */
export function renderSection(
  { section, rest }: Place,
  { powers, scanned, toScreens }: Around,
): TemplateResult {
  switch (section) {
    case 'today':
      return html`${powers.decides ? html`<ll-staff-waiting></ll-staff-waiting>` : nothing}
        ${powers.requests ? html`<ll-staff-requests></ll-staff-requests>` : nothing}
        <div class="columns">
          <div>
            <ll-staff-meal-card ?may-change=${powers.menus}></ll-staff-meal-card>
          </div>
          <div>
            <ll-staff-glasses></ll-staff-glasses>
            <ll-staff-checkins ?knows-people=${powers.people}></ll-staff-checkins>
          </div>
        </div>`;
    case 'menu':
      return html`<ll-staff-menus .chosen=${rest}></ll-staff-menus>`;
    case 'activities':
      return html`<div class="columns">
        <div><ll-staff-runs ?may-change=${powers.runs}></ll-staff-runs></div>
        <div>
          <ll-staff-timetable ?may-change=${powers.sessions}></ll-staff-timetable>
          <ll-staff-checkins ?knows-people=${powers.people}></ll-staff-checkins>
        </div>
      </div>`;
    case 'screens':
      if (rest !== null && scanned === null) return renderDevice(rest, powers);
      return html`<div class="columns">
        <div>
          <ll-staff-glasses></ll-staff-glasses>
          <ll-staff-push ?may-change=${powers.schedules}></ll-staff-push>
          <ll-staff-schedules ?may-change=${powers.schedules}></ll-staff-schedules>
        </div>
        <div>
          <ll-staff-devices
            ?may-change=${powers.devices}
            .scanned=${scanned}
            @ll-sheet-close=${toScreens}
          ></ll-staff-devices>
        </div>
      </div>`;
    case 'media':
      void import('./media-pages.ts');
      return html`<div class="columns">
        <div><ll-staff-media></ll-staff-media></div>
        <div>
          <ll-staff-playlists></ll-staff-playlists>
          <ll-staff-device-media></ll-staff-device-media>
        </div>
      </div>`;
    case 'more':
      return html`<div class="columns">
        <div>
          <ll-staff-refusals ?may-change=${powers.decides}></ll-staff-refusals>
          ${powers.notices ? html`<ll-staff-notices></ll-staff-notices>` : nothing}
          <ll-staff-account></ll-staff-account>
          <ll-staff-bell-switch></ll-staff-bell-switch>
        </div>
        <div>
          ${
            powers.people
              ? html`<ll-staff-attendance></ll-staff-attendance>
                  <ll-staff-member-history></ll-staff-member-history>`
              : nothing
          }
          <ll-staff-records kind="help"></ll-staff-records>
          ${powers.audit ? html`<ll-staff-records kind="audit"></ll-staff-records>` : nothing}
        </div>
      </div>`;
  }
}

function renderDevice(id: string, powers: Powers): TemplateResult {
  // Boards and films are a television's: they come when somebody looks at one.
  void import('./staff-glass-picture.ts');
  void import('../../features/media/console/staff-device-media.ts');
  return html`<ll-staff-device device-id=${id} ?may-change=${powers.devices} ?may-ask=${powers.commands}>
    <ll-staff-glasses .only=${id}>
      <ll-staff-glass-picture device-id=${id}></ll-staff-glass-picture>
    </ll-staff-glasses>
    <ll-staff-device-media device-id=${id}></ll-staff-device-media>
  </ll-staff-device>`;
}
