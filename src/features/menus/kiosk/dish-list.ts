import { html, nothing, type TemplateResult } from 'lit';
import { inServingOrder, type Menu, type MenuItem } from '../model/menu.ts';
import { t } from '../../../i18n/index.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { emptyView } from '../../../ui/kiosk/state-views.ts';
import { updatedWords } from '../words/dish-words.ts';
import { dishRow, price } from './dish-row.ts';
import '../../../ui/kiosk/pages.ts';
import '../../../i18n/kiosk-page-texts.ts';

/**
 * The dishes of a meal that are asked for, its set meal, and what else the canteen says of it.
 * @param hours when it is served, in words
 * @param nowMs what time it is, Unix ms; null while that is unknown
 * @param offset the centre's minutes east of UTC
 */
export function dishList(
  menu: Menu,
  asked: readonly MenuItem[],
  {
    hours,
    nowMs,
    offset,
    open,
  }: { hours: string; nowMs: number | null; offset: number; open: (dishId: string) => void },
): TemplateResult {
  if (menu.items.length === 0 && menu.set === null) return emptyView(t('kioskPages.menu.noDishes'));
  return html`<ll-pages>
    ${inServingOrder(asked).map((item) => dishRow(item, () => open(item.dishId)))}
    ${menu.set === null ? nothing : setMeal(menu.set)}
    <p class="about soft">
      <span class="hours">${hours}</span>
      ${menu.note === null ? nothing : html`<span>${inLanguage(menu.note, menu.noteEn)}</span>`}
      <span>${updatedWords(menu, nowMs, offset) ?? nothing}</span>
    </p>
  </ll-pages>`;
}

const setMeal = ({
  name,
  nameEn,
  priceFen,
  text,
  textEn,
  soldOut,
}: NonNullable<Menu['set']>): TemplateResult =>
  html`<div class="set ${soldOut === true ? 'sold' : ''}">
    <p>
      <b>${inLanguage(name, nameEn)}</b>
      <strong>${soldOut === true ? t('common.soldOut') : price({ priceFen, unit: 'portion' })}</strong>
    </p>
    <p class="soft">${inLanguage(text, textEn)}</p>
  </div>`;
