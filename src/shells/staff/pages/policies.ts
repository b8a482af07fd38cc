import { html } from 'lit';
import '../../../features/requests/console/staff-requests.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = () => html`<ll-staff-requests></ll-staff-requests>`;
