import type { LineField, WrittenLine } from '../model/merge-menu.ts';
import { formatPrice, parsePrice } from '../../../kernel/money.ts';
import { t } from '../../../i18n/index.ts';
import { allergenNames, tagsOf, unitWords } from '../words/dish-terms.ts';

/** What of a dish is meant: 价格, 菜名. */
export const fieldName = (field: LineField | 'line'): string => t(`staff.dish.field.${field}`);

/** What stands there, as one reads it; that there is nothing is said too. */
export function fieldValue({ item, price, small }: WrittenLine, field: LineField): string {
  switch (field) {
    case 'price':
      return typedPrice(price);
    case 'small':
      return small.trim() === '' ? t('staff.dish.is.none') : typedPrice(small);
    case 'soldOut':
      return t(item.soldOut ? 'staff.dish.is.soldOut' : 'staff.dish.is.notSoldOut');
    case 'tags':
      return (
        tagsOf(item)
          .map((tag) => t(`common.tag.${tag}`))
          .join(t('common.listJoin')) || t('staff.dish.is.none')
      );
    case 'allergens':
      return allergenNames(item) || t('staff.dish.is.none');
    case 'unit':
      return unitWords(item);
    case 'photo':
      return t(item.photo === null ? 'staff.dish.is.none' : 'staff.dish.is.photo');
    case 'drawing':
      return t('staff.dish.is.ownDrawing');
    default: {
      const value = item[field] ?? '';
      return value === '' ? t('staff.dish.is.none') : String(value);
    }
  }
}

/** A price as the guests would read it; as it was typed where it is none. */
export function typedPrice(typed: string): string {
  const parsed = parsePrice(typed);
  if (!parsed.ok) return typed;
  return parsed.value === 0 ? t('common.free') : t('staff.menu.priced', { yuan: formatPrice(parsed.value) });
}
