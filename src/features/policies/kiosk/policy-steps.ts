import type { OtherAdvice } from './policy-advice.ts';
import type { PolicyCategory } from '../model/policy.ts';
import type { Question } from '../model/questions.ts';

/** Where one is on the page. */
export type Step =
  | { readonly at: 'home' }
  | { readonly at: 'search' }
  | { readonly at: 'category'; readonly category: PolicyCategory }
  | { readonly at: 'question'; readonly question: Question }
  | { readonly at: 'results' }
  /** What else the answers lead to, of one kind. */
  | { readonly at: 'others'; readonly is: OtherAdvice }
  | { readonly at: 'article'; readonly policyId: string }
  /** Taking along one benefit, or, without one, what the answers lead to. */
  | { readonly at: 'take'; readonly policyId: string | null }
  | { readonly at: 'request'; readonly policyId: string | null };

export const HOME: Step = { at: 'home' };

export const opened = (steps: readonly Step[], step: Step): readonly Step[] => [...steps, step];

/** The way back; null where the page is left. */
export const back = (steps: readonly Step[]): readonly Step[] | null =>
  steps.length > 1 ? steps.slice(0, -1) : null;

/** The next question in the place of this one, or what comes of them: 返回 from there asks the last one again. */
export function afterAnswer(steps: readonly Step[], next: Question | null): readonly Step[] {
  const before = steps.filter(({ at }) => at !== 'question');
  if (next !== null) return [...before, { at: 'question', question: next }];
  return [...steps, { at: 'results' }];
}
