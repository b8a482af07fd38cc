import { html } from 'lit';
import '../../../features/check-in/console/staff-attendance.ts';
import '../../../features/check-in/console/staff-member-history.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = () =>
  html`<div class="columns">
    <div><ll-staff-member-history></ll-staff-member-history></div>
    <div><ll-staff-attendance></ll-staff-attendance></div>
  </div>`;
