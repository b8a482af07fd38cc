import type { Static } from 'typebox';
import { isBoolean, isCount, isText, listOf, oneOf, orNull, type Guard } from '../../../kernel/guards.ts';
import { choiceQuestions, choicesOf, type Answers, type Reply } from './questions.ts';
import type { Rule as RuleSchema } from './rule.schema.ts';

export type Rule = Static<typeof RuleSchema>;
export type RuleLine = Rule['lines'][number];
export type Condition = RuleLine['any'][number];
type AgeCondition = Extract<Condition, { readonly question: 'age' }>;
type ChoiceCondition = Exclude<Condition, AgeCondition>;

/** Whether something is so, as far as the answers tell. */
type Truth = 'yes' | 'no' | 'unknown';

/** Whether a condition holds. What every answer, or none, fulfils needs no answer; nothing else is known without one. */
export function holds(condition: Condition, answers: Answers): Truth {
  const reply = answers.get(condition.question) ?? 'unsure';
  const plain = isAge(condition) ? ageHolds(condition, reply) : choiceHolds(condition, reply);
  return condition.not === true ? opposite(plain) : plain;
}

/** Whether a line is so: any of its conditions makes it so, all of them together make it not. */
export function lineHolds({ any }: RuleLine, answers: Answers): Truth {
  const truths = any.map((condition) => holds(condition, answers));
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : truth === 'yes' ? 'no' : 'yes');

/** A band wholly inside is so, one wholly outside is not, and one across the edge is not known. */
function ageHolds({ from, below }: AgeCondition, reply: Reply): Truth {
  const [least, end] = [from ?? 0, below ?? Infinity];
  if (least >= end) return 'no';
  const band = typeof reply === 'object' ? reply : { from: 0, below: null };
  const bandEnd = band.below ?? Infinity;
  if (band.from >= least && bandEnd <= end) return 'yes';
  return band.from >= end || bandEnd <= least ? 'no' : 'unknown';
}

function choiceHolds({ question, is }: ChoiceCondition, reply: Reply): Truth {
  if (choicesOf(question).every((one) => is.includes(one))) return 'yes';
  if (reply === 'unsure') return 'unknown';
  return is.some((one) => one === reply) ? 'yes' : 'no';
}

export const isAge = (condition: Condition): condition is AgeCondition => condition.question === 'age';

/**
 * A rule as this build understands it; null where it does not: of a newer build, or damaged. A field it does not know
 * may be what keeps somebody out, so that one is not understood either.
 */
export const readRule = (rule: unknown): Rule | null => (isRule(rule) ? rule : null);

/** An object with these fields and no others. */
const only =
  <T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => name in fields) &&
    Object.entries<Guard<unknown>>(fields).every(([name, is]) => is(Reflect.get(value, name)));
const orLeftOut =
  <T>(is: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);
const someOf =
  <T>(is: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    listOf(is)(value) && value.length > 0;

const isAgeCondition = only<AgeCondition>({
  question: oneOf('age'),
  from: orNull(isCount),
  below: orNull(isCount),
  not: orLeftOut(isBoolean),
});
const choiceConditions = choiceQuestions.map((question) =>
  only<ChoiceCondition>({
    question: oneOf(question),
    is: someOf(oneOf(...choicesOf(question))),
    not: orLeftOut(isBoolean),
  }),
);
const isCondition = (value: unknown): value is Condition =>
  isAgeCondition(value) || choiceConditions.some((is) => is(value));
const isRule = only<Rule>({
  lines: listOf(
    only<RuleLine>({
      any: someOf(isCondition),
      words: orLeftOut(orNull(isText)),
      wordsEn: orLeftOut(orNull(isText)),
    }),
  ),
});
