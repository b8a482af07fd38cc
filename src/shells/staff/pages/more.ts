import { html, nothing } from 'lit';
import '../../../features/accounts/console/staff-account.ts';
import '../../../features/help/console/staff-bell-switch.ts';
import '../../../features/notices/console/staff-notices.ts';
import '../../../features/records/console/staff-records.ts';
import '../../../features/records/console/staff-refusals.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { icons } from '../sections.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = ({ powers, beyond }) => html`
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
  <div class="columns">
    <div>
      <ll-staff-refusals ?may-change=${powers.decides}></ll-staff-refusals>
      ${powers.notices ? html`<ll-staff-notices></ll-staff-notices>` : nothing}
      <ll-staff-account></ll-staff-account>
      <ll-staff-bell-switch></ll-staff-bell-switch>
    </div>
    <div>
      <ll-staff-records kind="help"></ll-staff-records>
      ${powers.audit ? html`<ll-staff-records kind="audit"></ll-staff-records>` : nothing}
    </div>
  </div>
`;
