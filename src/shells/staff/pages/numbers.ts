import { html } from 'lit';
import '../../../features/figures/console/staff-numbers.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = () => html`<ll-staff-numbers></ll-staff-numbers>`;
