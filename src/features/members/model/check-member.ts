import type { FieldProblem } from '../../../kernel/check.ts';
import { digitsOf, type Member } from './roster.ts';

/** The shortest numbers in use are a landline's without its area code. */
const LEAST_DIGITS = 7;

/** What keeps a member from being saved. */
export function checkMember(member: Member): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  // A colon is in the ids of those who are no members.
  if (member.id.includes(':')) problems.push({ field: 'id', code: 'not-an-id' });
  if (member.name.trim() === '') problems.push({ field: 'name', code: 'empty' });
  if (member.phone !== null && digitsOf(member.phone).length < LEAST_DIGITS)
    problems.push({ field: 'phone', code: 'not-a-phone-number' });
  return problems;
}
