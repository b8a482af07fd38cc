import { formatPrice } from '../../../kernel/money.ts';
import { t } from '../../../i18n/index.ts';
import { dishName } from '../words/dish-words.ts';
import { priceLeapsOf, type Draft } from './menu-draft.ts';

/** What is asked before prices that leap are published; empty where none does. */
export const questionOf = (draft: Draft): string =>
  priceLeapsOf(draft)
    .map(({ item, fromFen, toFen }) => {
      const leap = { name: dishName(item), from: formatPrice(fromFen) };
      return toFen === 0
        ? t('staff.menu.leapFree', leap)
        : t('staff.menu.leap', { ...leap, to: formatPrice(toFen) });
    })
    .join(t('common.listJoin'));
