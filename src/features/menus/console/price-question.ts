import { formatPrice } from '../../../kernel/money.ts';
import { t } from '../../../i18n/index.ts';
import { dishName } from '../words/dish-words.ts';
import { priceLeapsOf, type Draft } from './menu-draft.ts';

/** What is asked before prices that leap are published; empty where none does. */
export const questionOf = (draft: Draft): string =>
  priceLeapsOf(draft)
    .map(({ item, fromFen, toFen }) =>
      t('staff.menu.leap', { name: dishName(item), from: formatPrice(fromFen), to: formatPrice(toFen) }),
    )
    .join(t('common.listJoin'));
