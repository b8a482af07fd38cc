import type { Answers, Question, Reply } from '../model/questions.ts';

const years = (from: number): Reply => ({ from, below: from + 1 });
const person = (replies: readonly (readonly [Question, Reply])[]): Answers => new Map(replies);

/** People as a centre knows them, on whom a rule is tried: each has an answer to every question. */
export const samplePeople: readonly Answers[] = [
  person([
    ['age', years(82)],
    ['household', 'hukouHere'],
    ['living', 'livesAlone'],
    ['income', 'ordinaryIncome'],
    ['support', 'hasSupport'],
    ['selfCare', 'needsSomeHelp'],
    ['helpTime', 'overHalfYear'],
    ['insurance', 'residentInsurance'],
    ['disability', 'noDisability'],
    ['stairs', 'stairsHard'],
    ['cooking', 'cookingHard'],
    ['carer', 'noCarer'],
  ]),
  person([
    ['age', years(66)],
    ['household', 'livesHere'],
    ['living', 'livesWithFamily'],
    ['income', 'ordinaryIncome'],
    ['support', 'hasSupport'],
    ['selfCare', 'caresForSelf'],
    ['helpTime', 'underHalfYear'],
    ['insurance', 'employeeInsurance'],
    ['disability', 'noDisability'],
    ['stairs', 'stairsEasy'],
    ['cooking', 'cooksWell'],
    ['carer', 'noCarer'],
  ]),
  person([
    ['age', years(75)],
    ['household', 'hukouHere'],
    ['living', 'livesAsCouple'],
    ['income', 'hasDibao'],
    ['support', 'noSupport'],
    ['selfCare', 'needsMuchHelp'],
    ['helpTime', 'overHalfYear'],
    ['insurance', 'residentInsurance'],
    ['disability', 'severeDisability'],
    ['stairs', 'stairsCannot'],
    ['cooking', 'cookingHard'],
    ['carer', 'carerAtHome'],
  ]),
];

/** Somebody of whom nothing is known yet. */
export const nobodyYet: Answers = new Map();
