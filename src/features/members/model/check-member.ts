import type { FieldProblem } from '../../../kernel/check.ts';
import type { Member } from './roster.ts';

/** What keeps a member from being saved. */
export function checkMember(member: Member): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (member.name.trim() === '') problems.push({ field: 'name', code: 'empty' });
  if (!/^1\d{10}$/.test(member.phone)) problems.push({ field: 'phone', code: 'not-a-mobile-number' });
  return problems;
}
