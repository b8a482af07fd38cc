import { html, type TemplateResult } from 'lit';
import type { Menu } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';

/** Which version of a menu is out; or that it has only been kept here so far. */
export function menuVersion(base: Menu | null, waiting: number): TemplateResult {
  if (base === null) return html`<span class="chip">${t('staff.menu.unpublished')}</span>`;
  const { version } = base;
  return waiting > 0
    ? html`<span class="chip">${consoleIcon('clock')}${t('staff.today.savedHere', { version })}</span>`
    : html`<span class="chip ok">${consoleIcon('check')}${t('staff.menu.published', { version })}</span>`;
}
