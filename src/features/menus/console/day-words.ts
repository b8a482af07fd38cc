import { hasNewer, type MenuLife } from '../model/life.ts';
import { t } from '../../../i18n/index.ts';

/** How a day stands with its meals' menus, in a word: what is still to be done before what is done. */
export function dayWords(meals: readonly MenuLife[], isOver: boolean): string {
  const count = (...states: readonly MenuLife['state'][]): number =>
    meals.filter(({ state }) => states.includes(state)).length;
  if (meals.length === 0) return t('staff.week.noMeals');
  if (isOver && count('up', 'closed') === 0) return t('staff.week.neverUp');
  if (count('draft', 'planned') > 0) return t(isOver ? 'staff.week.partly' : 'staff.week.draft');
  if (count('none') === meals.length) return t('staff.week.none');
  if (count('none') > 0) return t('staff.week.missing', { count: count('none') });
  if (!isOver && meals.some(hasNewer)) return t('staff.week.newer');
  return count('closed') === meals.length ? t('staff.menu.closed') : t('staff.week.up');
}

/** The same of one meal; what was only a draft when its day went by was never published. */
export function mealWords(life: MenuLife, isOver: boolean): string {
  switch (life.state) {
    case 'up':
      return t(!isOver && hasNewer(life) ? 'staff.week.newer' : 'staff.week.up');
    case 'closed':
      return t('staff.menu.closed');
    case 'draft':
    case 'planned':
      return t(isOver ? 'staff.week.neverUp' : 'staff.week.draft');
    case 'none':
      return t('staff.week.none');
  }
}
