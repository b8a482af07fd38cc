import type { MenuItem } from '../model/menu.ts';
import { hasWord, t } from '../../../i18n/index.ts';

/** 元/份; 元 alone where what the price is for has no word in this build. */
export function unitWords({ unit }: Pick<MenuItem, 'unit'>): string {
  const key = `common.unit.${unit}` as const;
  return hasWord(key) ? t('common.yuanPer', { unit: t(key) }) : t('common.yuan');
}

/** The tags that have a word: a newer hub may know one more, which says nothing to anybody here. */
export const tagsOf = ({ tags }: Pick<MenuItem, 'tags'>): MenuItem['tags'] =>
  tags.filter((tag) => hasWord(`common.tag.${tag}`));

/** 蛋、大豆; empty where nothing is stated. One that only a newer hub has a word for is said to be there. */
export function allergenNames({ allergens }: Pick<MenuItem, 'allergens'>): string {
  const names = allergens.map((name) => {
    const key = `common.allergen.${name}` as const;
    return t(hasWord(key) ? key : 'common.otherAllergens');
  });
  return [...new Set(names)].join(t('common.listJoin'));
}
