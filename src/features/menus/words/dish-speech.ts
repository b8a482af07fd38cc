import type { MenuItem } from '../model/menu.ts';
import { locale, t } from '../../../i18n/index.ts';
import { formatPrice } from '../../../kernel/money.ts';
import { tagsOf } from './dish-terms.ts';
import { allergenWords, dishName, priceWords } from './dish-words.ts';
import { leftWords } from './left-words.ts';

/**
 * A dish as one says it to somebody, in one sentence: 五花肉烩苋菜，软烂，含大豆，9 元/份，小份 5 元。 How prices and
 * numbers are pronounced is the voice's (`i18n/spoken.ts`). Null in a language in which the dish has no name: then its
 * parts are read each in its own.
 */
export function dishSpeech(item: MenuItem): string | null {
  if (locale() !== 'zh-CN' && (item.nameEn ?? '').trim() === '') return null;
  const { figure, unit } = priceWords(item);
  const price = figure === null ? unit : `${figure} ${unit}`;
  const small = item.smallPriceFen;
  const parts = item.soldOut
    ? [t('common.soldOut')]
    : [
        ...tagsOf(item).map((tag) => t(`common.tag.${tag}`)),
        allergenWords(item),
        price,
        leftWords(item),
        small === null ? null : t('kioskPages.menu.small', { yuan: formatPrice(small) }),
      ];
  return t('kioskPages.menu.spoken', {
    words: [dishName(item), ...parts.filter((part) => part !== null)].join(t('kioskPages.menu.spokenJoin')),
  });
}
