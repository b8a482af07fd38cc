import { html, nothing, type TemplateResult } from 'lit';
import '../../../features/accounts/console/staff-account.ts';
import '../../../features/accounts/console/staff-accounts.ts';
import '../../../features/help/console/staff-bell-switch.ts';
import '../../../features/notices/console/staff-notices.ts';
import '../../../features/records/console/staff-log.ts';
import '../../../features/records/console/staff-records.ts';
import '../../../features/records/console/staff-refusals.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import '../lock/staff-device-lock.ts';
import { icons } from '../sections.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = (around) => {
  const { place, powers } = around;
  if (place.rest === 'accounts' && powers.accounts)
    return within(html`<ll-staff-accounts></ll-staff-accounts>`);
  if (place.rest === 'log' && powers.audit) return within(html`<ll-staff-log></ll-staff-log>`);
  return overview(around);
};

/** A page of its own, with the way back. */
const within = (page: TemplateResult): TemplateResult => html`
  <a class="button back" href="#more">${consoleIcon('back')}${t('staff.section.more')}</a>
  ${page}
`;

const overview: Page['render'] = ({ powers, beyond, role }) => html`
  ${
    beyond.length === 0
      ? nothing
      : html`<ul class="ways">
          ${beyond.map(
            (name) =>
              html`<li>
                <a href="#${name}">${consoleIcon(icons[name])}<span>${t(`staff.section.${name}`)}</span></a>
              </li>`,
          )}
        </ul>`
  }
  ${
    powers.accounts
      ? html`<ul class="ways always">
          <li>
            <a href="#more/accounts">${consoleIcon('people')}<span>${t('staff.accounts.title')}</span></a>
          </li>
          <li>
            <a href="#more/log">${consoleIcon('clock')}<span>${t('staff.log.title')}</span></a>
          </li>
        </ul>`
      : nothing
  }
  <div class="columns">
    <div>
      <ll-staff-refusals ?may-change=${powers.decides}></ll-staff-refusals>
      ${powers.notices ? html`<ll-staff-notices ?decides=${role === 'manager'}></ll-staff-notices>` : nothing}
      <ll-staff-account></ll-staff-account>
      <ll-staff-device-lock></ll-staff-device-lock>
      <ll-staff-bell-switch></ll-staff-bell-switch>
    </div>
    <div>
      <ll-staff-records kind="help"></ll-staff-records>
      ${powers.audit ? html`<ll-staff-records kind="audit"></ll-staff-records>` : nothing}
    </div>
  </div>
`;
