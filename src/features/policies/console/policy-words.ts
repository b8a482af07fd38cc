import type { FieldProblem } from '../../../kernel/check.ts';
import { formatDate, t, type TKey } from '../../../i18n/index.ts';
import '../../../i18n/policy-texts.ts';
import { bandWords, choiceWords } from '../kiosk/advisor-words.ts';
import { questions, type Answers, type Question } from '../model/questions.ts';
import type { FormField, PolicyForm, Words } from './policy-form.ts';

export const fieldWords = (field: FormField): string => t(`policyDesk.field.${field}`);
/** What a question is about, in a word or two. */
export const questionName = (question: Question): string => t(`policyDesk.question.${question}`);

const problems: Readonly<Record<string, TKey>> = {
  empty: 'policyDesk.problem.empty',
  'too-many': 'policyDesk.problem.tooMany',
  'too-long': 'policyDesk.problem.tooLong',
  'not-a-number': 'policyDesk.problem.notANumber',
  'not-a-date': 'policyDesk.problem.notADate',
  'before-review': 'policyDesk.problem.beforeReview',
  'half-english': 'policyDesk.problem.halfEnglish',
  'not-a-price': 'policyDesk.problem.notAPrice',
  'too-fine': 'policyDesk.problem.tooFine',
  'too-high': 'policyDesk.problem.tooHigh',
  'no-choice': 'policyDesk.problem.noChoice',
  'no-age': 'policyDesk.problem.noAge',
  'age-turned': 'policyDesk.problem.ageTurned',
};

/** What is to be done about a field. */
export const problemWords = ({ code }: FieldProblem): string =>
  t(problems[code] ?? 'policyDesk.problem.other');

const refusals: Readonly<Record<string, TKey>> = {
  'not-kept': 'policyDesk.refused.notKept',
  'not-permitted': 'policyDesk.refused.notPermitted',
  conflict: 'policyDesk.refused.conflict',
  'own-proposal': 'policyDesk.refused.ownProposal',
  'no-proposal': 'policyDesk.refused.noProposal',
  'sent-back': 'policyDesk.refused.sentBack',
};

/** Why something was not done, and what to do about it. */
export const refusalWords = (code: string): string => t(refusals[code] ?? 'policyDesk.refused.other');

/** What a field of a form says, for reading: two versions of it beside each other. */
export function valueWords(form: PolicyForm, field: FormField): string {
  const both = ({ zh, en }: Words): string => (en === '' ? zh : `${zh}（${en}）`);
  const lines = (all: readonly Words[]): string => all.map(both).join('；');
  switch (field) {
    case 'category':
      return t(`kioskPages.policies.category.${form.category}`);
    case 'kind':
      return t(`policyDesk.kind.${form.kind}`);
    case 'amounts':
      return form.amounts
        .map(({ words, yuan }) => (yuan === '' ? both(words) : `${both(words)} ${yuan}`))
        .join('；');
    case 'example':
      return t(form.example ? 'policyDesk.yes' : 'policyDesk.no');
    case 'body':
    case 'who':
    case 'papers':
      return lines(form[field]);
    case 'title':
    case 'summary':
    case 'where':
    case 'hours':
      return both(form[field]);
    case 'reviewedOn':
    case 'expiresOn':
      return form[field] === '' ? '' : formatDate(form[field]);
    case 'rule':
      return t(form.rule === null ? 'policyDesk.rule.unasked' : 'policyDesk.rule.lines', {
        count: form.rule?.lines.length ?? 0,
      });
    case 'audio':
      return t(form.audio === null ? 'policyDesk.audio.none' : 'policyDesk.audio.some');
    default:
      return form[field];
  }
}

/** Somebody as their answers say them: 82 岁，一个人住. */
export function answersWords(answers: Answers, about: readonly Question[]): string {
  return questions
    .filter((question) => about.includes(question))
    .map((question) => {
      const reply = answers.get(question) ?? 'unsure';
      if (reply === 'unsure') return `${questionName(question)}${t('policyDesk.try.unknown')}`;
      if (typeof reply === 'string') return choiceWords(reply);
      return reply.below === reply.from + 1
        ? t('policyDesk.try.years', { years: reply.from })
        : bandWords(reply);
    })
    .join(t('common.listJoin'));
}
