import { html, nothing, type TemplateResult } from 'lit';
import '../../../features/menus/console/staff-menus.ts';
import { t, type TKey } from '../../../i18n/index.ts';
import { isCivilDate } from '../../../kernel/time.ts';
import type { Page } from './page.ts';

/** The pages of the section, in the order they are used; the day's own is the section's address alone. */
const ways = [
  ['', 'staff.menu.byDay'],
  ['week', 'staff.week.link'],
  ['dishes', 'staff.dish.library'],
  ['plan', 'staff.plan.link'],
] as const satisfies readonly (readonly [rest: string, words: TKey])[];

export const render: Page['render'] = ({ place: { rest } }) => {
  const [first = '', day] = (rest ?? '').split('/');
  const current = ways.find(([way]) => way === first)?.[0] ?? '';
  return html`<div class="actions" role="group" aria-label=${t('staff.section.menu')}>
      ${ways.map(
        ([way, words]) =>
          html`<a
            class="button"
            href=${way === '' ? '#menu' : `#menu/${way}`}
            aria-current=${way === current ? 'page' : nothing}
            >${t(words)}</a
          >`,
      )}
    </div>
    ${pageOf(current, rest, day)}`;
};

function pageOf(way: string, rest: string | null, day: string | undefined): TemplateResult {
  switch (way) {
    case 'week':
      // Few weeks are looked at beside the days that are written.
      void import('../../../features/menus/console/week/staff-week.ts');
      return html`<ll-staff-week .day=${day !== undefined && isCivilDate(day) ? day : null}></ll-staff-week>`;
    case 'dishes':
      void import('../../../features/menus/console/staff-dishes.ts');
      return html`<ll-staff-dishes></ll-staff-dishes>`;
    case 'plan':
      void import('../../../features/menus/console/staff-menu-plan.ts');
      return html`<ll-staff-menu-plan></ll-staff-menu-plan>`;
    default:
      return html`<ll-staff-menus .chosen=${rest}></ll-staff-menus>`;
  }
}
