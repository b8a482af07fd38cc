import type { CivilDate } from '../../../kernel/time.ts';
import { inOrder, isCurrent, type Policy } from './policy.ts';
import { questions, type AgeBand, type Answers, type Question, type Reply } from './questions.ts';
import { holds, isAge, lineHolds, readRule, type Condition, type Rule, type RuleLine } from './rule.ts';

/** Why a line of a rule is so, or what would make it so: the policy's own words, or these conditions, any of them. */
export interface Reason {
  readonly words: string | null;
  readonly wordsEn: string | null;
  readonly any: readonly Condition[];
}

/** What the answers make of one policy. */
type Verdict =
  /** Every line is so. The advisor still has the last word. */
  | { readonly is: 'match'; readonly because: readonly Reason[] }
  /** All is so but for what nobody knows yet. */
  | { readonly is: 'maybe'; readonly because: readonly Reason[]; readonly unknown: readonly Reason[] }
  /** One line alone is not so. */
  | { readonly is: 'nearly'; readonly because: readonly Reason[]; readonly missing: Reason }
  | { readonly is: 'no' }
  /** Nobody but the advisor can say: it is past its day, or this build does not understand its rule. */
  | { readonly is: 'ask'; readonly why: 'lapsed' | 'not-understood' };

export type Advice = Verdict & { readonly policy: Policy };

/** What the answers make of a rule. What is not known is never taken for so. */
export function judge(rule: Rule, answers: Answers): Verdict {
  const of = (truth: string): readonly RuleLine[] =>
    rule.lines.filter((line) => lineHolds(line, answers) === truth);
  const because = of('yes').map((line) => reasonOf(line, whatHolds(line, answers)));
  const missing = of('no').map((line) => reasonOf(line, line.any));
  const unknown = of('unknown').map((line) => reasonOf(line, line.any));
  const [only] = missing;
  if (only === undefined)
    return unknown.length === 0 ? { is: 'match', because } : { is: 'maybe', because, unknown };
  return missing.length === 1 && unknown.length === 0
    ? { is: 'nearly', because, missing: only }
    : { is: 'no' };
}

/** The first of a line's conditions that is so, as narrow as the answer was. */
function whatHolds({ any }: RuleLine, answers: Answers): readonly Condition[] {
  const first = any.find((one) => holds(one, answers) === 'yes');
  if (first === undefined || isAge(first) || first.not === true) return first === undefined ? [] : [first];
  const said = first.is.filter((one) => one === answers.get(first.question));
  return [said.length === 0 ? first : { ...first, is: said }];
}

const reasonOf = ({ words = null, wordsEn = null }: RuleLine, any: readonly Condition[]): Reason => ({
  words,
  wordsEn,
  any,
});

/** The verdict on each policy that has a rule, money first, each in its order. */
export function advise(
  policies: readonly Policy[],
  answers: Answers,
  today: CivilDate | null,
): readonly Advice[] {
  const all = policies.filter(hasRule).map((policy): Advice => {
    if (!isCurrent(policy, today)) return { is: 'ask', why: 'lapsed', policy };
    const rule = readRule(policy.rule);
    return rule === null ? { is: 'ask', why: 'not-understood', policy } : { ...judge(rule, answers), policy };
  });
  return [...all].sort((a, b) => inOrder(a.policy, b.policy));
}

const hasRule = ({ rule }: Policy): boolean => rule !== null && rule !== undefined;

/** The rules that the questions are asked for: those that are understood, of policies that hold today. */
export const rulesOf = (policies: readonly Policy[], today: CivilDate | null): readonly Rule[] =>
  policies.flatMap((policy) => {
    const rule = hasRule(policy) && isCurrent(policy, today) ? readRule(policy.rule) : null;
    return rule === null ? [] : [rule];
  });

/**
 * The questions whose answer can still change a verdict, in the order they are asked; the first is the next one. One that
 * is about nothing but what is settled already is skipped.
 */
export function questionsLeft(rules: readonly Rule[], answers: Answers): readonly Question[] {
  const left = new Set<Question>();
  for (const { lines } of rules) {
    if (lines.some((line) => lineHolds(line, answers) === 'no')) continue;
    for (const line of lines.filter((one) => lineHolds(one, answers) === 'unknown'))
      for (const one of line.any)
        if (!answers.has(one.question) && holds(one, answers) === 'unknown') left.add(one.question);
  }
  return questions.filter((question) => left.has(question));
}

/** The ages to choose from: split where some rule splits them, so that each answer settles every condition. */
export function ageBands(rules: readonly Rule[]): readonly AgeBand[] {
  const edges = new Set<number>();
  for (const condition of rules.flatMap(({ lines }) => lines.flatMap(({ any }) => any)))
    if (isAge(condition))
      for (const edge of [condition.from, condition.below]) if (edge !== null && edge > 0) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return [0, ...sorted].map((from, i) => ({ from, below: sorted[i] ?? null }));
}

/** The answers with one more, or another in the place of an earlier one. */
export function withAnswer(answers: Answers, question: Question, reply: Reply): Answers {
  const next = new Map(answers);
  next.delete(question);
  return next.set(question, reply);
}

/** The answers without the last one given, which is asked again; null where there is none. */
export function withoutLast(
  answers: Answers,
): { readonly answers: Answers; readonly question: Question } | null {
  const last = [...answers.keys()].pop();
  if (last === undefined) return null;
  const next = new Map(answers);
  next.delete(last);
  return { answers: next, question: last };
}
