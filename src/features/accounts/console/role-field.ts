import { html, type TemplateResult } from 'lit';
import type { Role } from '../../../kernel/mutation.ts';
import { t } from '../../../i18n/index.ts';
import { ROLES } from '../model/roles.ts';

/** What somebody does here, each with what it lets them do; its field is `#role`. */
export const roleField = (chosen: Role): TemplateResult =>
  html`<div>
    <label for="role">${t('staff.accounts.role')}</label>
    <select id="role">
      ${ROLES.map(
        (role) =>
          html`<option value=${role} ?selected=${role === chosen}>
            ${t(`staff.role.${role}`)} · ${t(`staff.accounts.may.${role}`)}
          </option>`,
      )}
    </select>
  </div>`;
