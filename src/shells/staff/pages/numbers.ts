import { html } from 'lit';
import '../../../features/check-in/console/staff-checkins.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers }) =>
  html`<ll-staff-checkins ?knows-people=${powers.people}></ll-staff-checkins>`;
