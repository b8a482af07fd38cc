import type { Menu, MenuItem } from '../model/menu.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { formatTimeAndDay, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { allergenNames, unitWords } from './dish-terms.ts';

/** A dish's name in the language of now, as far as there is one. */
export const dishName = (item: Pick<MenuItem, 'name' | 'nameEn'>): string =>
  inPageLanguage(item.name, item.nameEn);

/** Whether it costs nothing, refilled or not. */
export const isFree = (priceFen: number | null): priceFen is null | 0 => priceFen === null || priceFen === 0;

/** What one pays: the figure and the smaller unit after it; no figure where it is free. */
export function priceWords(item: Pick<MenuItem, 'priceFen' | 'unit'>): {
  figure: string | null;
  unit: string;
} {
  if (isFree(item.priceFen)) return { figure: null, unit: t('common.free') };
  return {
    figure: formatPrice(item.priceFen),
    unit: unitWords(item),
  };
}

/** 含蛋、大豆; null where nothing is stated. */
export function allergenWords(item: Pick<MenuItem, 'allergens'>): string | null {
  const names = allergenNames(item);
  return names === '' ? null : t('kiosk.meal.contains', { names });
}

/** 9:50 更新, with its day unless that is today; null where nobody was sure of the time then. */
export const updatedWords = (
  { publishedAtMs }: Pick<Menu, 'publishedAtMs'>,
  nowMs: number | null,
  offset: number,
): string | null =>
  publishedAtMs === 0
    ? null
    : t('kiosk.meal.updated', { time: formatTimeAndDay(publishedAtMs, nowMs, offset) });
