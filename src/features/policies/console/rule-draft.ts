import type { FieldProblem } from '../../../kernel/check.ts';
import { choicesOf, type Choice, type Question } from '../model/questions.ts';
import { isAge, type Condition, type Rule, type RuleLine } from '../model/rule.ts';

/** As many as a policy may have. */
export const MOST_LINES = 8;
export const MOST_CONDITIONS = 6;
const OLDEST = 130;

/** What somebody begins with: the age most rules speak of. */
const newAge = (): Condition => ({ question: 'age', from: 60, below: null });

/** A condition about another question, as nothing is chosen of it yet. */
export const conditionOn = (question: Question): Condition =>
  question === 'age' ? newAge() : { question, is: [] };

export const withLine = ({ lines }: Rule): Rule => ({ lines: [...lines, { any: [newAge()] }] });
export const withoutLine = ({ lines }: Rule, at: number): Rule => ({
  lines: lines.filter((_, i) => i !== at),
});
export const changedLine = ({ lines }: Rule, at: number, next: RuleLine): Rule => ({
  lines: lines.map((line, i) => (i === at ? next : line)),
});

/** A line with one more way of being so. */
export const withCondition = (line: RuleLine): RuleLine => ({ ...line, any: [...line.any, newAge()] });
export const withoutCondition = (line: RuleLine, at: number): RuleLine => ({
  ...line,
  any: line.any.filter((_, i) => i !== at),
});
export const changedCondition = (line: RuleLine, at: number, condition: Condition): RuleLine => ({
  ...line,
  any: line.any.map((one, i) => (i === at ? condition : one)),
});

/** A condition with an answer more, or less, among those that make it so; in the order in which they are asked. */
export function toggled(condition: Condition, choice: Choice): Condition {
  if (isAge(condition)) return condition;
  const chosen = new Set<Choice>(condition.is);
  if (!chosen.delete(choice)) chosen.add(choice);
  return { ...condition, is: choicesOf(condition.question).filter((one) => chosen.has(one)) };
}

/** An end of an age as it was typed, in years; null where nothing was, or nothing that is an age. */
export function ageTyped(typed: string): number | null {
  const years = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
  return years !== null && years <= OLDEST ? years : null;
}

/** What keeps a rule from being understood, by where it stands: `rule.LINE.CONDITION`. */
export function ruleProblems(rule: Rule | null): readonly FieldProblem[] {
  return (rule?.lines ?? []).flatMap(({ any }, line) =>
    any.flatMap((condition, at): readonly FieldProblem[] => {
      const code = problemOf(condition);
      return code === null ? [] : [{ field: `rule.${line}.${at}`, code }];
    }),
  );
}

function problemOf(condition: Condition): string | null {
  if (!isAge(condition)) return condition.is.length === 0 ? 'no-choice' : null;
  const { from, below } = condition;
  if (from === null && below === null) return 'no-age';
  return from !== null && below !== null && from >= below ? 'age-turned' : null;
}
