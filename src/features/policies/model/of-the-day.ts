import { daysBetween, type CivilDate } from '../../../kernel/time.ts';
import { inOrder, isCurrent, type Policy } from './policy.ts';

/** Any day: the policies are counted through from here. */
const FIRST_DAY = '2025-01-01';

/**
 * The policy to tell of on a day: another one each day, the same on every screen, through all that hold. With the day
 * unknown the first that never runs out. Null where none holds.
 */
export function policyOfTheDay(policies: readonly Policy[], date: CivilDate | null): Policy | null {
  const current = policies.filter((policy) => isCurrent(policy, date)).sort(inOrder);
  if (current.length === 0) return null;
  const days = date === null ? 0 : daysBetween(FIRST_DAY, date);
  return current[((days % current.length) + current.length) % current.length] ?? null;
}
