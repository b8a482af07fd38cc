import { html } from 'lit';
import '../../../features/check-in/console/staff-member-history.ts';
import '../../../features/members/console/staff-members.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers }) =>
  html`<div class="columns">
    <div><ll-staff-members ?may-change=${powers.members}></ll-staff-members></div>
    <div><ll-staff-member-history></ll-staff-member-history></div>
  </div>`;
