import type { FieldProblem } from '../../../kernel/check.ts';
import { isCivilDate } from '../../../kernel/time.ts';
import type { MenuPlan } from './menu.ts';

/** What keeps a plan from being saved. */
export function checkPlan({ anchor, days }: Pick<MenuPlan, 'anchor' | 'days'>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isCivilDate(anchor)) problems.push({ field: 'anchor', code: 'not-a-day' });
  days.forEach((meals, i) => {
    if (new Set(meals.map(({ meal }) => meal)).size !== meals.length)
      problems.push({ field: `days.${i}`, code: 'twice' });
    meals.forEach(({ dishIds }, j) => {
      if (new Set(dishIds).size !== dishIds.length)
        problems.push({ field: `days.${i}.${j}.dishIds`, code: 'twice' });
    });
  });
  return problems;
}
