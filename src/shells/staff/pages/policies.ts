import { html, nothing } from 'lit';
import '../../../features/requests/console/staff-requests-done.ts';
import '../../../features/requests/console/staff-requests.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers }) => html`
  ${
    powers.requests
      ? html`<ll-staff-requests stands></ll-staff-requests> <ll-staff-requests-done></ll-staff-requests-done>`
      : nothing
  }
`;
