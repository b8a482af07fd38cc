import { t, type TKey } from '../../../i18n/index.ts';

const known: Readonly<Record<string, TKey>> = {
  empty: 'staff.problem.empty',
  'not-a-price': 'staff.problem.notAPrice',
  'too-fine': 'staff.problem.tooFine',
  'too-high': 'staff.problem.tooHigh',
  'not-smaller': 'staff.problem.notSmaller',
  none: 'staff.problem.none',
  'too-many': 'staff.problem.tooMany',
  twice: 'staff.problem.twice',
  zero: 'staff.problem.zero',
  'not-a-figure': 'staff.problem.notAFigure',
  'no-name': 'staff.problem.noName',
};

/** What to do about a field, from the model's word for what is wrong with it. */
export const problemWords = (code: string): string => t(known[code] ?? 'staff.problem.other');
