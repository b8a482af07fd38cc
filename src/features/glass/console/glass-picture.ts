import { html, nothing, type TemplateResult } from 'lit';
import { formatPrice } from '../../../kernel/money.ts';
import { t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { isClosed, parseMenuId, type Menu } from '../../menus/model/menu.ts';
import type { Showing } from './glass-state.ts';

/** What a picture of a glass has room for. */
const ROWS_DRAWN = 3;

/** A small picture of the board: the menu's first dishes, or the name of what is on it. */
export function glassPicture(
  what: Showing | null,
  menus: readonly Menu[],
  named: (what: Showing | null) => string,
): TemplateResult | readonly TemplateResult[] | typeof nothing {
  if (what === null) return nothing;
  if (what.kind !== 'menu') return html`<div>${named(what)}</div>`;
  // Of a version that is not ours to look at only its number is known: today's prices are not on that glass.
  const menu = menus.find(({ id, version }) => id === what.id && version === what.version);
  if (menu === undefined) {
    return html`<div>${named(what)}</div>
      <div><i>${t('staff.glass.version', { version: what.version })}</i></div>`;
  }
  const parts = parseMenuId(menu.id);
  return [
    html`<div>${parts === null ? nothing : t(`common.meal.${parts.meal}`)}</div>`,
    ...(isClosed(menu) ? [html`<div>${t('staff.menu.closed')}</div>`] : []),
    ...menu.items.slice(0, ROWS_DRAWN).map(
      ({ name, nameEn, priceFen, soldOut }) =>
        html`<div>
          <span>${inPageLanguage(name, nameEn)}</span>
          <i
            >${soldOut ? t('common.soldOut') : priceFen === null || priceFen === 0 ? t('common.free') : formatPrice(priceFen)}</i
          >
        </div>`,
    ),
  ];
}
