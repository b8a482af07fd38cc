import { html } from 'lit';
import '../../../features/menus/console/staff-dishes.ts';
import '../../../features/menus/console/staff-menus.ts';
import { t } from '../../../i18n/index.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ place }) =>
  place.rest === 'dishes'
    ? html`<div class="actions"><a class="button" href="#menu">${t('staff.menu.back')}</a></div>
        <ll-staff-dishes></ll-staff-dishes>`
    : html`<div class="actions"><a class="button" href="#menu/dishes">${t('staff.dish.library')}</a></div>
        <ll-staff-menus .chosen=${place.rest}></ll-staff-menus>`;
