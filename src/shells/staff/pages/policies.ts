import { html, nothing } from 'lit';
import '../../../features/policies/console/staff-expiring.ts';
import '../../../features/policies/console/staff-policies.ts';
import '../../../features/policies/console/staff-policy-editor.ts';
import '../../../features/policies/console/staff-policy-house.ts';
import '../../../features/requests/console/staff-requests-done.ts';
import '../../../features/requests/console/staff-requests.ts';
import type { Page } from './page.ts';

/** Who waits for the advisor, and what elders read of benefits; one of these on a page of its own. */
export const render: Page['render'] = ({ place, powers, role }) =>
  place.rest === null
    ? html`<div class="columns">
        <div>
          ${
            powers.requests
              ? html`<ll-staff-requests stands></ll-staff-requests>
                  <ll-staff-requests-done></ll-staff-requests-done>`
              : nothing
          }
          <ll-staff-expiring></ll-staff-expiring>
          ${role === 'manager' ? html`<ll-staff-policy-house></ll-staff-policy-house>` : nothing}
        </div>
        <div><ll-staff-policies></ll-staff-policies></div>
      </div>`
    : html`<ll-staff-policy-editor policy-id=${place.rest}></ll-staff-policy-editor>`;
