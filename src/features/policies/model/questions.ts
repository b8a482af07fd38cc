/*
 * What the advisor asks. A rule on a policy is written over these answers and no others; the words of both stand in
 * locales/ under `kioskPages.advisor`.
 */

/** The questions with a few answers to choose from, in the order in which a person would ask them, after the age. */
const choices = {
  household: ['hukouHere', 'livesHere', 'elsewhere'],
  living: ['livesAlone', 'livesAsCouple', 'livesWithFamily'],
  income: ['hasDibao', 'hasTekun', 'lowIncome', 'ordinaryIncome'],
  support: ['hasSupport', 'noSupport'],
  selfCare: ['caresForSelf', 'needsSomeHelp', 'needsMuchHelp'],
  helpTime: ['overHalfYear', 'underHalfYear'],
  insurance: ['employeeInsurance', 'residentInsurance', 'noInsurance'],
  disability: ['severeDisability', 'someDisability', 'noDisability'],
  stairs: ['stairsEasy', 'stairsHard', 'stairsCannot'],
  cooking: ['cooksWell', 'cookingHard'],
  carer: ['carerAtHome', 'noCarer'],
} as const;

export type ChoiceQuestion = keyof typeof choices;
export type Choice = (typeof choices)[ChoiceQuestion][number];
export type Question = 'age' | ChoiceQuestion;

/** An age in whole years: `from` up to, but not, `below`; null where nothing ends it. */
export interface AgeBand {
  readonly from: number;
  readonly below: number | null;
}

/** What was answered: `unsure` is an answer too, and is not asked again. */
export type Reply = AgeBand | Choice | 'unsure';

/** The answers so far, by question. They live in a page's memory and nowhere else. */
export type Answers = ReadonlyMap<Question, Reply>;

export const choiceQuestions: readonly ChoiceQuestion[] = [
  'household',
  'living',
  'income',
  'support',
  'selfCare',
  'helpTime',
  'insurance',
  'disability',
  'stairs',
  'cooking',
  'carer',
];
export const questions: readonly Question[] = ['age', ...choiceQuestions];

/** The answers to choose from. */
export const choicesOf = (question: ChoiceQuestion): readonly Choice[] => choices[question];
