import type { FieldProblem } from '../../../kernel/check.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Centre = RowOf<'centre'>;

/** What keeps a centre's settings from being saved. */
export function checkCentre(centre: Centre): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const twice = (words: readonly string[]): boolean => new Set(words).size !== words.length;
  if (centre.name.trim() === '') problems.push({ field: 'name', code: 'empty' });
  if (twice(centre.meals.map((one) => one.meal))) problems.push({ field: 'meals', code: 'twice' });
  if (twice(centre.tiles)) problems.push({ field: 'tiles', code: 'twice' });
  if (twice(centre.canteens.map((one) => one.id))) problems.push({ field: 'canteens', code: 'twice' });
  centre.meals.forEach((meal, i) => {
    if (meal.from === meal.to) problems.push({ field: `meals.${i}.to`, code: 'before-start' });
  });
  return problems;
}
