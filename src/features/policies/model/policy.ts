import type { FieldProblem } from '../../../kernel/check.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { readRule } from './rule.ts';

export type Policy = RowOf<'policy'>;
export type PolicyCategory = Policy['category'];

/** The categories in the order they are offered. */
export const categories: readonly PolicyCategory[] = [
  'care',
  'meals',
  'medical',
  'health',
  'smart',
  'family',
  'advisor',
  'spirit',
];

/** Whether a policy may be shown as what holds today; with the day unknown one that runs out may not. */
export const isCurrent = (policy: Policy, today: CivilDate | null): boolean =>
  policy.expiresOn === null || (today !== null && today <= policy.expiresOn);

/** Money before services, each in the order that is set for it, and last those without one. */
export function inOrder(a: Policy, b: Policy): number {
  const rank = ({ kind }: Policy): number => (kind === 'money' ? 0 : 1);
  const place = ({ order = Infinity }: Policy): number => order;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * The policies to show, by category, in the categories' order, empty categories left out; money before services. One that
 * has run out is among them: it is shown as 待核实, since the advisor knows what came after it.
 */
export function policiesByCategory(
  policies: readonly Policy[],
): readonly { readonly category: PolicyCategory; readonly policies: readonly Policy[] }[] {
  return categories
    .map((category) => ({
      category,
      policies: policies.filter((policy) => policy.category === category).sort(inOrder),
    }))
    .filter((group) => group.policies.length > 0);
}

/** What keeps a policy from being saved: it needs a source, and someone must have looked at it before it ends. */
export function checkPolicy(policy: Policy): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ['title', 'summary', 'source'] as const) {
    if (policy[field].trim() === '') problems.push({ field, code: 'empty' });
  }
  policy.body.forEach((paragraph, i) => {
    if (paragraph.trim() === '') problems.push({ field: `body.${i}`, code: 'empty' });
  });
  if (policy.expiresOn !== null && policy.expiresOn < policy.reviewedOn) {
    problems.push({ field: 'expiresOn', code: 'before-review' });
  }
  if (policy.rule !== null && policy.rule !== undefined && readRule(policy.rule) === null)
    problems.push({ field: 'rule', code: 'not-a-rule' });
  return problems;
}
