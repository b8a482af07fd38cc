import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';

/** A policy as it is saved, with all that it must have. */
export const policyRow = (over: Partial<RowOf<'policy'>> = {}): RowOf<'policy'> => ({
  id: id('meals-help'),
  category: 'meals',
  title: '助餐补贴',
  titleEn: null,
  summary: '在食堂吃饭，每餐少付几块钱。',
  body: ['带上身份证，在食堂就能办。'],
  who: ['满 60 岁'],
  papers: ['身份证'],
  where: '社区食堂',
  hours: null,
  phone: null,
  source: '助餐办法 第三条',
  author: null,
  reviewedOn: '2026-10-01',
  expiresOn: null,
  audio: null,
  ...over,
});

/** A text of a colleague that waits for a second pair of eyes. */
export const proposalRow = (
  policy: Partial<RowOf<'policy'>> = {},
  over: Partial<RowOf<'policyProposal'>> = {},
): RowOf<'policyProposal'> => ({
  id: policy.id ?? id('meals-help'),
  policy: policyRow(policy),
  by: '李顾问',
  accountId: id('li'),
  atMs: null,
  back: null,
  ...over,
});
