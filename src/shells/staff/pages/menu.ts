import { html } from 'lit';
import '../../../features/menus/console/staff-menus.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ place }) =>
  html`<ll-staff-menus .chosen=${place.rest}></ll-staff-menus>`;
