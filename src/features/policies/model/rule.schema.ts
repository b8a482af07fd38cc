import Type from 'typebox';
import { Line, OneOf, OrNull, Shape } from '../../../kernel/fields.schema.ts';
import { choiceQuestions, choicesOf, type Choice, type ChoiceQuestion } from './questions.ts';

const Years = Type.Integer({ minimum: 0, maximum: 130 });
/** Turns a condition round: it holds where it would not. */
const Not = Type.Optional(Type.Boolean());

const AgeCondition = Shape({
  question: OneOf(['age']),
  /** Whole years, included; null where there is no lower end. */
  from: OrNull(Years),
  /** Whole years, not included; null where there is no upper end. */
  below: OrNull(Years),
  not: Not,
});
const ChoiceCondition = Shape({
  question: Type.Unsafe<ChoiceQuestion>(Type.String({ enum: [...choiceQuestions] })),
  /** Holds where one of these was answered. */
  is: Type.Array(Type.Unsafe<Choice>(Type.String({ enum: choiceQuestions.flatMap(choicesOf) })), {
    minItems: 1,
    maxItems: 4,
  }),
  not: Not,
});

/** One thing that must be so: it is where any of its conditions holds. */
const RuleLine = Shape({
  any: Type.Array(Type.Union([AgeCondition, ChoiceCondition]), { minItems: 1, maxItems: 6 }),
  /** How the policy itself says it; left out where the conditions say it well. */
  words: Type.Optional(OrNull(Line)),
  wordsEn: Type.Optional(OrNull(Line)),
});

/** Who may have it: all lines must be so. None at all means everybody. */
export const Rule = Shape({ lines: Type.Array(RuleLine, { maxItems: 8 }) });
