import { html } from 'lit';
import '../../../features/check-in/console/staff-member-history.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = () => html`<ll-staff-member-history></ll-staff-member-history>`;
