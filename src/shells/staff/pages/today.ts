import { html, nothing, type TemplateResult } from 'lit';
import '../../../features/check-in/console/staff-checkins.ts';
import '../../../features/check-in/console/staff-next-session.ts';
import '../../../features/devices/console/staff-device-troubles.ts';
import '../../../features/exercise/console/staff-runs.ts';
import '../../../features/glass/console/staff-glasses.ts';
import '../../../features/menus/console/staff-meal-card.ts';
import '../../../features/notices/console/staff-notices-to-read.ts';
import '../../../features/policies/console/staff-expiring.ts';
import '../../../features/policies/console/staff-policies-to-read.ts';
import '../../../features/records/console/staff-waiting.ts';
import '../../../features/requests/console/staff-requests.ts';
import type { Powers } from '../sections.ts';
import type { Page } from './page.ts';

/** What the day's job is comes first, by who does it; what may not be decided here is above all. */
export const render: Page['render'] = ({ powers, role }) => html`
  ${powers.decides ? html`<ll-staff-waiting></ll-staff-waiting>` : nothing}
  ${powers.notices ? html`<ll-staff-notices-to-read></ll-staff-notices-to-read>` : nothing}
  ${powers.policies ? html`<ll-staff-policies-to-read></ll-staff-policies-to-read>` : nothing}
  ${day(powers, role)}
`;

function day(powers: Powers, role: Parameters<Page['render']>[0]['role']): TemplateResult {
  const meal = html`<ll-staff-meal-card ?may-change=${powers.menus}></ll-staff-meal-card>`;
  const glasses = html`<ll-staff-glasses></ll-staff-glasses>`;
  const wishes = html`<ll-staff-requests ?stands=${role === 'advisor'}></ll-staff-requests>`;
  const came = html`<ll-staff-checkins ?knows-people=${powers.people}></ll-staff-checkins>`;
  switch (role) {
    case 'leader':
      // The screen of the room stands on the exercise's own card.
      return columns(
        html`<ll-staff-next-session></ll-staff-next-session>
          <ll-staff-runs ?may-change=${powers.runs}></ll-staff-runs>`,
        came,
      );
    case 'advisor':
      return columns(html`${wishes}<ll-staff-expiring></ll-staff-expiring>${came}`, html`${glasses}${meal}`);
    case 'manager':
      return columns(
        html`<ll-staff-device-troubles></ll-staff-device-troubles>${wishes}${came}`,
        html`${glasses}${meal}`,
      );
    default:
      return columns(meal, html`${glasses}${came}`);
  }
}

const columns = (first: TemplateResult, second: TemplateResult): TemplateResult =>
  html`<div class="columns">
    <div>${first}</div>
    <div>${second}</div>
  </div>`;
