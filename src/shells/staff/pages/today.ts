import { html, nothing } from 'lit';
import '../../../features/check-in/console/staff-checkins.ts';
import '../../../features/glass/console/staff-glasses.ts';
import '../../../features/menus/console/staff-meal-card.ts';
import '../../../features/records/console/staff-waiting.ts';
import '../../../features/requests/console/staff-requests.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers }) =>
  html`${powers.decides ? html`<ll-staff-waiting></ll-staff-waiting>` : nothing}
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
