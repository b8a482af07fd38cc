import { html, nothing } from 'lit';
import '../../../features/certificates/console/staff-certificates.ts';
import '../../../features/check-in/console/staff-checkins.ts';
import '../../../features/classes/console/staff-courses.ts';
import '../../../features/classes/console/staff-timetable.ts';
import '../../../features/exercise/console/staff-runs.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers }) =>
  html`<div class="columns">
    <div><ll-staff-runs ?may-change=${powers.runs}></ll-staff-runs></div>
    <div><ll-staff-checkins ?knows-people=${powers.people}></ll-staff-checkins></div>
    <div class="whole">
      <ll-staff-timetable ?may-change=${powers.sessions}></ll-staff-timetable>
      <ll-staff-courses ?may-change=${powers.sessions}></ll-staff-courses>
      ${
        powers.people
          ? html`<ll-staff-certificates ?may-change=${powers.sessions}></ll-staff-certificates>`
          : nothing
      }
    </div>
  </div>`;
